package org.genjin.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An mbox is cut into the mails that were put into it, whoever wrote it. */
class MboxFileTest {

    private static final String FROM = "From kim@acme.example Mon Mar  2 10:00:00 2026\n";

    private static String mail(String subject, String words) {
        return "From: kim@acme.example\nSubject: " + subject + "\n\n" + words;
    }

    private static List<String> read(String mbox) throws IOException {
        byte[] bytes = mbox.getBytes(StandardCharsets.ISO_8859_1);
        List<String> mails = new ArrayList<>();
        try (MboxFile file = new MboxFile(new ByteArrayInputStream(bytes), 0, (position, count) -> position >= bytes.length
                ? new byte[0]
                : Arrays.copyOfRange(bytes, (int) position, (int) Math.min(bytes.length, position + count)))) {
            for (Optional<MboxFile.Mail> it = file.next(); it.isPresent(); it = file.next()) {
                if (!it.get().deleted()) {
                    mails.add(new String(it.get().bytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return mails;
    }

    @Test
    void quotedFromLinesLoseOneMarkAndTheEmptyLineBeforeTheNextMailBelongsToNeither() throws IOException {
        assertThat(read(FROM + mail("a", ">From here\n>>From there\n> From nowhere\n") + "\n" + FROM + mail("b", "end")))
                .containsExactly(mail("a", "From here\n>From there\n> From nowhere\n"), mail("b", "end"));
    }

    @Test
    void aSentenceThatBeginsWithFromIsNoNewMail() throws IOException {
        String words = "From our side 10:30 is fine.\nNote: bring samples\n\nFrom Monday on we ship\n\nFrom kim@acme.example I heard\nnothing\n";
        assertThat(read(FROM + mail("a", words))).containsExactly(mail("a", words));
    }

    @Test
    void aMailFollowsAlsoWhereTheEmptyLineBeforeItIsMissing() throws IOException {
        assertThat(read(FROM + mail("a", "words\n") + FROM + mail("b", "more\n"))).hasSize(2);
    }

    @Test
    void aHeaderThatSaysHowLongTheBodyIsIsBelievedWhereItIsRight() throws IOException {
        String words = "quoting a mailbox:\n\n" + FROM + "From: x@y.example\n\ninner\n";
        String right = "From: kim@acme.example\nContent-Length: " + words.length() + "\n\n" + words;
        assertThat(read(FROM + right + "\n" + FROM + mail("b", "end\n"))).containsExactly(right, mail("b", "end\n"));
        String wrong = "From: kim@acme.example\nContent-Length: 99999\n\nwords\n";
        assertThat(read(FROM + wrong + "\n" + FROM + mail("b", "end\n"))).hasSize(2);
    }

    @Test
    void windowsLinesAByteOrderMarkAndAMissingLastLineEndAreNoMatter() throws IOException {
        String mbox = "\u00EF\u00BB\u00BF\r\n" + (FROM + mail("a", ">From x\n") + "\n" + FROM + mail("b", "end")).replace("\n", "\r\n");
        assertThat(read(mbox)).containsExactly(mail("a", "From x\n").replace("\n", "\r\n"), mail("b", "end").replace("\n", "\r\n"));
    }

    @Test
    void whatThunderbirdHasThrownAwayIsLeftOut() throws IOException {
        String from = "From - Mon Mar 02 10:00:00 2026\n";
        assertThat(read(from + "X-Mozilla-Status: 0009\nSubject: gone\n\nx\n\n" + from + "X-Mozilla-Status: 0001\nSubject: there\n\ny\n"))
                .singleElement().asString().contains("there");
    }

    @Test
    void aLineLongerThanTheBufferIsOneLine() throws IOException {
        String words = "x".repeat(700_000) + "\n" + "From\n";
        assertThat(read(FROM + mail("a", words) + "\n" + FROM + mail("b", "end\n"))).containsExactly(mail("a", words), mail("b", "end\n"));
    }

    @Test
    void theLineBeforeAMailTellsWhenItCame() {
        assertThat(MboxLines.date("From a@b.example Mon Jun 01 10:00:00 2009")).hasToString("Optional[2009-06-01T10:00:00Z]");
        assertThat(MboxLines.date("From - Tue Mar  3 09:30:00 2026 +0800")).hasToString("Optional[2026-03-03T01:30:00Z]");
        assertThat(MboxLines.date("From 1765@xxx Tue Feb 03 18:00:00 +0000 2026")).hasToString("Optional[2026-02-03T18:00:00Z]");
        assertThat(MboxLines.date("From nobody")).isEmpty();
    }
}
