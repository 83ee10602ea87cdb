package org.genjin.daemon.customerlist.rules;

import java.util.List;
import java.util.Optional;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customerlist.file.Sheet.Row;

/** The grade of a row's customer: as its column says, else as the row's colour, or the title above it, does. */
final class RowGrade {

    private final String sheet;
    private final List<Column> columns;
    private final TableWords words;
    private final Tools tools;
    private final Asked asked;

    RowGrade(String sheet, List<Column> columns, TableWords words, Tools tools, Asked asked) {
        this.sheet = sheet;
        this.columns = columns;
        this.words = words;
        this.tools = tools;
        this.asked = asked;
    }

    /** What a column of grades says. */
    void said(Entry entry, String text) {
        Optional<Grade> grade = words.scale().grade(text);
        if (entry.grade == null) {
            entry.grade = grade.orElse(null);
        }
        if (tools.isBlocked(text)) {
            entry.blocked = true;
        } else if (grade.isEmpty() && !WordLists.is("nodate", text) && !text.strip().equals("0")) {
            asked.ask(Question.Kind.NO_GRADE, entry, text);
        }
        if (GradeScale.looksAlike(text)) {
            asked.ask(Question.Kind.LOOK_ALIKES, sheet, "");
        }
    }

    /** What stands around the row, in a list that has no column of grades. */
    void around(Entry entry, Row row, String section) {
        if (entry.grade != null || Columns.has(columns, Role.GRADE)) {
            return;
        }
        entry.grade = words.legend().colour(row).orElse(null);
        if (entry.grade != null) {
            asked.ask(Question.Kind.COLOURS, sheet, "");
            return;
        }
        for (String title : List.of(section, words.title(), CardReader.sheetName(sheet))) {
            Optional<Grade> grade = entry.grade == null ? GradeScale.ofTitle(title) : Optional.empty();
            grade.ifPresent(it -> {
                entry.grade = it;
                asked.ask(Question.Kind.SCALE, sheet, title + " = " + it);
            });
        }
    }
}
