package org.genjin.connectors.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.connectors.Needs;
import org.genjin.connectors.mime.MimeReader;
import org.junit.jupiter.api.Test;

/** What other programs' tests have of Outlook's formats: all of it is read, or a sentence says why not. */
class OutlookCorporaTest {

    private interface Mail {
        byte[] of(byte[] bytes) throws OutlookException;
    }

    @Test
    void everyMessageSavedFromOutlookIsReadAndWhatIsNoneIsNamed() throws Exception {
        List<String> sentences = new ArrayList<>();
        List<Message> messages = read(Needs.corpora("mail/outlook-msg"), ".msg", MsgFile::mail, sentences);
        assertThat(sentences).as("contact, task and note").hasSize(3).allMatch(it -> it.endsWith("it is left out."));
        assertThat(messages).hasSize(36).allSatisfy(it -> assertThat(it.sentAt()).isNotNull());
    }

    @Test
    void everyWinmailDatIsOpened() throws Exception {
        List<String> sentences = new ArrayList<>();
        List<Message> messages = read(Needs.corpora("mail/tnef"), ".tnef", Winmail::mail, sentences);
        assertThat(sentences).isEmpty();
        assertThat(messages).hasSize(15);
    }

    private static List<Message> read(Path folder, String ending, Mail mail, List<String> sentences) throws Exception {
        List<Message> messages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(it -> it.toString().endsWith(ending)).sorted().toList()) {
                try {
                    Message it = new MimeReader().read(Content.of(mail.of(Files.readAllBytes(file))), "test", null);
                    messages.add(it);
                } catch (OutlookException e) {
                    sentences.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return messages;
    }
}
