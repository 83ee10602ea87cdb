package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Answers what was typed into cells by comments on them, and takes away those of ours that are done with. A comment of a
 * person's is never touched; a cell that has one gets none of ours.
 */
final class CellAnswers {

    /** Nobody reads more, and each costs a drawing. */
    private static final int MOST = 500;
    private static final int COLUMNS = 3;
    private static final int ROWS = 6;

    private CellAnswers() {}

    /** To be called before any row is moved: the answers are for the lines of the file as it was read. */
    static void write(XSSFWorkbook workbook, List<Answer> answers, LocalDate today) {
        Map<Integer, Map<CellAddress, String>> wanted = new HashMap<>();
        answers.stream().limit(MOST).forEach(it -> wanted
                .computeIfAbsent(it.sheet(), _ -> new TreeMap<>())
                .putIfAbsent(new CellAddress(it.line() - 1, it.column()), it.words()));
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            Map<CellAddress, String> here = new TreeMap<>(wanted.getOrDefault(i, Map.of()));
            if (sheet.hasComments()) {
                clear(sheet, here, today);
            }
            here.forEach((place, words) -> comment(sheet, place, words));
        }
    }

    /** Leaves in {@code wanted} what is to be written anew. */
    private static void clear(XSSFSheet sheet, Map<CellAddress, String> wanted, LocalDate today) {
        new TreeMap<>(sheet.getCellComments()).forEach((place, comment) -> {
            String text = comment.getString().getString();
            String words = wanted.get(place);
            boolean ours = AnswerWords.isOurs(text);
            boolean stays = !ours || text.equals(words) || words == null && AnswerWords.said(text, today).isPresent();
            if (stays) {
                wanted.remove(place);
            } else {
                Row row = sheet.getRow(place.getRow());
                Cell cell = row == null ? null : row.getCell(place.getColumn());
                if (cell != null) {
                    cell.removeCellComment();
                }
            }
        });
    }

    private static void comment(XSSFSheet sheet, CellAddress place, String words) {
        Row row = Cells.row(sheet, place.getRow());
        Cell cell = row.getCell(place.getColumn(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        CreationHelper helper = sheet.getWorkbook().getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(place.getColumn() + 1);
        anchor.setCol2(place.getColumn() + 1 + COLUMNS);
        anchor.setRow1(place.getRow());
        anchor.setRow2(place.getRow() + ROWS);
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(helper.createRichTextString(words));
        comment.setAuthor(AnswerWords.AUTHOR);
        cell.setCellComment(comment);
    }
}
