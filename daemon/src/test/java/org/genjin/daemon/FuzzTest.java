package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.genjin.connectors.Needs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files damaged on purpose, the same ones at each run; {@code bench fuzz} has thousands more. */
class FuzzTest {

    private static final long SEED = 20261125;
    private static final int FEW = 150;

    @TempDir
    Path folder;

    @Test
    void whateverHappenedToAFileItIsReadOrSaidToBeUnreadableAndTheOthersAreRead() throws Exception {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(
                files.resolve("quote.eml"),
                "From: Kim <kim@acme.example>\nTo: li@factory.example\nSubject: =?UTF-8?B?5oql5Lu3?=\nMessage-ID: <q1@acme.example>\n"
                        + "Date: Mon, 2 Mar 2026 09:00:00 +0800\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n"
                        + "--b\nContent-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: quoted-printable\n\n=B1=A8=BC=DB\n"
                        + "--b\nContent-Type: application/pdf; name=\"q.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n--b--\n");
        Files.writeString(
                files.resolve("WhatsApp Chat with Ana.txt"),
                "09/03/2025, 14:05 - Ana: hola\n09/03/2025, 14:06 - Li: 500 pcs?\nyes\n10/03/2025, 08:00 - Ana: <Media omitted>\n");
        Files.writeString(
                files.resolve("messages.json"),
                "{\"participants\":[{\"name\":\"Ana\"}],\"messages\":[{\"sender_name\":\"Ana\",\"timestamp_ms\":1750000000000,"
                        + "\"content\":\"hola\"}],\"title\":\"Ana\",\"thread_path\":\"inbox/ana_1\"}");
        assertThat(failures(files, FEW)).isEmpty();
    }

    @Test
    void neitherDoFilesOfEveryMakeBreakAnything() throws Exception {
        assertThat(failures(Needs.corpora("mail"), FEW)).isEmpty();
        assertThat(failures(Needs.corpora("chat"), FEW)).isEmpty();
    }

    private static Stream<String> failures(Path files, int count) throws Exception {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Surroundings around = new TestHome(files, new MutableClock("2026-03-03T01:00:00Z")).around;
        Fuzz.Outcome outcome = new Fuzz(around, out).run(Mutator.of(files, SEED), count, OptionalInt.empty());
        assertThat(outcome.files()).isEqualTo(count);
        assertThat(outcome.messages()).isPositive();
        return outcome.failures().stream();
    }
}
