package org.genjin.daemon.industry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.reading.said.Fact;
import org.genjin.daemon.reading.said.FactField;
import org.genjin.daemon.reading.said.FactType;
import org.genjin.daemon.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndustriesTest {

    @TempDir
    Path folder;

    private Industries industries(String... home) {
        return new Industries(folder, List.of(home));
    }

    private static List<String> read(IndustryColumn column, String... files) {
        List<Spoken.Document> documents = List.of(files).stream().map(it -> new Spoken.Document(it, "")).toList();
        return new ColumnReading(column).read(new Spoken("", false, List.of(), documents)).stream().map(FoundValue::value).toList();
    }

    private IndustryColumn column(String id) {
        return industries().allColumns().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void eachLineOfTradeAndItsColumnsAndChoicesAreCalledSomethingInEveryLanguage() {
        for (String id : industries().ids()) {
            Industry industry = industries().of(id).getFirst();
            assertThat(industry.names().keySet()).as(id).containsExactlyInAnyOrder(Language.values());
            assertThat(industry.columns()).allSatisfy(column -> {
                assertThat(column.headers().keySet()).as(column.id()).containsExactlyInAnyOrder(Language.values());
                assertThat(column.choices()).allSatisfy(choice -> assertThat(choice.names().keySet()).as(choice.id()).hasSize(Language.values().length));
            });
        }
    }

    @Test
    void noHeaderIsThatOfAnotherColumnInWhateverLanguageItIsRead() {
        Map<String, String> taken = new HashMap<>();
        for (Language language : Language.values()) {
            for (String key : List.of("name", "country", "grade", "stage", "turn", "next", "action", "contact", "type", "source", "products", "quote", "notes")) {
                taken.put(Names.folded(Words.of("workbook", language).text("column." + key)), key);
            }
        }
        industries().allColumns().forEach(column -> column.headers().forEach((language, header) ->
                assertThat(taken.merge(Names.folded(header), column.id(), (before, now) -> before)).as(header + " " + language.tag()).isEqualTo(column.id())));
    }

    @Test
    void theExampleFileIsRightAndAddsALineOfTrade() throws Exception {
        Files.copy(Path.of("../config/furniture.example.yaml"), folder.resolve("furniture.yaml"));
        Industries industries = industries("furniture");
        assertThat(industries.problems()).isEmpty();
        assertThat(industries.of("")).singleElement().satisfies(it -> {
            assertThat(it.name(Language.DE)).isEqualTo("Möbel");
            assertThat(it.columns()).extracting(IndustryColumn::id).containsExactly("wood", "item", "height", "sketch", "certificate");
            Spoken spoken = new Spoken("We want oak or walnut, item no. AB-220, 46 cm seat.", false, List.of(), List.of());
            assertThat(it.columns().stream().flatMap(column -> new ColumnReading(column).read(spoken).stream()).map(FoundValue::value))
                    .containsExactly("oak", "walnut", "AB-220", "46");
        });
    }

    @Test
    void aFileOfTheHomeStandsInThePlaceOfOursAndOneThatIsBrokenIsSaid() throws Exception {
        Files.writeString(folder.resolve("food.yaml"), "columns:\n  - id: halal\n    header: {en: Halal}\n    kind: yes-no\n");
        Files.writeString(folder.resolve("toys.yaml"), "columns: [\n");
        Files.writeString(folder.resolve("Food List.xlsx"), "");
        assertThat(industries().of("food").getFirst().columns()).extracting(IndustryColumn::id).containsExactly("halal");
        assertThat(industries().problems()).hasSizeBetween(2, 3)
                .anySatisfy(it -> assertThat(it).startsWith("industries/toys.yaml line").contains("it is no YAML"))
                .anySatisfy(it -> assertThat(it).startsWith("industries/Food List.xlsx: it is not read"));
        assertThat(industries().chosen("Food，machinery")).contains("food machinery");
        assertThat(industries().chosen("toys")).isEmpty();
        assertThat(industries().chosen("none")).contains("none");
        assertThat(industries("food").of("none")).isEmpty();
    }

    @Test
    void filesThatCameAreKnownByTheirEndingOrByWhatTheyAreCalled() {
        assertThat(read(column("drawing"), "flange.dwg", "Terms.pdf", "总装图-A3.pdf")).containsExactly("flange.dwg", "总装图-A3.pdf");
        assertThat(read(column("drawing"), "IMG_2024.jpg", "business plan.pdf")).isEmpty();
        assertThat(read(column("sds"), "MSDS_acetone.pdf", "SDS-toluene_EN.PDF")).containsExactly("MSDS_acetone.pdf", "SDS-toluene_EN.PDF");
        assertThat(read(column("sds"), "msds.eml", "sdsl.pdf")).isEmpty();
        assertThat(read(column("contract"), "Kaufvertrag 2024.docx")).containsExactly("Kaufvertrag 2024.docx");
        assertThat(read(column("drawing"), "1.dwg", "2.dwg", "3.dwg", "4.dwg")).as("more than a cell is to hold").isEmpty();
    }

    @Test
    void whatIsReadOfTheTradeAnywayIsTakenAsFarAsTheColumnWantsIt() {
        List<Fact> facts = List.of(
                Fact.of(FactType.CERTIFICATE, "Halal").with(FactField.NAME, "HALAL"), Fact.of(FactType.CERTIFICATE, "CE").with(FactField.NAME, "CE"),
                Fact.of(FactType.DOCUMENT, "PI 7").with(FactField.KIND, "PI").with(FactField.NUMBER, "PI-7"),
                Fact.of(FactType.DOCUMENT, "contract 9").with(FactField.KIND, "CONTRACT").with(FactField.NUMBER, "SC-9"));
        Spoken spoken = new Spoken("", true, facts, List.of());
        assertThat(new ColumnReading(column("certificate")).read(spoken)).extracting(FoundValue::value).containsExactly("HALAL");
        assertThat(new ColumnReading(column("contract")).read(spoken)).extracting(FoundValue::value).containsExactly("SC-9");
    }

    @Test
    void whatIsTypedInAnyLanguageIsKeptTheSame() {
        IndustryColumn phase = column("phase");
        assertThat(TypedValue.kept(phase, "Ausbau")).contains("finishing");
        assertThat(TypedValue.kept(phase, "装修；设计")).contains("finishing；design");
        assertThat(TypedValue.shown(phase, "finishing；design", Language.FR)).isEqualTo("Second œuvre；Conception");
        assertThat(TypedValue.kept(column("credit-days"), "60")).contains("60");
        assertThat(TypedValue.kept(column("credit-days"), "two months")).isEmpty();
    }

    @Test
    void aCasNumberMustAddUp() {
        assertThat(TellingReading.isCas("7732-18-5")).isTrue();
        assertThat(TellingReading.isCas("7732-18-4")).isFalse();
        assertThat(TellingReading.isCas("18-5")).isFalse();
    }

    @Test
    void aLongLetterOfNothingButOpenBracketsIsReadInNoTime() {
        String nasty = "voltage ((((((((((((((((((((((380".repeat(5_000);
        assertThat(industries().allColumns().stream().map(ColumnReading::new).toList())
                .allSatisfy(it -> assertThat(it.read(new Spoken(nasty, false, List.of(), List.of()))).isEmpty());
    }
}
