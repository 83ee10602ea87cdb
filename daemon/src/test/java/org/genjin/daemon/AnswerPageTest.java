package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.genjin.daemon.outbox.OwnMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a link in the morning mail, by plain requests. */
class AnswerPageTest {

    private static final Optional<String> LIS = Optional.of(LI);

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-03T00:01:00Z");
    private TestMailServer server;
    private HomeLock lock;
    private Daemon daemon;
    private Service service;
    private String token;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI, WANG);
        server.sent(LI, mail().from(LI).to("kim@acme.example").text("Our catalogue.").at("2026-02-20T02:00:00Z"));
        server.deliver(LI, mail().from("Kim <kim@acme.example>").text("please quote flange DN50").at("2026-03-02T02:00:00Z"));
        TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI, WANG);
        lock = HomeLock.take(home.home).orElseThrow();
        daemon = home.open();
        TestHome.sync(daemon.desk());
        daemon.desk().reminders().run();
        token = OwnMail.token(server.digests(LI).getFirst().getHeader(OwnMail.HEADER, null));
        service = Service.start(daemon, home.around);
    }

    @AfterEach
    void end() throws Exception {
        service.close();
        daemon.close();
        lock.close();
        server.close();
    }

    private String address() {
        return service.link("*").replaceFirst("/\\?token=.*", "");
    }

    private HttpResponse<String> get(String path, String viewer) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        if (!viewer.isEmpty()) {
            request.header("Cookie", "genjin=" + service.link(viewer).replaceFirst(".*token=", ""));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> press(String say, String once, String origin) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/answer/" + token))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString("say=" + encoded(say) + "&once=" + once))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private int due() {
        return daemon.desk().board().due(LIS, clock.instant()).size();
    }

    private static String once(String page) {
        Matcher once = Pattern.compile("name=\"once\" value=\"([0-9a-f]+)\"").matcher(page);
        assertThat(once.find()).isTrue();
        return once.group(1);
    }

    @Test
    void lookingAtTheLinkDoesNothingAndTheButtonDoesItOnce() throws Exception {
        HttpResponse<String> page = get("/answer/" + token + "?say=" + encoded("1 完成"), "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("what was due is dealt with", "<button type=\"submit\">Do it", LI);
        assertThat(due()).isEqualTo(1);
        String once = once(page.body());
        assertThat(press("1 完成", once, address()).body()).contains("Done. You can close this page.");
        assertThat(press("1 完成", once, address()).body()).contains("Done. You can close this page.");
        assertThat(due()).isZero();
        assertThat(daemon.desk().board().customers(LIS, clock.instant()).getFirst().touches()).as("one note").isEqualTo(3);
        daemon.desk().answers().run();
        assertThat(server.digests(LI)).as("no receipt is needed").hasSize(1);
        assertThat(press("undo", "other", address()).body()).contains("Taken back");
        assertThat(due()).isEqualTo(1);
    }

    @Test
    void anotherPageCannotPressTheButtonAndAnotherOwnerCannotLook() throws Exception {
        assertThat(press("1 done", "x", "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(due()).isEqualTo(1);
        assertThat(get("/answer/" + token + "?say=1+done", WANG).statusCode()).isEqualTo(404);
        assertThat(get("/answer/" + token + "?say=1+done", LI).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownOrOldTokenIsToldInASentence() throws Exception {
        String unknown = token.substring(0, token.length() - 4) + "0000";
        assertThat(get("/answer/" + unknown + "?say=1+done", "").body()).contains("This link is not one of this Genjin");
        assertThat(get("/answer/nonsense?say=1+done", "").statusCode()).isEqualTo(404);
        clock.set("2026-03-11T01:00:00Z");
        HttpResponse<String> old = get("/answer/" + token + "?say=1+done", "");
        assertThat(old.statusCode()).isEqualTo(410);
        assertThat(old.body()).contains("more than seven days old").doesNotContain("<button");
    }

    @Test
    void whatIsNotUnderstoodOffersNoButtonAndWordsAreShownAsWords() throws Exception {
        String page = get("/answer/" + token + "?say=" + encoded("<script>alert(1)</script> 9 done"), "").body();
        assertThat(page).doesNotContain("<script>alert").doesNotContain("<button");
    }
}
