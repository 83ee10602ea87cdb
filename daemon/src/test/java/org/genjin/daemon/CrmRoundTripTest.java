package org.genjin.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.TestHome.LI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.genjin.daemon.TestHome.Said;
import org.genjin.daemon.crm.Dialects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is exported for another system comes back into an empty home, but for what that system has no place for. */
class CrmRoundTripTest {

    private static final String LIST = """
            Company,Country,Contact,Job title,E-mail,Phone,Grade,Stage,Next follow-up,Next action,Customer type,Source,Remarks
            Acme Valves Ltd,UK,Kim Lee,Buyer,kim@acme.example; kim.lee@acme.example,+44 113 496 0711; +44 113 496 0722,S,Quoted,2026-12-21,ask about the sample,Importer,Trade fair,"pays in 14 days
            =never on Fridays"
            Acme Valves Ltd,UK,Jo Marsh,Director,jo@acme.example,,,,,,,,
            Brise SAS,France,Éva Roux,Achats,eva@brise.example,01 99 00 71 12,A,Sampling,,,Yacht yard,a neighbour,wants samples
            王牌贸易有限公司,Singapore,王伟,采购经理,wang@wangpai.example,+65 6123 4567,B,Won,2027-01-15,,贸易商,广交会,老客户
            Solo GmbH,Germany,,,info@solo.example,,C,Lost,,,,,
            Nur Name AG,Switzerland,,,,,E,,,,,,only a name
            """;
    private static final String DEALS = """
            Company,Deal Name,Genjin Deal Stage,Amount,Currency,Date,Expected Close,Description
            Acme Valves Ltd,QUOTATION Q-17,quoted,12400.5,USD,2026-10-01,2026-10-31,"12,400.50 for 300 pcs"
            Acme Valves Ltd,PI LY-26021,pi-sent,1250,EUR,2026-11-02,2026-12-02,
            王牌贸易有限公司,PO 4711,won,88000,USD,2026-09-09,2026-09-09,complete order
            Brise SAS,Samples,sampling,,,2026-11-11,2026-12-11,
            """;
    /** Dialect → what its files have no place for. */
    private static final Map<String, Set<String>> LOST = Map.ofEntries(
            Map.entry("espocrm", Set.of("deal days")),
            Map.entry("google", Set.of("deals", "next", "source", "type")),
            Map.entry("joinf", Set.of("deals", "next", "type")),
            Map.entry("odoo", Set.of("addresses", "deal currencies", "deal days", "next")),
            Map.entry("outlook", Set.of("deals", "next", "source", "type")),
            Map.entry("salesforce", Set.of("deal days")),
            Map.entry("twenty", Set.of("deal days", "deal words", "phones")),
            Map.entry("vcard", Set.of("deals", "next")),
            Map.entry("vcard3", Set.of("deals", "next")),
            Map.entry("xtransfer", Set.of("deals", "next", "source", "type")),
            Map.entry("zoho", Set.of("deal days")));

    private static final Map<String, Set<String>> SEEN = new TreeMap<>();

    @TempDir
    Path folder;

    private final MutableClock clock = new MutableClock("2026-11-26T01:00:00Z");
    private TestHome from;

    @BeforeEach
    void begin() throws Exception {
        from = home("from");
        Files.writeString(folder.resolve("list.csv"), LIST);
        Files.writeString(folder.resolve("deals.csv"), DEALS);
        run(from, "customers", "import", folder.resolve("list.csv").toString());
        run(from, "customers", "import", folder.resolve("deals.csv").toString());
    }

    private TestHome home(String name) throws IOException {
        return new TestHome(folder.resolve(name), clock).write("language: en\ntime-zone: Asia/Shanghai\nmailboxes:\n  - {address: " + LI
                + ", secret: \"env:MAIL_SECRET\", imap: {host: 127.0.0.1, port: 1, tls: none}, smtp: {host: 127.0.0.1, port: 1, tls: none}}\n"
                + "our-domains: [factory.example]\nweb: {listen: \"127.0.0.1:0\"}\n");
    }

    private static Said run(TestHome home, String... arguments) {
        Said said = home.run(arguments);
        assertThat(said.exit()).as(String.join(" ", arguments) + ": " + said.err()).isZero();
        return said;
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aSystemsFilesComeBackAsTheyWere(String dialect) throws Exception {
        Path files = folder.resolve(dialect);
        run(from, "export", dialect, "--out", files.toString());
        TestHome to = home("to");
        run(to, "customers", "import", files.toString());
        Set<String> lost = new TreeSet<>();
        List<Known> before = known(from);
        List<Known> after = known(to);
        assertThat(after.stream().map(Known::name)).containsExactlyElementsOf(before.stream().map(Known::name).toList());
        for (int i = 0; i < before.size(); i++) {
            lost.addAll(before.get(i).missing(after.get(i)));
        }
        SEEN.put(dialect, lost);
        assertThat(lost).isEqualTo(new TreeSet<>(LOST.getOrDefault(dialect, Set.of())));
    }

    /** For whoever wants to know what a system has no place for. */
    @AfterAll
    static void tell() throws IOException {
        List<String> table = new ArrayList<>(List.of("| dialect | does not come back |", "|---|---|"));
        SEEN.forEach((dialect, lost) -> table.add("| " + dialect + " | " + (lost.isEmpty() ? "–" : String.join(", ", lost)) + " |"));
        Files.write(Files.createDirectories(Path.of("target")).resolve("crm-round-trip.md"), table);
    }

    static List<String> dialects() {
        return Dialects.names();
    }

    /** A customer as the command line shows it. */
    private record Known(
            String name, String country, String grade, String stage, String next, String notes, String type, String source, Deals deals, Set<String> people, Set<String> titles,
            Set<String> addresses, Set<String> phones) {

        List<String> missing(Known other) {
            List<String> missing = new ArrayList<>();
            different(missing, "country", country, other.country);
            different(missing, "grade", grade, other.grade);
            different(missing, "stage", stage, other.stage);
            different(missing, "next", next, other.next);
            different(missing, "notes", notes, other.notes);
            different(missing, "type", type, other.type);
            different(missing, "source", source, other.source);
            different(missing, "deals", deals.names, other.deals.names);
            if (deals.names.equals(other.deals.names)) {
                different(missing, "deal days", deals.days, other.deals.days);
                different(missing, "deal currencies", deals.currencies, other.deals.currencies);
                different(missing, "deal words", deals.words, other.deals.words);
            }
            different(missing, "people", people, other.people);
            different(missing, "titles", titles, other.titles);
            different(missing, "addresses", addresses, other.addresses);
            different(missing, "phones", phones, other.phones);
            return missing;
        }

        private void different(List<String> missing, String what, Object mine, Object others) {
            if (!mine.equals(others)) {
                missing.add(what);
            }
        }
    }

    /** @param names with stage and sum */
    private record Deals(List<String> names, List<String> days, List<String> currencies, List<String> words) {

        static Deals of(JsonNode all) {
            return new Deals(
                    of(all, it -> it.at("/name").asString() + " " + it.at("/stage").asString() + " " + it.at("/amount").asString("")),
                    of(all, it -> it.at("/date").asString("")), of(all, it -> it.at("/currency").asString("")),
                    of(all, it -> it.at("/words").asString("")));
        }

        private static List<String> of(JsonNode all, Function<JsonNode, String> told) {
            return all.valueStream().map(it -> it.at("/name").asString() + " " + told.apply(it)).sorted().toList();
        }
    }

    private static List<Known> known(TestHome home) {
        List<Known> known = new ArrayList<>();
        for (JsonNode it : JsonMapper.shared().readTree(run(home, "customers", "--json").out())) {
            JsonNode shown = JsonMapper.shared().readTree(run(home, "show", it.at("/id").asString(), "--json").out());
            Set<String> people = new TreeSet<>();
            Set<String> titles = new TreeSet<>();
            Set<String> addresses = new TreeSet<>();
            Set<String> phones = new TreeSet<>();
            for (JsonNode person : it.at("/contacts")) {
                people.add(person.at("/name").asString(""));
                titles.add(person.at("/title").asString(""));
                person.at("/addresses").forEach(address -> addresses.add(address.asString()));
                person.at("/phones").forEach(phone -> phones.add(phone.asString()));
            }
            known.add(new Known(
                    it.at("/name").asString(), it.at("/country").asString(""), it.at("/grade").asString(""), it.at("/stage").asString(""),
                    it.at("/nextFollowUp").asString("") + " " + it.at("/nextAction").asString(""), shown.at("/notes").asString(""),
                    it.at("/type").asString(""), it.at("/source").asString(""), Deals.of(shown.at("/deals")), people,
                    titles, addresses, phones));
        }
        known.sort(Comparator.comparing(Known::name));
        return known;
    }
}
