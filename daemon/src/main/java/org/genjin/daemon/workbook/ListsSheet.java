package org.genjin.daemon.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Stage;

/** The values of the dropdowns, as named ranges. Each is written once: from then on a person may change and add values. */
final class ListsSheet {

    private static final float HEAD_POINTS = 30;

    private final SheetWords words;
    private final Cells cells;

    ListsSheet(SheetWords words, Cells cells) {
        this.words = words;
        this.cells = cells;
    }

    /** @param more lists that stand behind those which there are always */
    void write(Sheet sheet, List<NamedList> more) {
        List<NamedList> lists = new ArrayList<>(List.of(
                NamedList.of(words.text("lists.grade"), "Grades", Arrays.stream(Grade.values()).map(Grade::name).toList()),
                new NamedList(
                        words.text("lists.limit"), "SilentDays",
                        Arrays.stream(Grade.values()).map(it -> Integer.toString(it.silentDays())).toList(), Look.COUNT),
                NamedList.of(words.text("lists.stage"), "Stages", Arrays.stream(Stage.values()).map(it -> words.value("stage", it.id())).toList()),
                NamedList.of(words.text("lists.turn"), "Turns", words.turns()),
                NamedList.of(words.text("lists.type"), "CustomerTypes", words.list("types")),
                NamedList.of(words.text("lists.source"), "Sources", words.list("sources")),
                NamedList.of(words.text("column.channel"), "Channels", Conversation.channels(words)),
                NamedList.of(words.text("column.direction"), "Directions", Conversation.directions(words))));
        lists.addAll(more);
        Cells.row(sheet, 0).setHeightInPoints(HEAD_POINTS);
        NamedList.write(sheet, 0, 0, lists, cells);
        sheet.createFreezePane(0, 1);
        Frame.print(sheet, true, words.text("footer", sheet.getSheetName()));
    }

    /** Writes further lists into a sheet that is there, behind all that stands in it, whoever wrote that. */
    void add(Sheet sheet, List<NamedList> more) {
        int header = header(sheet);
        int free = 0;
        for (Row row : sheet) {
            free = Math.max(free, row.getLastCellNum());
        }
        NamedList.write(sheet, header, free, more, cells);
    }

    private static int header(Sheet sheet) {
        for (Row row : sheet) {
            for (Cell it : row) {
                if (it.getCellType() == CellType.STRING && HeaderWords.is(it.getStringCellValue(), "lists.limit")) {
                    return row.getRowNum();
                }
            }
        }
        return 0;
    }
}
