package org.genjin.daemon.workbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.customerlist.file.Sheet;
import org.genjin.daemon.workbook.rows.RowFormula;
import org.jspecify.annotations.Nullable;

/**
 * What people put into the rows of today's sheet, by customer: words in columns of their own, comments, rows that a filter hides. It
 * goes along when the rows are written in another order. Rows without a number are people's as a whole and come below all others.
 */
final class TodayRows {

    /** Comments wait there while others take their place. */
    private static final int APART = 900_000;

    private final XSSFSheet sheet;
    private final Map<String, Theirs> rows = new LinkedHashMap<>();
    private final Set<Integer> columns = new TreeSet<>();
    private final Set<String> hidden;

    private TodayRows(XSSFSheet sheet, Set<String> hidden) {
        this.sheet = sheet;
        this.hidden = hidden;
    }

    /** @param value a number, a truth, or a text */
    private record Copied(CellType type, Object value, CellStyle style) {}

    /**
     * @param cells by column, those in which something of a person's stands
     * @param comments by column
     * @param answers by column: what is to be said there
     */
    private record Theirs(Map<Integer, Copied> cells, Map<Integer, XSSFComment> comments, Map<Integer, String> answers) {
        Theirs() {
            this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }
    }

    static TodayRows none(XSSFSheet sheet) {
        return new TodayRows(sheet, Set.of());
    }

    /** Takes them off the sheet, the comments too. */
    static TodayRows of(XSSFSheet sheet, FoundTable table, Map<String, Integer> ours, List<Answer> answers, LocalDate today) {
        TodayRows all = new TodayRows(sheet, new TreeSet<>());
        Map<Integer, String> names = new HashMap<>();
        for (Sheet.Row row : table.rows()) {
            String name = TablePlace.TODAY.customer(table, row).map(CustomerId::toString).orElse("#" + row.number());
            boolean again = names.containsValue(name);
            names.put(row.number() - 1, again ? "#" + row.number() : name);
            all.take(sheet.getRow(row.number() - 1), names.getOrDefault(row.number() - 1, name), ours);
        }
        all.comments(names, today);
        for (Answer it : answers) {
            String name = names.get(it.line() - 1);
            if (it.sheet() == table.sheet() && name != null) {
                all.theirs(name).answers().put(it.column(), it.words());
            }
        }
        return all;
    }

    private Theirs theirs(String name) {
        return rows.computeIfAbsent(name, _ -> new Theirs());
    }

    private void take(@Nullable Row row, String name, Map<String, Integer> ours) {
        if (row == null) {
            return;
        }
        if (row.getZeroHeight()) {
            hidden.add(name);
        }
        for (Cell cell : cells(row)) {
            boolean theirs = isNobodys(name) || !ours.containsValue(cell.getColumnIndex());
            if (theirs && cell.getCellType() != CellType.BLANK) {
                columns.add(cell.getColumnIndex());
                theirs(name).cells().put(cell.getColumnIndex(), copied(cell));
            }
        }
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        row.forEach(cells::add);
        return cells;
    }

    private static Copied copied(Cell cell) {
        CellStyle style = cell.getCellStyle();
        return switch (cell.getCellType()) {
            case NUMERIC -> new Copied(CellType.NUMERIC, cell.getNumericCellValue(), style);
            case BOOLEAN -> new Copied(CellType.BOOLEAN, cell.getBooleanCellValue(), style);
            case FORMULA -> new Copied(CellType.FORMULA, new RowFormula(cell.getRowIndex(), cell.getCellFormula()), style);
            case STRING, BLANK, ERROR, _NONE -> new Copied(CellType.STRING, cell.toString(), style);
        };
    }

    /** People's own, and those of ours that are to be read for a while still. */
    private void comments(Map<Integer, String> names, LocalDate today) {
        int apart = APART;
        for (Map.Entry<CellAddress, XSSFComment> it : new TreeMap<>(sheet.getCellComments()).entrySet()) {
            String name = names.get(it.getKey().getRow());
            String text = it.getValue().getString().getString();
            int column = it.getKey().getColumn();
            if (name == null) {
                continue;
            }
            if (AnswerWords.isOurs(text)) {
                if (AnswerWords.said(text, today).isPresent()) {
                    theirs(name).answers().put(column, text);
                }
                CellComments.remove(sheet, it.getKey());
            } else {
                it.getValue().setAddress(new CellAddress(apart++, column));
                theirs(name).comments().put(column, it.getValue());
            }
        }
    }

    /** Whether a person put anything into a customer's row: it stays in the list then. */
    boolean isWrittenBeside(CustomerId customer) {
        Theirs it = rows.get(customer.toString());
        return it != null && !(it.cells().isEmpty() && it.comments().isEmpty());
    }

    /** Puts what is a customer's into its row. */
    void put(Row row, CustomerId customer) {
        row.setZeroHeight(hidden.contains(customer.toString()));
        put(row, customer.toString());
    }

    private void put(Row row, String name) {
        Theirs theirs = rows.get(name);
        for (int column : columns) {
            Copied copied = theirs == null ? null : theirs.cells().get(column);
            Cell there = row.getCell(column);
            if (copied != null) {
                set(row.createCell(column), copied);
            } else if (there != null && !isNobodys(name) && isOnlyTheirs(column)) {
                row.removeCell(there);
            }
        }
        if (theirs != null) {
            theirs.comments().forEach((column, comment) -> comment.setAddress(new CellAddress(row.getRowNum(), column)));
            theirs.answers().forEach((column, words) -> {
                if (!theirs.comments().containsKey(column)) {
                    CellComments.put(sheet, new CellAddress(row.getRowNum(), column), words, CellAnswers.ROWS);
                }
            });
        }
    }

    /** Whether nothing of ours stands in a column. */
    private boolean isOnlyTheirs(int column) {
        return rows.entrySet().stream().anyMatch(it -> !isNobodys(it.getKey()) && it.getValue().cells().containsKey(column));
    }

    /** Puts the rows that are no customer's from a line on. */
    int putNobodys(int line) {
        int next = line;
        for (String name : rows.keySet().stream().filter(TodayRows::isNobodys).toList()) {
            put(Cells.row(sheet, next++), name);
        }
        return next;
    }

    private static boolean isNobodys(String name) {
        return name.startsWith("#");
    }

    private static void set(Cell cell, Copied copied) {
        switch (copied.value()) {
            case Double number -> cell.setCellValue(number);
            case Boolean truth -> cell.setCellValue(truth);
            case RowFormula formula -> cell.setCellFormula(formula.in(cell));
            default -> cell.setCellValue(copied.value().toString());
        }
        cell.setCellStyle(copied.style());
    }
}
