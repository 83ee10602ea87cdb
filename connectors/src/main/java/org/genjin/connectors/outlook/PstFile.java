package org.genjin.connectors.outlook;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Outlook's mail store, {@code .pst} or {@code .ost} (MS-PST), opened for reading. A password does not keep anybody from reading
 * one: it is Outlook alone that asks for it.
 *
 * <p>One thread at a time.
 */
public final class PstFile implements Closeable {

    private static final int IPM_SUBTREE = 0x35E0;
    private static final int OUTBOX = 0x35E2;
    private static final int WASTEBASKET = 0x35E3;
    private static final int DRAFTS = 0x36D7;
    private static final int DEEPEST = 50;
    private static final int SOME = 100;

    private final PSTFile file;
    private final Set<Long> leftOut = new HashSet<>();

    private PstFile(PSTFile file) {
        this.file = file;
    }

    /**
     * @param path within the store, {@code /} between the parts
     * @param leftOut Outlook itself says that it is the outbox, the drafts or what was deleted
     * @param items what lies in it, to be asked for by {@link #mail}
     */
    public record Folder(String path, boolean leftOut, List<Integer> items) {
        public Folder {
            items = List.copyOf(items);
        }
    }

    /** @throws OutlookException if it is no such file, or too damaged to find anything in it */
    public static PstFile open(Path path) throws OutlookException {
        try {
            return new PstFile(new PSTFile(path.toFile()));
        } catch (PSTException e) {
            boolean encrypted = String.valueOf(e.getMessage()).contains("compressable");
            throw new OutlookException(
                    encrypted
                            ? "The Outlook file is encrypted by Windows: open it in Outlook and export it again without."
                            : "The Outlook file is damaged or of a kind that is not read: repair it with Outlook's scanpst and try again.",
                    e);
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // A damaged length makes the library ask for more memory than there is, a damaged tree makes it go round in circles.
            throw new OutlookException("The Outlook file cannot be opened: repair it with Outlook's scanpst and try again.", e);
        }
    }

    /**
     * Every folder that holds messages, with its messages' places in their order there; contacts, calendars, tasks and notes
     * are none.
     *
     * @param problems gets a sentence for each folder that cannot be listed
     */
    public List<Folder> folders(List<String> problems) throws OutlookException {
        List<Folder> folders = new ArrayList<>();
        try {
            PstNode store = new PstNode(file, file.getMessageStore().getDescriptorNode());
            PSTFolder root = file.getRootFolder();
            note(store.entry(OUTBOX));
            note(store.entry(WASTEBASKET));
            note(new PstNode(file, root.getDescriptorNode()).entry(DRAFTS));
            walk(top(store, root), "", false, 0, folders, problems);
        } catch (PSTException | IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw new OutlookException("The folders of the Outlook file are damaged: repair it with Outlook's scanpst and try again.", e);
        }
        return folders;
    }

    private void note(OptionalInt folder) {
        folder.ifPresent(it -> leftOut.add(it & 0xFFFFFFFFL));
    }

    /** Where people's own folders begin; what lies beside it are searches and settings. */
    private PSTFolder top(PstNode store, PSTFolder root) throws PSTException, IOException {
        OptionalInt id = store.entry(IPM_SUBTREE);
        return id.isPresent() && PSTObject.detectAndLoadPSTObject(file, id.getAsInt()) instanceof PSTFolder top ? top : root;
    }

    private void walk(PSTFolder folder, String path, boolean below, int depth, List<Folder> folders, List<String> problems) {
        boolean out = below || leftOut.contains(folder.getDescriptorNodeId() & 0xFFFFFFFFL);
        String kind = folder.getContainerClass().toLowerCase(Locale.ROOT);
        boolean mail = kind.isEmpty() || kind.startsWith("ipf.note") || kind.startsWith("ipf.imap");
        if (mail) {
            try {
                List<Integer> items = items(folder);
                if (!items.isEmpty()) {
                    folders.add(new Folder(path, out, items));
                }
            } catch (PSTException | IOException | RuntimeException e) {
                problems.add("The folder " + path + " is damaged and cannot be listed.");
            }
        }
        if (depth >= DEEPEST) {
            return;
        }
        try {
            for (PSTFolder it : folder.getSubFolders()) {
                String name = it.getDisplayName().replace('/', '_').strip();
                walk(it, path.isEmpty() ? name : path + "/" + name, out, depth + 1, folders, problems);
            }
        } catch (PSTException | IOException | RuntimeException e) {
            problems.add("The folders below " + (path.isEmpty() ? "the top" : path) + " are damaged and cannot be listed.");
        }
    }

    private List<Integer> items(PSTFolder folder) throws PSTException, IOException {
        if (folder.getNodeType() == PSTObject.NID_TYPE_SEARCH_FOLDER) {
            return List.of();
        }
        List<Integer> listed = folder.getChildDescriptorNodes();
        if (!listed.isEmpty() || folder.getContentCount() <= 0) {
            return listed;
        }
        // The folder's own list is damaged: the store knows of each item which folder it is in.
        List<Integer> found = new ArrayList<>();
        List<PSTObject> some = folder.getChildren(SOME);
        while (!some.isEmpty()) {
            some.forEach(it -> found.add((int) it.getDescriptorNodeId()));
            some = found.size() < folder.getContentCount() ? folder.getChildren(Math.min(SOME, folder.getContentCount() - found.size())) : List.of();
        }
        return found;
    }

    /**
     * An item as RFC 5322 has it.
     *
     * @param largest attachment that is taken with it, in bytes
     * @throws OutlookException if it is no message or damaged
     */
    public byte[] mail(int item, int largest) throws OutlookException {
        try {
            if (!(PSTObject.detectAndLoadPSTObject(file, item) instanceof PSTMessage message)) {
                throw new OutlookException("This is an Outlook folder and no message; it is left out.", null);
            }
            return OutlookMail.write(new PstItem(file, largest).read(message));
        } catch (OutlookException e) {
            throw e;
        } catch (PSTException | IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw new OutlookException("The item is damaged and cannot be read.", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
