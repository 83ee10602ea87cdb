package org.genjin.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.genjin.config.AppConfig;
import org.genjin.config.ConfigException;
import org.genjin.config.ConfigLoader;
import org.genjin.config.Home;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.cli.Exit;
import org.genjin.daemon.cli.Terminal;
import org.genjin.daemon.ingest.Poll;
import org.genjin.daemon.web.Viewers;

/**
 * Does once what the daemon and the command line do first: starts on a home of its own, takes a few mails in, answers questions and
 * shows the page. Of what is loaded for it, Java makes the cache that later starts begin with; see the launcher.
 */
final class Rehearsal {

    private static final int MAILS = 40;
    private static final List<List<String>> QUESTIONS = List.of(
            List.of("find", "valve"), List.of("find", "法兰 报价", "--json"), List.of("find", "customer:acme price>0.5 OR \"two words\""),
            List.of("status"), List.of("status", "--json"), List.of("today"), List.of("customers"), List.of("show", "C0001"));

    private final Surroundings around;

    Rehearsal(Surroundings around) {
        this.around = around.aMinuteLater();
    }

    int run() throws IOException {
        Path folder = Files.createTempDirectory("genjin-rehearsal");
        try {
            rehearse(new Home(folder.resolve("home")), Files.createDirectory(folder.resolve("mails")));
            return Exit.DONE;
        } catch (ConfigException e) {
            throw new IllegalStateException("the rehearsal's own configuration is wrong: " + e.problems(), e);
        } finally {
            Daemon.deleteAll(folder);
        }
    }

    private void rehearse(Home home, Path mails) throws IOException, ConfigException {
        for (int i = 0; i < MAILS; i++) {
            Files.writeString(mails.resolve(i + ".eml"), mail(i));
        }
        Files.createDirectories(home.folder());
        Files.writeString(home.configFile(), """
                language: en
                exports:
                  - {folder: "%s", owner: li@factory.example}
                our-domains: [factory.example]
                web: {listen: "127.0.0.1:0"}
                """.formatted(mails.toString().replace("\\", "\\\\")));
        AppConfig config = new ConfigLoader(home.folder(), around.zone()).load(home.configFile());
        Terminal nowhere = new Terminal(InputStream.nullInputStream(), nothing(), nothing(), false, home.folder());
        try (Daemon daemon = Daemon.open(home, config, around);
                Service service = Service.start(daemon, around)) {
            Desk desk = daemon.desk();
            desk.sync().pollAll(config.sources(), Poll.Progress.SILENT);
            desk.indexing().await(true, () -> {});
            for (List<String> question : QUESTIONS) {
                List<String> arguments = new ArrayList<>(question);
                arguments.addAll(List.of("--home", home.folder().toString()));
                QuickAnswer.ask(arguments.toArray(String[]::new), around, nowhere);
            }
            look(service.link(Viewers.OPERATOR));
        }
    }

    private static void look(String link) throws IOException {
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build()) {
            browser.send(HttpRequest.newBuilder(URI.create(link)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a rehearsal", e);
        }
    }

    private static String mail(int number) {
        boolean ours = number % 3 == 1;
        String kim = "Kim Lee <kim@acme" + number % 5 + ".example>";
        String li = "Li Wei <li@factory.example>";
        return "From: " + (ours ? li : kim) + "\nTo: " + (ours ? kim : li) + "\nSubject: Inquiry " + number % 5 + " for valves 法兰"
                + "\nMessage-ID: <" + number + "@rehearsal.example>\nDate: Mon, 2 Mar 2026 10:" + (10 + number)
                + ":00 +0800\nMIME-Version: 1.0\nContent-Type: " + (number % 2 == 0 ? "text/plain" : "text/html") + "; charset=utf-8\n\n"
                + "<p>Dear all,</p>\n\nPlease quote " + 100 * number + " pcs of valve EV-" + number
                + " FOB Ningbo by next Tuesday, price USD 0.86/pc, T/T 30%.\n请报价 法兰。 Bitte um Angebot.\n\n"
                + "Best regards\nKim Lee\nHead of Purchasing\nAcme GmbH\nTel. +49 40 2000000\n\nOn Mon, 2 Mar 2026 at 09:00, "
                + "Li Wei <li@factory.example> wrote:\n> Here are two words.\n";
    }

    private static PrintStream nothing() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
