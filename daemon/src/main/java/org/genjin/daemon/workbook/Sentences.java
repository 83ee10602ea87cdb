package org.genjin.daemon.workbook;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Placed;
import org.genjin.daemon.workbook.rules.Remark;
import org.genjin.daemon.workbook.rules.SheetEdit;
import org.genjin.daemon.workbook.rules.Snapshot;

/** What was read in a workbook, in sentences for the command line and {@code status}; columns are called as in the workbook. */
final class Sentences {

    private final SheetWords words;
    private final SheetValues values;
    private final Snapshot now;

    Sentences(SheetWords words, SheetValues values, Snapshot now) {
        this.words = words;
        this.values = values;
        this.now = now;
    }

    String edit(SheetEdit edit) {
        return switch (edit) {
            case SheetEdit.Set it -> named(it.customer()) + ": " + column(it.key()) + " = " + values.shown(it.key(), it.value())
                    + (it.instead().isEmpty() ? "" : " (was " + values.shown(it.key(), it.instead()) + ")");
            case SheetEdit.Add it -> "Row " + it.line() + ": new customer " + it.values().getOrDefault("name", "");
            case SheetEdit.Missing it -> named(it.customer()) + ": the row was deleted; 'genjin questions' asks whether they are a"
                    + " customer still";
        };
    }

    /** Of another place than the overview. */
    String remark(Placed placed) {
        Remark remark = placed.remark();
        String line = remark(remark);
        String cell = "Row " + remark.line() + ", ";
        return TablePlace.of(placed.place())
                .map(it -> words.text(it.title()) + ": " + line)
                .orElseGet(() -> named(placed.customer()) + ": " + (line.startsWith(cell) ? line.substring(cell.length()) : line));
    }

    String remark(Remark remark) {
        return switch (remark) {
            case Remark.NotValid it -> "Row " + it.line() + ", " + column(it.key()) + ": '" + it.text() + "' cannot be taken; write "
                    + it.expected() + ".";
            case Remark.Disagree it -> "Row " + it.line() + ", " + column(it.key()) + ": '" + values.shown(it.key(), List.of(it.code()))
                    + "' was typed here and '" + values.shown(it.key(), it.others()) + "' on another sheet; neither was taken. Write the same in both.";
            case Remark.NotHere it -> "Row " + it.line() + ": '" + it.text() + "' is not read here; a new customer goes into "
                    + words.text("sheet.overview") + ".";
            case Remark.WhoIsIt it -> "Row " + it.line() + ": '" + it.name() + "' may be "
                    + it.candidates().stream().map(this::named).collect(Collectors.joining(" or "))
                    + "; write the number into the column " + words.text("column.id") + ", or '" + words.text("new") + "'.";
            case Remark.Twice it -> "Row " + it.line() + ": " + named(it.customer()) + " stands in another row too, and that one counts;"
                    + " delete one of them.";
            case Remark.Overtyped it -> "Row " + it.line() + ", " + column(it.key()) + ": '" + it.text() + "' was typed into a column that Genjin"
                    + " fills, and was written over; put it into " + words.text("column.notes") + " or a column of your own.";
            case Remark.Said it -> "Row " + it.line() + ", " + column(it.key()) + ": " + it.words();
            case Remark.Whose it -> "Log, row " + it.line() + ": '" + it.name() + "' is "
                    + (it.matches() == 0 ? "no customer" : "more than one customer") + "; write the customer's number, such as C0042.";
            case Remark.NoDay it -> (it.sheet() == 0 ? "Log" : named(it.sheet())) + ", row " + it.line() + ": '" + it.text()
                    + "' cannot be taken; write it as " + it.expected() + ".";
            case Remark.Emptied it -> it.missing() + " of " + it.rows() + " rows were gone at once. Nobody was taken for deleted; the rows"
                    + " come back.";
            case Remark.Differs it -> named(it.customer()) + ", " + column(it.key()) + ": a copy of the workbook says '"
                    + values.shown(it.key(), it.text()) + "'; '" + values.shown(it.key(), it.stands()) + "' stands.";
        };
    }

    private String named(long customer) {
        Map<String, String> row = now.row(customer);
        return new CustomerId(customer) + (row == null ? "" : " " + row.getOrDefault("name", ""));
    }

    private String column(String key) {
        if (FactCells.isBusiness(key)) {
            return words.text("customer.business");
        }
        return Columns.isOwn(key)
                ? Columns.header(key)
                : Columns.isIndustry(key) ? values.industryHeaders().header(key) : words.text("column." + key.replaceFirst("\\.\\d+$", ""));
    }
}
