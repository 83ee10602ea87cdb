package org.genjin.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.genjin.config.Secret;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.Batch;
import org.genjin.connectors.Connector;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.Connectors;
import org.genjin.connectors.Cursor;
import org.genjin.connectors.Mailbox;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Trouble;

/**
 * How fast a mailbox is read from a Dovecot on this machine: by the IMAP connector alone (fetched and parsed, not stored), by a
 * bare loop of fetches in Python, and by mbsync. All take turns, after one turn that does not count.
 */
final class PullBench {

    private static final int ROUNDS = 3;
    private static final int A_PULL = 100; // what a poll asks for
    private static final String USER = "li";

    private final Surroundings around;
    private final PrintStream out;

    PullBench(Surroundings around, PrintStream out) {
        this.around = around;
        this.out = out;
    }

    private interface Way {
        /** @return seconds */
        double read() throws IOException, InterruptedException, Trouble;
    }

    private record Measured(String name, Way way, List<Double> rates) {
        double median() {
            double[] sorted = rates.stream().mapToDouble(it -> it).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    int run(int mails) throws IOException, Trouble {
        Path dovecot = Installed.program(around, "dovecot")
                .orElseThrow(() -> Trouble.failed("This measures against Dovecot, which is not installed. Install dovecot-imapd."));
        Path folder = Files.createTempDirectory("genjin-pull");
        try (DovecotServer server = new DovecotServer(folder, dovecot)) {
            fill(server, mails);
            server.start();
            measure(server.port(), mails, folder);
            return Exit.DONE;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a benchmark", e);
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private void measure(int port, int mails, Path folder) throws IOException, InterruptedException, Trouble {
        List<Measured> ways = new ArrayList<>();
        ways.add(new Measured("connector", () -> connector(port, mails), new ArrayList<>()));
        Installed.program(around, "python3").ifPresentOrElse(
                it -> ways.add(new Measured("imaplib", () -> imaplib(it, port, mails), new ArrayList<>())),
                () -> out.println("python3 is not installed: no bare loop to compare with"));
        Installed.program(around, "mbsync").ifPresentOrElse(
                it -> ways.add(new Measured("mbsync", () -> mbsync(it, port, folder), new ArrayList<>())),
                () -> out.println("mbsync is not installed: not compared"));
        for (int round = 0; round <= ROUNDS; round++) {
            for (Measured it : ways) {
                double rate = mails / it.way().read();
                if (round > 0) {
                    it.rates().add(rate);
                }
            }
        }
        double own = ways.getFirst().median();
        for (Measured it : ways) {
            out.println(String.format(
                    Locale.ROOT, "%-12s%7.0f messages/s (%s)%s", it.name(), it.median(),
                    String.join(", ", it.rates().stream().map(rate -> String.format(Locale.ROOT, "%.0f", rate)).toList()),
                    it.equals(ways.getFirst()) ? "" : String.format(Locale.ROOT, "; connector is %.2f times as fast", own / it.median())));
        }
    }

    private double connector(int port, int mails) throws Trouble {
        SourceConfig source = new SourceConfig.Imap(
                "li@factory.example", "li@factory.example", USER, new Secret.Environment("PASSWORD"),
                new Server("127.0.0.1", port, Server.Tls.NONE), Optional.empty(), Optional.empty());
        long begun = System.nanoTime();
        int read = 0;
        try (Connector connector = new Connectors(Map.of("PASSWORD", "secret"), around.clock()).open(source)) {
            Mailbox inbox = connector.mailboxes().getFirst();
            Cursor cursor = Cursor.START;
            Batch batch;
            do {
                batch = connector.pull(inbox, cursor, A_PULL);
                read += batch.messages().size();
                cursor = batch.next();
            } while (!batch.drained());
        } catch (ConnectorException e) {
            throw Trouble.failed(String.valueOf(e.getMessage()));
        }
        return seconds(begun, read, mails);
    }

    private static double imaplib(Path python, int port, int mails) throws IOException, InterruptedException, Trouble {
        // What it imports and how long it starts is not counted.
        String script = """
                import imaplib, time
                begun = time.time()
                server = imaplib.IMAP4('127.0.0.1', %d)
                server.login('%s', 'secret')
                server.select('INBOX', readonly=True)
                uids = server.uid('SEARCH', None, 'UID 1:*')[1][0].split()
                read = 0
                for i in range(0, len(uids), 200):
                    answers = server.uid('FETCH', b','.join(uids[i:i + 200]).decode(), '(UID BODY.PEEK[])')[1]
                    read += sum(1 for it in answers if isinstance(it, tuple))
                print(read, time.time() - begun)
                server.logout()
                """.formatted(port, USER);
        Process process = new ProcessBuilder(python.toString(), "-c", script).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String[] words = said.split(" ", -1);
        if (process.waitFor() != 0 || words.length != 2 || Integer.parseInt(words[0]) != mails) {
            throw Trouble.failed("Python did not read the mailbox: " + said);
        }
        return Double.parseDouble(words[1]);
    }

    private static double mbsync(Path mbsync, int port, Path folder) throws IOException, InterruptedException, Trouble {
        Path here = folder.resolve("mbsync");
        Path config = folder.resolve("mbsyncrc");
        Files.writeString(config, """
                FSync no
                IMAPAccount it
                Host 127.0.0.1
                Port %1$d
                User %2$s
                Pass secret
                SSLType None
                AuthMechs LOGIN
                IMAPStore far
                Account it
                MaildirStore near
                Path %3$s/
                Inbox %3$s/INBOX
                Channel all
                Far :far:
                Near :near:
                Sync Pull New
                Create Near
                SyncState *
                """.formatted(port, USER, here).replace("\nIMAPStore", "\n\nIMAPStore").replace("\nMaildirStore", "\n\nMaildirStore")
                .replace("\nChannel", "\n\nChannel").replace("no\nIMAPAccount", "no\n\nIMAPAccount"));
        Files.createDirectory(here);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(mbsync.toString(), "-q", "-c", config.toString(), "-a").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        boolean well = process.waitFor() == 0;
        double seconds = (System.nanoTime() - begun) / 1e9;
        Daemon.deleteAll(here);
        if (!well) {
            throw Trouble.failed("mbsync did not read the mailbox: " + said);
        }
        return seconds;
    }

    private static double seconds(long begun, int read, int mails) throws Trouble {
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (read != mails) {
            throw Trouble.failed(read + " messages were read of " + mails + ".");
        }
        return seconds;
    }

    /** Mails of 3 KB as buyers write them: half of them with an HTML part. */
    private static void fill(DovecotServer server, int mails) throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < mails; i++) {
            server.put("", i, "S", mail(i, random).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String mail(int number, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < (number % 2 == 0 ? 1000 : 2300)) {
            text.append("We need ").append(random.nextInt(5000)).append(" pcs of valve DN").append(random.nextInt(400))
                    .append(" with flange, please quote FOB Ningbo and delivery time.\r\n");
        }
        String head = "Received: from mx.buyer" + number % 70 + ".example by mail.factory.example; Mon, 2 Mar 2026 10:00:00 +0800\r\n"
                + "From: Kim Lee <kim" + number % 700 + "@buyer" + number % 70 + ".example>\r\nTo: Li Wei <li@factory.example>\r\n"
                + "Subject: Inquiry " + number + " for valves\r\nMessage-ID: <" + number + "@buyer.example>\r\n"
                + "Date: Mon, 2 Mar 2026 10:00:00 +0800\r\nMIME-Version: 1.0\r\n";
        if (number % 2 == 1) {
            return head + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text;
        }
        return head + "Content-Type: multipart/alternative; boundary=\"b" + number + "\"\r\n\r\n--b" + number
                + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n--b" + number
                + "\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>"
                + text.toString().replace("\r\n", "</p>\r\n<p>") + "</p></body></html>\r\n--b" + number + "--\r\n";
    }
}
