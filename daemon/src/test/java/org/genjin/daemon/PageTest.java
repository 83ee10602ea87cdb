package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page of a running daemon, by plain requests and in a real browser. */
class PageTest {

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-07T01:00:00Z"); // a Saturday: no digest leaves
    private TestMailServer server;
    private TestHome home;
    private Serving serving;
    private String links;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI, WANG);
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Catalogue").text("Our catalogue.").at("2026-02-20T02:00:00Z"));
        server.deliver(LI, mail().from("Kim <kim@acme.example>").subject("Flange <script>alert(1)</script>")
                .text("please quote flange DN50-A <img src=x onerror=alert(2)>\n\n> our catalogue").at("2026-03-02T02:00:00Z")
                .attach("plan.csv", "superheterodyne;1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI, WANG);
        serving = new Serving(home);
        links = serving.link(LI);
    }

    @AfterEach
    void end() throws Exception {
        serving.close();
        server.close();
    }

    private HttpResponse<String> get(String path, String token, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(links).resolve(path)).header("Cookie", "genjin=" + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> post(String path, String token, String form, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(links).resolve(path))
                .header("Cookie", "genjin=" + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private String token(String owner) {
        return serving.link(owner).replaceFirst(".*token=", "");
    }

    @Test
    void withoutTheLinkNobodyGetsIn() throws Exception {
        assertThat(get("/", "wrong").statusCode()).isEqualTo(401);
        assertThat(get("/customers/C0001", "").body()).doesNotContain("Acme");
        HttpResponse<String> first = get("/?token=" + token(LI), "");
        assertThat(first.statusCode()).isEqualTo(302);
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(get("/", token(LI)).statusCode()).isEqualTo(200);
    }

    @Test
    void anOwnersPageShowsNothingOfAnotherOwner() throws Exception {
        assertThat(get("/customers", token(LI)).body()).contains("Acme");
        assertThat(get("/customers", token(WANG)).body()).doesNotContain("Acme");
        assertThat(get("/customers/C0001", token(WANG)).statusCode()).isEqualTo(404);
        assertThat(get("/search?q=flange", token(WANG)).body()).doesNotContain("Acme").doesNotContain("DN50");
        assertThat(get("/health", token(WANG)).body()).doesNotContain(LI).doesNotContain("customers,");
        assertThat(get("/messages/1/attachments/0", token(WANG)).statusCode()).isEqualTo(404);
        assertThat(post("/customers/C0001/set", token(WANG), "grade=S").statusCode()).isEqualTo(404);
    }

    @Test
    void theHealthPageHoldsEachFolderAgainstTheServerAndShowsInRedWhatIsWrong() throws Exception {
        String good = get("/health", token(LI)).body();
        assertThat(row(good, "INBOX")).containsSubsequence(">1<", ">1<", ">0<");
        assertThat(row(good, "Sent")).containsSubsequence(">1<", ">1<", ">0<");
        assertThat(good).contains("state-ok").doesNotContain("class=\"problem\"");
        String empty = get("/health", token(WANG)).body();
        assertThat(empty).contains("state-silent").contains("class=\"problem\"").contains("switch IMAP on");
        clock.move(Duration.ofHours(30));
        assertThat(get("/health", token(LI)).body()).contains("state-silent").contains("has not been read to its end since");
    }

    @Test
    void theCustomersPageSaysWhyAndOneClickCorrectsIt() throws Exception {
        String page = get("/customers/C0001", token(LI)).body();
        assertThat(page).contains("DN50-A").contains("please quote").contains("kim@acme.example").contains("2 Mar 2026");
        String row = Pattern.compile("/messages/(\\d+)/assign").matcher(page).results().findFirst().orElseThrow().group(1);

        assertThat(post("/messages/" + row + "/assign", token(WANG), "to=").statusCode()).isEqualTo(404);
        assertThat(post("/messages/" + row + "/assign", token(LI), "from=C0001&to=Nobody+known").statusCode()).isEqualTo(422);
        assertThat(post("/messages/" + row + "/assign", token(LI), "from=C0001&to=").statusCode()).isEqualTo(303);
        assertThat(get("/customers/C0001", token(LI)).body()).doesNotContain("please quote flange");

        assertThat(post("/decisions/1/undo", token(WANG), "").statusCode()).isEqualTo(422);
        assertThat(post("/decisions/1/undo", token(LI), "").statusCode()).isEqualTo(303);
        assertThat(get("/customers/C0001", token(LI)).body()).contains("please quote flange");

        assertThat(post("/customers/C0001/set", token(LI), "name=Acme+Flanges&country=DE").statusCode()).isEqualTo(303);
        assertThat(get("/customers/C0001", token(LI)).body()).contains("Acme Flanges").contains("set by " + LI);
        assertThat(post("/customers/C0001/split", token(LI), "").body()).contains("Choose at least one contact");
        assertThat(post("/customers/C0001/merge", token(LI), "other=").body()).contains("Name the other customer");
        assertThat(post("/customers/C0001/set-aside", token(LI), "reason=supplier").statusCode()).isEqualTo(303);
        assertThat(get("/customers", token(LI)).body()).doesNotContain("Acme");
    }

    private static String row(String page, String folder) {
        Matcher row = Pattern.compile("<tr[^>]*><td><bdi>" + folder + "</bdi></td>.*?</tr>", Pattern.DOTALL).matcher(page);
        assertThat(row.find()).as(page).isTrue();
        return row.group();
    }

    @Test
    void whatACustomerWroteIsNeverHtmlOfOurs() throws Exception {
        HttpResponse<String> page = get("/customers/C0001", token(LI));
        assertThat(page.body()).doesNotContain("<script>alert").doesNotContain("<img src=x").contains("&lt;img src=x");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'").contains("script-src 'self'").doesNotContain("unsafe");
        Matcher link = Pattern.compile("/messages/\\d+/attachments/0").matcher(page.body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> file = get(link.group(), token(LI));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment").contains("plan.csv");
    }

    @Test
    void anotherPageOfTheWebCannotActInTheRepsName() throws Exception {
        assertThat(post("/customers/C0001/set", token(LI), "grade=S", "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(post("/customers/C0001/set", token(LI), "grade=S", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(post("/customers/C0001/set", token(LI), "grade=S").statusCode()).isEqualTo(303);
        assertThat(get("/customers", token(LI)).body()).contains("<b>S</b>");
    }

    @Test
    void commandsReachTheRunningDaemonAndOnlyWithItsToken() throws Exception {
        TestHome.Said status = home.run("status", "--json");
        assertThat(status.exit()).as(status.err()).isZero();
        assertThat(status.out()).contains("\"messages\" : 2");
        assertThat(home.run("set", "acme", "grade=Z").exit()).isEqualTo(2);
        assertThat(home.run("run").err()).contains("is running already");
        assertThat(post("/api/cli", token(LI), "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void aRequestForAnotherHostIsRefused() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", URI.create(links).getPort())) {
            socket.getOutputStream().write(("GET /customers HTTP/1.1\r\nHost: rebound.example\r\nCookie: genjin=" + token(LI)
                    + "\r\nConnection: close\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void aRepWorksThroughTheDayInABrowser() {
        try (RealBrowser browser = RealBrowser.open(folder)) {
            WebDriver page = browser.page;
            WebDriverWait wait = browser.wait;
            page.get(links);
            assertThat(page.getCurrentUrl()).doesNotContain("token");
            assertThat(page.findElement(By.cssSelector(".card")).getText()).contains("Acme").contains("waits for an answer");
            page.findElement(By.cssSelector(".acts button")).click();
            wait.until(it -> it.findElement(By.cssSelector(".card.done")).isDisplayed());

            page.findElement(By.tagName("body")).sendKeys("/");
            WebElement box = page.switchTo().activeElement();
            box.sendKeys("superheterodyne", Keys.ENTER);
            wait.until(it -> !it.findElements(By.tagName("mark")).isEmpty());
            assertThat(page.findElement(By.tagName("mark")).getText()).isEqualTo("superheterodyne");
            assertThat(page.findElement(By.cssSelector(".hit")).getText()).contains("plan.csv");

            WebElement again = page.findElement(By.id("q"));
            again.clear();
            again.sendKeys("catal");
            wait.until(it -> !it.findElements(By.cssSelector("#offers a")).isEmpty());
            again.sendKeys(Keys.ARROW_DOWN);
            assertThat(page.switchTo().activeElement().getText()).contains("Catalogue");
            page.switchTo().activeElement().sendKeys(Keys.ESCAPE);
            again.clear();
            again.sendKeys("flange");
            // While it is typed, what begins like it is shown.
            wait.ignoring(StaleElementReferenceException.class)
                    .until(it -> String.valueOf(it.getCurrentUrl()).contains("q=flange")
                            && it.findElement(By.tagName("mark")).getText().equalsIgnoreCase("flange"));

            page.findElement(By.cssSelector(".hit h3 a")).click();
            wait.until(it -> it.findElement(By.cssSelector(".timeline")).isDisplayed());
            assertThat(page.findElement(By.cssSelector(".timeline")).getText()).contains("please quote flange").contains("plan.csv");
            assertThat(page.findElement(By.cssSelector("details .words")).isDisplayed()).as("quoted text is folded").isFalse();
            page.findElement(By.name("when")).sendKeys("someday", Keys.ENTER);
            wait.until(it -> it.findElement(By.cssSelector(".message")).getText().contains("names no day"));

            assertThat(browser.complaints()).isEmpty();
        }
    }
}
