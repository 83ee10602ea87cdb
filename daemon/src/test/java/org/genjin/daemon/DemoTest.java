package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs for a while, as real processes. */
class DemoTest {

    @TempDir
    Path folder;

    private Process genjin(String... arguments) throws Exception {
        return new ProcessBuilder(Stream.concat(
                                Stream.of(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-Xmx512m",
                                        "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + folder.resolve("tmp"), "-cp", System.getProperty("java.class.path"),
                                        "org.genjin.daemon.Main"),
                                Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void theDemoShowsAYearOfAnExporterAndLeavesNothingBehind() throws Exception {
        Files.createDirectories(folder.resolve("tmp"));
        Process demo = genjin("demo", "--once", "--no-browser");
        String said = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(demo.waitFor()).as(said).isZero();
        assertThat(said).contains("2588 messages, each once").contains("60 customers").contains("in 10 countries").contains("8 languages")
                .contains("The page is open to you: http://127.0.0.1:").contains("Sent to li.wei@").contains("Sent to chen.fang@")
                .contains("The morning mail of").contains("Workbook of chen.fang@").contains("Nothing of it is left behind")
                .doesNotContain("another terminal");
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.filter(it -> it.getFileName().toString().startsWith("genjin"))).isEmpty();
        }
    }

    @Test
    void aSignalEndsTheDaemonInOrderAlsoWhenAServerKeepsItWaiting() throws Exception {
        Files.createDirectories(folder.resolve("tmp"));
        try (ServerSocket hole = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) { // takes connections and says nothing
            TestHome home = new TestHome(folder.resolve("home"), new MutableClock("2026-03-03T01:00:00Z")).write(
                    "mailboxes:\n  - {address: li@factory.example, secret: \"file:secret\", imap: {host: 127.0.0.1, port: "
                            + hole.getLocalPort() + ", tls: none}}\nweb: {listen: \"127.0.0.1:0\"}\n");
            Files.writeString(home.home.folder().resolve("secret"), "secret");
            Process daemon = genjin("run", "--home", home.home.folder().toString());
            BufferedReader out = new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            while (line != null && !line.contains("all customers")) {
                line = out.readLine();
            }
            assertThat(line).isNotNull();
            hole.accept(); // the poll has begun
            daemon.destroy();
            assertThat(daemon.waitFor(10, TimeUnit.SECONDS)).as("within ten seconds").isTrue();
            assertThat(daemon.exitValue()).isZero();
            assertThat(home.home.daemonFile()).doesNotExist();
            assertThat(home.run("status").exit()).as("the home is free").isZero();
        }
    }
}
