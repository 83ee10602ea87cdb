package org.genjin.connectors.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.connectors.Channel;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp chat exported as text, from Android or iOS, in any language and layout. What a line means follows from its
 * header, the names that speak and WhatsApp's own phrases. The same message of another export has the same key.
 */
final class WhatsAppFormat implements ChatFormat {

    private static final Pattern QUOTED = Pattern.compile("[\"“”„«「『]([^\"“”„«»「」『』]{1,100})[\"“”»」』]");

    private final WhatsAppPhrases phrases = new WhatsAppPhrases();
    private final DayHalves halves = new DayHalves(phrases.data());

    @Override
    public String id() {
        return "whatsapp";
    }

    @Override
    public Recognised recognise(ExportHead head) {
        return WhatsAppEntries.looksLike(head.text()) ? Recognised.YES : Recognised.NO;
    }

    @Override
    public Transcript read(ChatExport export) throws IOException, UnreadableExport {
        WhatsAppEntries entries = WhatsAppEntries.of(export.text(), export.writtenAt(), halves);
        if (entries.all().isEmpty()) {
            throw new UnreadableExport("There is no message in this file that looks like one of a WhatsApp export.");
        }
        String named = named(export);
        WhatsAppNames names = new WhatsAppNames(entries, named == null ? "" : named);
        Reading reading = new Reading(entries, names, export.beside());
        WhatsAppIdentity identity = WhatsAppIdentity.of(reading.signs(named, given(export)));
        Chat chat = new Chat(
                Channel.WHATSAPP, identity.id(), identity.title(), identity.group(), reading.lines,
                entries.problem().isEmpty() ? null : entries.problem());
        return new Transcript(List.of(chat), WhatsAppCut.warnings(reading.cut()));
    }

    /** Goes through all entries once and gathers lines, and what they tell about the chat. */
    private final class Reading {

        private final List<ChatLine> lines = new ArrayList<>();
        private final Set<String> speakers = new LinkedHashSet<>();
        private final ChatExport.Beside beside;
        private boolean noticeFirst;
        private @Nullable String headed;
        private @Nullable String subject;
        private @Nullable String owner;
        private @Nullable String other;
        private boolean notices;
        private int sent;
        private int leftOut;

        Reading(WhatsAppEntries entries, WhatsAppNames names, ChatExport.Beside beside) {
            this.beside = beside;
            WhatsAppWords words = new WhatsAppWords(entries, phrases);
            for (WhatsAppEntries.Entry entry : entries.all()) {
                add(entry, words.said(entry, names.speaker(entry)));
            }
        }

        private void add(WhatsAppEntries.Entry entry, WhatsAppWords.Said said) {
            WhatsAppNames.Name name = said.name();
            if (said.person() && name != null) {
                speaks(name, said);
            } else {
                notice(said);
            }
            lines.add(ChatLine.of(
                            "line " + entry.line(), new ChatLine.Time.Local(entry.at()),
                            name == null ? null : name.participant(), said.system(), said.words(), files(said.file()))
                    .changed(said.change()));
        }

        private void speaks(WhatsAppNames.Name name, WhatsAppWords.Said said) {
            String known = String.valueOf(name.participant().name());
            speakers.add(known);
            if (name.pushName() || name.participant().address() != null) {
                other = known;
            }
            if (said.system()) {
                WhatsAppPhrases.Whole whole = phrases.whole(said.words());
                other = whole == WhatsAppPhrases.Whole.MISSED_CALL ? known : other;
                owner = whole == WhatsAppPhrases.Whole.OWN_DELETED ? known : owner;
            }
        }

        private void notice(WhatsAppWords.Said said) {
            WhatsAppNames.Name name = said.name();
            boolean encryption = phrases.isEncryptionNotice(said.words());
            if (lines.isEmpty()) {
                noticeFirst = true;
            }
            if (name != null && headed == null && (lines.isEmpty() || encryption)) {
                headed = name.participant().name();
            }
            notices |= !encryption;
            Matcher quoted = QUOTED.matcher(said.words());
            while (quoted.find()) {
                subject = quoted.group(1).strip();
            }
        }

        private List<Message.Attachment> files(WhatsAppPhrases.@Nullable Sent file) {
            if (file == null) {
                return List.of();
            }
            sent += file.left() ? 0 : 1;
            leftOut += file.left() ? 1 : 0;
            Content content = file.left() || file.name().isEmpty() ? null : beside.media(file.name());
            return List.of(new Message.Attachment(
                    file.name(), MediaTypes.ofName(file.name()), content == null ? -1 : content.size(), content));
        }

        WhatsAppIdentity.Signs signs(@Nullable String named, String given) {
            return new WhatsAppIdentity.Signs(
                    named, given, headed, subject, List.copyOf(speakers), speakers.contains(owner) ? owner : null, other,
                    notices);
        }

        WhatsAppCut.Counts cut() {
            return new WhatsAppCut.Counts(lines.size(), sent, leftOut, noticeFirst);
        }
    }

    /** The title in the name of the file, or of the folder or zip in which an iPhone's nameless file lies. */
    private @Nullable String named(ChatExport export) {
        String title = phrases.title(export.fileName());
        return title != null ? title : phrases.title(export.folderName());
    }

    private static String given(ChatExport export) {
        boolean nameless = export.fileName().equalsIgnoreCase("_chat.txt") && !export.folderName().isEmpty();
        return WhatsAppPhrases.plainName(nameless ? export.folderName() : export.fileName());
    }
}
