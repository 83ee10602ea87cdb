package org.genjin.connectors.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.genjin.connectors.Content;
import org.genjin.connectors.Message;
import org.genjin.connectors.Needs;
import org.genjin.connectors.mime.MimeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs' tests have of Outlook's formats: all of it is read, or a sentence says why not. */
class OutlookCorporaTest {

    @TempDir
    Path folder;

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

    @Test
    void whatIsDamagedIsReadAsFarAsItGoesOrAnsweredWithASentence() throws Exception {
        Random random = new Random(20261125);
        Path corpus = Needs.corpora("mail");
        byte[] message = Files.readAllBytes(corpus.resolve("outlook-msg/bbottema/tst_unicode.msg"));
        byte[] winmail = Files.readAllBytes(corpus.resolve("tnef/verdammelt/unicode-mapi-attr-name.tnef"));
        byte[] store = Files.readAllBytes(corpus.resolve("outlook-pst/tika/testPST_variousBodyTypes.pst"));
        int sentences = 0;
        for (int i = 0; i < 60; i++) {
            sentences += answered(MsgFile::mail, damaged(message, random)) ? 0 : 1;
            sentences += answered(Winmail::mail, damaged(winmail, random)) ? 0 : 1;
        }
        for (int i = 0; i < 15; i++) {
            Path file = Files.write(folder.resolve(i + ".pst"), damaged(store, random));
            sentences += answered(_ -> everyMail(file), store) ? 0 : 1;
        }
        assertThat(sentences).isPositive();
    }

    private static byte[] everyMail(Path store) throws OutlookException {
        try (PstFile file = PstFile.open(store)) {
            for (PstFile.Folder folder : file.folders(new ArrayList<>())) {
                for (int item : folder.items()) {
                    answered(_ -> file.mail(item, 1_000_000), new byte[0]);
                }
            }
            return new byte[0];
        } catch (OutlookException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answered(Mail mail, byte[] bytes) {
        try {
            mail.of(bytes);
            return true;
        } catch (OutlookException e) {
            assertThat(e).hasMessageEndingWith(".");
            return false;
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) + 1 : whole.length);
        for (int i = random.nextInt(20); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
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
