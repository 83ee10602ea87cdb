package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Answers what was typed into cells by comments on them, and takes away those of ours that are done with. A comment of a
 * person's is never touched; a cell that has one gets none of ours.
 */
final class CellAnswers {

    /** Over which it reaches when it is shown. */
    static final int ROWS = 6;

    private CellAnswers() {}

    /** To be called before any row is moved: the answers are for the lines of the file as it was read. */
    static void write(XSSFWorkbook workbook, List<Answer> answers, LocalDate today) {
        Map<Integer, Map<CellAddress, String>> wanted = new HashMap<>();
        answers.stream().limit(CellComments.MOST).forEach(it -> wanted
                .computeIfAbsent(it.sheet(), _ -> new TreeMap<>())
                .putIfAbsent(new CellAddress(it.line() - 1, it.column()), it.words()));
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            Map<CellAddress, String> here = new TreeMap<>(wanted.getOrDefault(i, Map.of()));
            if (sheet.hasComments()) {
                clear(sheet, here, today);
            }
            here.forEach((place, words) -> CellComments.put(sheet, place, words, ROWS));
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
                CellComments.remove(sheet, place);
            }
        });
    }
}
