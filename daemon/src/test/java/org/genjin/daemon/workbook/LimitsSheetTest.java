package org.genjin.daemon.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.daemon.workbook.SheetDesk.LI;
import static org.genjin.daemon.workbook.SheetDesk.cell;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.workbook.keeping.Sheets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workbook that has too much of something is left alone and said to be so, or written all the same; it harms nothing. */
class LimitsSheetTest extends DeskTest {

    @BeforeEach
    void begin() throws Exception {
        desk.customers(NOW, "Acme Pumpen GmbH", "Andina SAS");
        desk.decisions().log(new CustomerId(1), LI, "call", NOW);
        desk.sheets().write(LI, NOW);
    }

    @Test
    void oneOfMoreThanTwoHundredMegabytes() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(desk.file().toFile(), "rw")) {
            file.setLength(201L << 20);
        }
        assertLeftAlone("more than 200 MB");
    }

    @Test
    void oneWithAllStylesThatExcelTakes() throws Exception {
        Random random = new Random(1);
        String more = IntStream.range(0, 63_950)
                .mapToObj(_ -> "<xf numFmtId=\"" + random.nextInt(40) + "\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"><alignment indent=\""
                        + random.nextInt(250) + "\" textRotation=\"" + random.nextInt(180) + "\"/></xf>")
                .collect(Collectors.joining());
        changed("xl/styles.xml", "</cellXfs>", more + "</cellXfs>");
        assertLeftAlone("cell styles, as many as Excel takes");
    }

    @Test
    void oneWithAMillionCommentsOrTextsThatNobodyWrote() throws Exception {
        changed("xl/sharedStrings.xml", "</sst>", "<si><t>a comment that nobody wrote, of no use</t></si>".repeat(1_100_000) + "</sst>");
        assertLeftAlone("MB of texts, comments, styles and shapes");
    }

    @Test
    void oneWithAHundredThousandNamesIsWritten() throws Exception {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            names.append("<definedName name=\"n").append(i).append("\">").append(i % 2 == 0 ? "#REF!" : "日志!$A$2").append("</definedName>");
        }
        changed("xl/workbook.xml", "</definedNames>", names + "</definedNames>");
        desk.change(sheet -> cell(sheet, "C0001", "备注").setCellValue("急"));
        desk.decisions().log(new CustomerId(1), LI, "again", NOW.plusSeconds(1));
        assertThat(desk.written(NOW.plusSeconds(2)).taken()).hasSize(1);
        assertThat(desk.customer(1, NOW).notes()).isEqualTo("急");
    }

    @Test
    void onePartsOfWhichWantToLieElsewhere() throws Exception {
        Parts.of(desk.file()).with("../../outside.xml", "<a/>").with("xl/../../outside.xml", "<a/>").write(desk.file());
        Sheets.Outcome outcome = desk.sheets().write(LI, NOW);
        assertThat(outcome).isInstanceOfAny(Sheets.Outcome.Written.class, Sheets.Outcome.Unreadable.class);
        try (var all = Files.walk(folder)) {
            assertThat(all.map(it -> String.valueOf(it.getFileName()))).doesNotContain("outside.xml");
        }
        assertThat(folder.resolveSibling("outside.xml")).doesNotExist();
    }

    private void changed(String part, String before, String now) throws IOException {
        assertThat(Parts.of(desk.file()).text(part)).contains(before);
        Parts.of(desk.file()).changed((name, text) -> name.equals(part) ? text.replace(before, now) : text).write(desk.file());
    }

    private void assertLeftAlone(String why) throws IOException {
        byte[] before = Files.readAllBytes(desk.file());
        assertThat(desk.sheets().write(LI, NOW)).isInstanceOfSatisfying(Sheets.Outcome.Unreadable.class, it -> assertThat(it.why()).contains(why));
        desk.sheets().keepInStep(List.of(LI), NOW.plusSeconds(3_600));
        assertThat(Files.readAllBytes(desk.file())).isEqualTo(before);
        assertThat(desk.sheets().states().getFirst().notes()).singleElement().asString().contains(why);
    }
}
