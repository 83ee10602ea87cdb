package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.Mails.mail;
import static org.genjin.daemon.TestHome.LI;
import static org.genjin.daemon.TestHome.WANG;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.genjin.daemon.cli.Desk;
import org.genjin.daemon.find.Finder;
import org.genjin.daemon.find.Offer;
import org.genjin.daemon.ingest.Poll;
import org.genjin.index.SearchQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two reps' mail, searched by what it says and by whom it is about. */
class SearchScenarioTest {

    private static final Optional<String> EVERYONE = Optional.empty();

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-03-09T09:00:00Z");
    private TestMailServer server;
    private Daemon daemon;
    private Desk desk;

    @BeforeEach
    void begin() throws Exception {
        server = new TestMailServer(LI, WANG);
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Catalogue").text("Dear Kim, our catalogue.")
                .at("2026-02-20T02:00:00Z").id("<c1@factory.example>"));
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").subject("Re: Catalogue")
                .text("Dear Li,\n\nplease quote flange KX-4821/B, 2000 pcs.\n\n--\nKim Lee\nAcme GmbH\nTel. +49 30 55501234")
                .at("2026-03-02T02:00:00Z").header("In-Reply-To: <c1@factory.example>").id("<k1@acme.example>"));
        server.sent(LI, mail().from(LI).to("kim@acme.example").subject("Re: Catalogue")
                .text("Dear Kim,\n\nour price for KX-4821/B is USD 0.85 per piece FOB Ningbo.\n\n> please quote flange")
                .at("2026-03-03T02:00:00Z").header("In-Reply-To: <k1@acme.example>").id("<c2@factory.example>"));
        server.deliver(WANG, mail().from("Ana Silva <ana@silva.example>").subject("Valvulas sigilosas")
                .text("Please quote our secret article ZZ-9000, 500 pcs.\n\nAna Silva\nSilva Ltda")
                .at("2026-03-04T02:00:00Z").id("<s1@silva.example>"));
        server.sent(WANG, mail().from(WANG).to("ana@silva.example").subject("Re: Valvulas sigilosas")
                .text("Dear Ana, with pleasure.").at("2026-03-05T02:00:00Z").header("In-Reply-To: <s1@silva.example>"));
        daemon = new TestHome(folder.resolve("home"), clock).configure(server, LI, WANG).open();
        desk = daemon.desk();
        sync();
    }

    @AfterEach
    void end() throws Exception {
        daemon.close();
        server.close();
    }

    private void sync() throws Exception {
        TestHome.sync(desk);
    }

    private Finder.Found find(String query, Optional<String> viewer) throws Exception {
        return desk.finder().find(query, viewer, 20, 0, clock.instant());
    }

    private long total(String query) throws Exception {
        return find(query, EVERYONE).total();
    }

    @Test
    void messagesAreFoundByWhatTheySay() throws Exception {
        assertThat(total("type:quote")).isEqualTo(1);
        assertThat(total("price>0.8")).isEqualTo(1);
        assertThat(total("price:0.5..1 USD")).isEqualTo(1);
        assertThat(total("price>1")).isZero();
        assertThat(total("kx4821b")).isEqualTo(2);
        assertThat(find("type:quote", EVERYONE).understood()).isEqualTo("with Quotation");
    }

    @Test
    void messagesAreFoundByWhoseTheyAre() throws Exception {
        assertThat(total("customer:acme")).isEqualTo(3);
        assertThat(total("customer:\"Kim Lee\"")).isEqualTo(3);
        assertThat(total("is:theirs catalogue")).isEqualTo(3);
        assertThat(find("customer:acme after:2026-03-03 dir:out", EVERYONE).understood())
                .isEqualTo("customer “acme” and from 2026-03-03 and from us");
    }

    @Test
    void aWordThatStandsInQuotedTextAloneIsFoundThereAndSaidSo() throws Exception {
        Finder.Found found = find("flange", EVERYONE);
        assertThat(found.hits()).extracting(it -> it.foundIn()).containsExactly("body", "quoted");
        Finder.Wish grouped = new Finder.Wish(20, 0, SearchQuery.Order.BEST, true);
        assertThat(desk.finder().find("flange", EVERYONE, grouped, clock.instant()).hits())
                .singleElement()
                .satisfies(it -> assertThat(it.more()).isEqualTo(1));
    }

    @Test
    void nobodyIsOfferedACorrectionASuggestionOrACountFromAnothersMail() throws Exception {
        assertThat(find("sigilozas", Optional.of(WANG)).total()).isEqualTo(2);
        assertThat(find("sigilozas", Optional.of(LI)).total()).isZero();
        assertThat(find("sigilozas", Optional.of(LI)).hints()).isEmpty();
        assertThat(desk.finder().offers("sigil", Optional.of(WANG))).isNotEmpty();
        assertThat(desk.finder().offers("sigil", Optional.of(LI))).isEmpty();
        assertThat(offers("zz9", Optional.of(WANG))).contains("ZZ-9000");
        assertThat(offers("zz9", Optional.of(LI))).isEmpty();
        assertThat(offers("silva", Optional.of(LI))).isEmpty();
        assertThat(offers("ana", Optional.of(WANG))).contains("Ana Silva");
        assertThat(find("*", Optional.of(LI)).facets().get("customer")).hasSize(1);
    }

    private List<String> offers(String typed, Optional<String> viewer) throws Exception {
        return desk.finder().offers(typed, viewer).stream().map(Offer::text).toList();
    }

    @Test
    void aSearchIsKeptUnderANameForItsOwnerAlone() throws Exception {
        assertThat(desk.finder().saved().save(Optional.of(LI), "@prices", "price>0.5 OR type:quote", clock.instant())).contains("prices");
        assertThat(find("@prices", Optional.of(LI)).total()).isEqualTo(1);
        assertThat(find("@PRICES dir:in", Optional.of(LI)).total()).isZero();
        assertThat(desk.finder().saved().of(Optional.of(WANG))).isEmpty();
        assertThat(desk.finder().saved().save(Optional.of(LI), "not/a name", "x", clock.instant())).isEmpty();
        assertThat(desk.finder().saved().remove(Optional.of(LI), "prices")).isTrue();
        assertThat(desk.finder().saved().of(Optional.of(LI))).isEmpty();
    }

    @Test
    void aSearchThatNobodyKeptIsSaidNotToBeThereWithThoseThatAre() throws Exception {
        assertThat(find("@late", EVERYONE).hints()).singleElement().asString().contains("@late", "--save late");
        assertThat(find("@pleaze", EVERYONE).total()).as("nothing that is like the name is shown instead").isZero();
        desk.finder().saved().save(EVERYONE, "prices", "type:quote", clock.instant());
        desk.finder().saved().save(Optional.of(LI), "of-li", "catalogue", clock.instant());
        assertThat(find("@late", EVERYONE).hints()).singleElement().asString().contains("@late", "@prices").doesNotContain("of-li");
        assertThat(find("@prices", EVERYONE).hints()).isEmpty();
        assertThat(find("@acme.example", EVERYONE).hints()).as("the end of an address is found as it is").isEmpty();
    }

    @Test
    void aScanThatNothingReadsIsFoundByItsNameAndSaidNotToBeRead() throws Exception {
        daemon.close();
        TestHome home = new TestHome(folder.resolve("home"), clock).configure(server, LI, WANG);
        Files.writeString(home.home.configFile(), "attachments: {ocr: none}\n", StandardOpenOption.APPEND);
        daemon = home.open();
        desk = daemon.desk();
        BufferedImage picture = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").subject("Signed").text("Dear Li, the contract.")
                .attach("contract-scan.png", png.toByteArray()).at("2026-03-08T02:00:00Z").id("<k7@acme.example>"));
        sync();
        assertThat(find("filename:contract-scan", EVERYONE).hits()).singleElement().satisfies(it -> {
            assertThat(it.foundIn()).isEqualTo("attachment:contract-scan.png");
            assertThat(it.problem()).isEqualTo("no-ocr");
        });
        String customer = String.valueOf(find("filename:contract-scan", EVERYONE).hits().getFirst().customer());
        daemon.close();
        assertThat(home.run("show", customer).out()).contains("contract-scan.png (not read: no OCR installed)");
        assertThat(home.run("find", "filename:contract-scan").out()).contains("(not read: no OCR installed)");
        daemon = home.open();
    }

    @Test
    void aNewMessageIsFoundWithinASecondOfBeingStored() throws Exception {
        server.deliver(LI, mail().from("Kim Lee <kim@acme.example>").subject("New").text("quickfound").at("2026-03-09T08:00:00Z"));
        desk.sync().pollAll(desk.config().sources(), Poll.Progress.SILENT);
        long stored = System.nanoTime();
        while (total("quickfound") == 0) {
            assertThat(Duration.ofNanos(System.nanoTime() - stored)).isLessThan(Duration.ofSeconds(20));
            Thread.onSpinWait();
        }
        assertThat(total("quickfound")).isEqualTo(1);
    }
}
