package org.genjin.daemon.ingest;

import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.config.NeverLog;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Mailbox;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * What must not be stored, by the operator's list. Everybody who is named in a message counts: who it is from or to, in copy,
 * to be answered, or who sent it for another; of a chat its title and who speaks. Pure, no state, any thread.
 */
public final class NeverLogged {

    private static final Pattern PARTS = Pattern.compile("[/\\\\.!]+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"',;:()]{1,320}@[^\\s<>\"',;:()]{1,255}");
    private static final Pattern PHONE = Pattern.compile("[+0-9][-+0-9 ().]{5,30}");
    /** Fewer digits of a phone number tell nobody from another. */
    private static final int DIGITS = 7;
    /** Fields of people that a message has no place of their own for. */
    private static final List<String> PEOPLE = List.of("reply-to", "sender", "x-original-from");

    private final boolean nothing;
    private final List<List<String>> folders;
    private final Set<String> words = new HashSet<>();
    private final Set<String> phones = new HashSet<>();
    private final Set<String> domains = new HashSet<>();

    public NeverLogged(NeverLog list) {
        this.nothing = list.isEmpty();
        this.folders = list.folders().stream().map(NeverLogged::parts).toList();
        for (String it : list.addresses()) {
            words.add(folded(it));
            phone(it).ifPresent(phones::add);
        }
        list.domains().forEach(it -> domains.add(domain(it)));
    }

    /**
     * A batch without what must not be stored.
     *
     * @param keptOut where that lies
     */
    record Sieved(Batch batch, List<String> keptOut) {}

    Sieved sieve(Batch all) {
        if (nothing) {
            return new Sieved(all, List.of());
        }
        List<String> keptOut = new ArrayList<>();
        List<Message> rest = new ArrayList<>();
        for (Message it : all.messages()) {
            if (names(it)) {
                keptOut.add(it.locator());
            } else {
                rest.add(it);
            }
        }
        return keptOut.isEmpty()
                ? new Sieved(all, List.of())
                : new Sieved(
                        new Batch(
                                rest, all.unreadable(), all.next(), all.drained(), all.remaining(), all.warnings(), all.timing()),
                        keptOut);
    }

    /** Those of {@code all} that may be opened. */
    List<Mailbox> opened(List<Mailbox> all) {
        return all.stream().filter(it -> !isFolder(it)).toList();
    }

    /** Whether a mailbox is one of the folders, or lies below one. The folder that files are dropped into is none of them. */
    public boolean isFolder(Mailbox mailbox) {
        String name = mailbox.name();
        return isFolder(name.startsWith(mailbox.source() + "/") ? name.substring(mailbox.source().length()) : name);
    }

    private boolean isFolder(String name) {
        List<String> parts = parts(name);
        for (List<String> folder : folders) {
            // Many servers have all folders below INBOX: whoever names that means just this one.
            boolean inbox = folder.equals(List.of("inbox"));
            if (inbox ? parts.equals(folder) : Collections.indexOfSubList(parts, folder) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a message names somebody, or has a label, of the list. */
    public boolean names(Message message) {
        return isLabelled(message.headers()) || isChat(message.channel(), message.chat()) || isChat(message.channel(), message.room())
                || isPerson(message.from()) || isPerson(message.author()) || isPerson(message.replyTo())
                || message.to().stream().anyMatch(this::isPerson) || message.cc().stream().anyMatch(this::isPerson)
                || PEOPLE.stream().anyMatch(it -> isNamedIn(message.headers().getOrDefault(it, "")));
    }

    /** Whether a chat's title, or the phone number that it is called by, is on the list. */
    public boolean isChat(Channel channel, @Nullable String title) {
        return channel != Channel.EMAIL && title != null && (words.contains(folded(title)) || isPhone(title));
    }

    /** Whether an address or a phone number is on the list, by itself or by its domain. */
    public boolean isAddress(@Nullable String address) {
        if (address == null) {
            return false;
        }
        int at = address.lastIndexOf('@');
        return words.contains(folded(address)) || (at < 0 ? isPhone(address) : isDomain(address.substring(at + 1)));
    }

    /** Whether a domain, or one above it, is on the list. */
    public boolean isDomain(String name) {
        if (domains.isEmpty()) {
            return false;
        }
        String domain = domain(name);
        while (!domains.contains(domain)) {
            int dot = domain.indexOf('.');
            if (dot < 0) {
                return false;
            }
            domain = domain.substring(dot + 1);
        }
        return true;
    }

    private boolean isPerson(Message.@Nullable Participant it) {
        return it != null && (isAddress(it.address()) || it.address() == null && it.name() != null && isPhone(it.name()));
    }

    private boolean isPhone(String text) {
        return !phones.isEmpty() && phone(text).filter(phones::contains).isPresent();
    }

    private boolean isNamedIn(String header) {
        Matcher it = ADDRESS.matcher(header);
        while (it.find()) {
            if (isAddress(it.group())) {
                return true;
            }
        }
        return false;
    }

    /** Gmail keeps all mail in one place, and labels are what its folders look like; its export has them in a header. */
    private boolean isLabelled(Map<String, String> headers) {
        return !folders.isEmpty()
                && (headers.getOrDefault(Message.Told.LABELS, "").lines().anyMatch(this::isFolder)
                        || Arrays.stream(headers.getOrDefault("x-gmail-labels", "").split(",", -1)).anyMatch(this::isFolder));
    }

    private static List<String> parts(String name) {
        return PARTS.splitAsStream(folded(name)).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** The digits of what is written like a phone number. */
    private static Optional<String> phone(String text) {
        String digits = PHONE.matcher(text.strip()).matches() ? text.replaceAll("\\D", "").replaceFirst("^00", "") : "";
        return digits.length() < DIGITS ? Optional.empty() : Optional.of(digits);
    }

    private static String domain(String name) {
        String folded = folded(name).replaceAll("\\.+$", "");
        try {
            return IDN.toASCII(folded).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return folded; // not a domain that could be registered; written the same, it is the same
        }
    }
}
