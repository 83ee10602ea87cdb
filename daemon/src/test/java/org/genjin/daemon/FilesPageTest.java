package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** Workbooks, lists and exports come and go over the page, each owner's own. */
class FilesPageTest {

    private static final String LIST = """
            Company,Contact,E-mail,Country,Grade,Colour
            Brise SAS,Eva Roux,eva@brise.example,France,A,blue
            Nordlicht GmbH,Udo Matz,udo@nordlicht.example,Germany,B,"=1+1"
            """;

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-07T01:00:00Z"); // a Saturday: no digest leaves
    private TestMailServer server;
    private TestHome home;
    private Serving serving;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI, WANG);
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Catalogue").text("Our catalogue.").at("2026-02-20T02:00:00Z"));
        server.deliver(LI, mail().from("Kim <kim@acme.example>").subject("Flange").text("please quote").at("2026-03-02T02:00:00Z"));
        home = new TestHome(folder.resolve("home"), clock).configure(server, LI, WANG);
        serving = new Serving(home);
    }

    @AfterEach
    void end() throws Exception {
        serving.close();
        server.close();
    }

    private HttpRequest.Builder request(String path, String viewer) {
        String link = serving.link(viewer);
        return HttpRequest.newBuilder(URI.create(link).resolve(path)).header("Cookie", "genjin=" + link.replaceFirst(".*token=", ""));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> post(String path, String viewer, String form) throws Exception {
        return send(request(path, viewer).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<byte[]> upload(String viewer, String name, byte[] content) throws Exception {
        return upload(viewer, name, content, 1);
    }

    /** @param times how often the content is sent; it is held once */
    private HttpResponse<byte[]> upload(String viewer, String name, byte[] content, int times) throws Exception {
        List<HttpRequest.BodyPublisher> body = new ArrayList<>(Collections.nCopies(times, HttpRequest.BodyPublishers.ofByteArray(content)));
        body.addFirst(HttpRequest.BodyPublishers.ofString(
                "--cut\r\nContent-Disposition: form-data; name=\"list\"; filename=\"" + name + "\"\r\n\r\n"));
        body.addLast(HttpRequest.BodyPublishers.ofString("\r\n--cut--\r\n"));
        return send(request("/files/list", viewer).header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.concat(body.toArray(HttpRequest.BodyPublisher[]::new))));
    }

    private String uploaded(String viewer, String name, String content) throws Exception {
        HttpResponse<byte[]> response = upload(viewer, name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(text(response)).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private String get(String path, String viewer) throws Exception {
        return text(send(request(path, viewer)));
    }

    private List<Path> temporary() throws Exception {
        try (Stream<Path> all = Files.walk(home.home.temporary().resolve("page"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aListIsShownFirstAndTakenOnlyWhenSomebodySaysSo() throws Exception {
        String list = uploaded(LI, "../../my list.csv", LIST);
        String shown = get(list, LI);
        assertThat(shown).contains("my list.csv", "It would make 2 customers", "Brise SAS", "udo@nordlicht.example").doesNotContain("../");
        assertThat(get("/customers", LI)).doesNotContain("Brise");

        String taken = text(post(list + "/take", LI, "c0.5=notes"));
        assertThat(taken).contains("2 customers made, 0 updated");
        assertThat(get("/customers", LI)).contains("Brise SAS").contains("Nordlicht");
        assertThat(home.run("show", "Brise", "--json").out()).contains("\"notes\" : \"blue\"");
        assertThat(temporary()).isEmpty();
        assertThat(get(list, LI)).contains("not here any more");
        assertThat(get(uploaded(LI, "again.csv", LIST), LI)).as("the choice is remembered").contains("<option value=\"notes\" selected>");

        assertThat(text(post("/files/undo", LI, ""))).contains("my list.csv is taken back; 2 customers are gone");
        assertThat(get("/customers", LI)).doesNotContain("Brise");
        assertThat(text(post("/files/undo", LI, ""))).contains("no import to take back");
    }

    @Test
    void anOwnerSeesNoListOfAnotherAndTakesNoneBack() throws Exception {
        String list = uploaded(LI, "list.csv", LIST);
        assertThat(send(request(list, WANG)).statusCode()).isEqualTo(404);
        assertThat(post(list + "/take", WANG, "").statusCode()).isEqualTo(404);
        post(list + "/take", LI, "");
        assertThat(get("/files", WANG)).doesNotContain("list.csv").doesNotContain(LI);
        assertThat(post("/files/undo", WANG, "owner=" + LI).statusCode()).isEqualTo(404);
        assertThat(text(post("/files/undo", WANG, ""))).contains("no import to take back");
        assertThat(get("/customers", LI)).contains("Brise SAS");
    }

    @Test
    void whatIsNoListIsSaidAsOnTheCommandLineAndLeavesNothingBehind() throws Exception {
        byte[] picture = {(byte) 0xFF, (byte) 0xD8, 0, 1, 0, 2};
        String link = upload(LI, "photo.xlsx", picture).headers().firstValue("Location").orElseThrow();
        HttpResponse<byte[]> shown = send(request(link, LI));
        assertThat(shown.statusCode()).isEqualTo(422);
        Path file = Files.write(folder.resolve("photo.xlsx"), picture);
        String sentence = home.run("customers", "import", file.toString()).err().strip();
        assertThat(text(shown)).contains(sentence.replaceFirst("^genjin: ", ""));
        assertThat(text(upload(LI, "", new byte[0]))).contains("Choose a file first");
        HttpResponse<byte[]> large = upload(LI, "large.csv", new byte[1 << 20], 62);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(text(large)).contains("larger than 60 MB");
        clock.move(Duration.ofHours(2));
        uploaded(LI, "next.csv", LIST);
        assertThat(temporary()).as("what nobody wanted is gone").singleElement().satisfies(it -> assertThat(it).hasFileName("next.csv"));
    }

    @Test
    void workbookAndExportsHoldTheViewersCustomersOnly() throws Exception {
        assertThat(get("/files", LI)).contains("Not written yet").doesNotContain("/files/sheet?");
        assertThat(text(post("/files/sheet", LI, ""))).contains("Written: 1 customers");
        String link = "/files/sheet?owner=" + LI;
        HttpResponse<byte[]> workbook = send(request(link, LI));
        assertThat(workbook.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment").contains(".xlsx");
        assertThat(workbook.body()).startsWith('P', 'K');
        assertThat(send(request(link, WANG)).statusCode()).isEqualTo(404);
        assertThat(send(request("/files/sheet?owner=../ledger", LI)).statusCode()).isEqualTo(404);

        assertThat(zipped(post("/files/export", LI, "system=hubspot").body())).contains("1-companies.csv", "README.txt");
        assertThat(text(post("/files/table", LI, "table=standard.csv"))).contains("kim@acme.example");
        assertThat(text(post("/files/table", WANG, "table=standard.csv"))).doesNotContain("kim@acme.example");
        HttpResponse<byte[]> reminder = post("/files/table", LI, "table=reminder.xlsx");
        assertThat(reminder.headers().firstValue("Content-Disposition").orElseThrow()).contains(".xlsx");
        assertThat(reminder.body()).startsWith('P', 'K');
        assertThat(post("/files/table", LI, "table=reminder.csv").statusCode()).isEqualTo(404);
        assertThat(post("/files/table", LI, "table=../x.csv").statusCode()).isEqualTo(404);
        assertThat(post("/files/export", LI, "system=nothing").statusCode()).isEqualTo(404);
        assertThat(temporary()).isEmpty();
    }

    private static List<String> zipped(byte[] zip) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry it = in.getNextEntry(); it != null; it = in.getNextEntry()) {
                names.add(it.getName());
            }
        }
        return names;
    }

    @Test
    void aRepBringsAListInABrowser() throws Exception {
        Path list = Files.writeString(folder.resolve("list.csv"), LIST);
        try (RealBrowser browser = RealBrowser.open(folder)) {
            browser.page.get(serving.link(LI));
            browser.page.findElement(By.tagName("body")).sendKeys("g", "f");
            browser.wait.until(it -> !it.findElements(By.name("list")).isEmpty());
            browser.page.findElement(By.name("list")).sendKeys(list.toString());
            browser.page.findElement(By.cssSelector("form[action='/files/list'] button")).click();
            browser.wait.until(it -> !it.findElements(By.cssSelector("table.guessed")).isEmpty());
            assertThat(browser.page.findElements(By.cssSelector("table.guessed tbody tr"))).hasSize(2);

            new Select(browser.page.findElement(By.name("c0.5"))).selectByVisibleText("notes");
            browser.wait.until(it -> it.findElements(By.cssSelector("th.unused")).isEmpty());
            browser.page.findElement(By.cssSelector("button.main")).click();
            browser.wait.until(it -> it.findElement(By.cssSelector(".message")).getText().contains("2 customers made"));

            browser.page.findElement(By.cssSelector("form[action='/files/undo'] button")).click();
            browser.wait.until(it -> it.findElement(By.cssSelector(".message")).getText().contains("taken back"));
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
