package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;

/** The values of the dropdowns, as named ranges. Written once: from then on a person may change and add values. */
final class ListsSheet {

    private static final int LEAST_WIDTH = 18;

    private final SheetWords words;
    private final Cells cells;

    ListsSheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    private record Column(String title, String name, List<String> values) {}

    void write(Sheet sheet) {
        List<Column> columns = List.of(
                new Column(words.text("lists.grade"), "Grades", Arrays.stream(Grade.values()).map(Grade::name).toList()),
                new Column(words.text("lists.limit"), "SilentDays",
                        Arrays.stream(Grade.values()).map(it -> Integer.toString(it.silentDays())).toList()),
                new Column(words.text("lists.stage"), "Stages",
                        Arrays.stream(Stage.values()).map(it -> words.value("stage", it.id())).toList()),
                new Column(words.text("lists.turn"), "Turns",
                        words.turns()),
                new Column(words.text("lists.type"), "CustomerTypes", words.list("types")),
                new Column(words.text("lists.source"), "Sources", words.list("sources")),
                new Column(words.text("column.channel"), "Channels", Conversation.channels(words)),
                new Column(words.text("column.direction"), "Directions", Conversation.directions(words)));
        int most = columns.stream().mapToInt(it -> it.values().size()).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i <= most; i++) {
            rows.add(sheet.createRow(i));
        }
        for (int column = 0; column < columns.size(); column++) {
            Column it = columns.get(column);
            cells.text(rows.getFirst(), column, it.title(), Look.HEAD);
            for (int i = 0; i < it.values().size(); i++) {
                if (it.name().equals("SilentDays")) {
                    cells.number(rows.get(i + 1), column, Integer.parseInt(it.values().get(i)), Look.COUNT);
                } else {
                    cells.text(rows.get(i + 1), column, it.values().get(i), Look.PLAIN);
                }
            }
            String letter = CellReference.convertNumToColString(column);
            Name there = sheet.getWorkbook().getName(it.name());
            Name name = there == null ? sheet.getWorkbook().createName() : there;
            name.setNameName(it.name());
            name.setRefersToFormula(SheetNames.quoted(sheet.getSheetName()) + "!$" + letter + "$2:$" + letter + "$" + (it.values().size() + 1));
        }
        Widths widths = Widths.of(sheet, columns.stream().mapToInt(_ -> LEAST_WIDTH).toArray());
        for (int column = 0; column < columns.size(); column++) {
            widths.fitting(column, columns.get(column).values());
        }
        widths.header(0).give();
        sheet.createFreezePane(0, 1);
        Frame.print(sheet, true, words.text("footer", sheet.getSheetName()));
    }
}
