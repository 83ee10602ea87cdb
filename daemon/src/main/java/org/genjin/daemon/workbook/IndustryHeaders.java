package org.genjin.daemon.workbook;

import com.google.common.base.Suppliers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.rules.ValueWords;
import org.genjin.daemon.industry.Industries;
import org.genjin.daemon.industry.IndustryColumn;
import org.genjin.daemon.industry.TypedValue;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Told;

/** The columns of lines of trade as they are in a workbook: their headers and values, in all languages. Immutable. */
final class IndustryHeaders {

    private final Language language;
    private final Supplier<Map<String, IndustryColumn>> byKey;

    IndustryHeaders(Industries industries, Language language) {
        this.language = language;
        this.byKey = Suppliers.memoize(() -> {
            Map<String, IndustryColumn> columns = new LinkedHashMap<>();
            industries.allColumns().forEach(it -> columns.put(Columns.industry(it.id()), it));
            return columns;
        });
    }

    Optional<IndustryColumn> column(String key) {
        return Optional.ofNullable(byKey.get().get(key));
    }

    /** Keys in the order in which the columns stand. */
    List<String> inOrder(Set<String> keys) {
        return byKey.get().keySet().stream().filter(keys::contains).toList();
    }

    /** As drawn, and wider where what can be chosen needs it. */
    int width(String key) {
        int drawn = column(key).map(IndustryColumn::width).orElse(0);
        List<String> offered = offered(key);
        return offered.isEmpty() ? drawn : Math.max(drawn, NamedList.width(offered));
    }

    /** What can be chosen in a column, in the workbook's language; empty if it is no column of choices. */
    List<String> offered(String key) {
        return column(key).map(it -> TypedValue.offered(it, language)).orElse(List.of());
    }

    String header(String key) {
        return column(key).map(it -> it.header(language)).orElse(key);
    }

    /** Header, folded → key; of those that are not chosen too: a workbook may have been written when they were. */
    Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        byKey.get().forEach((key, column) -> {
            keys.putIfAbsent(Names.folded(column.id()), key);
            for (Language it : Language.values()) {
                keys.putIfAbsent(Names.folded(column.header(it)), key);
            }
        });
        return keys;
    }

    String shown(String key, String code) {
        return column(key).map(it -> TypedValue.shown(it, code, language)).orElse(code);
    }

    /** @param day what would be accepted for a date */
    Told read(String key, Cell cell, String text, String day) {
        Optional<IndustryColumn> column = column(key);
        if (column.isEmpty()) {
            return new Told.Value(text);
        }
        IndustryColumn.Kind kind = column.get().kind();
        Optional<String> kept = kind == IndustryColumn.Kind.DATE
                ? ValueWords.day(cell).map(Object::toString)
                : TypedValue.kept(column.get(), text);
        return kept.<Told>map(Told.Value::new)
                .orElseGet(() -> new Told.NotValid(text, switch (kind) {
                    case DATE -> day;
                    case NUMBER -> TypedValue.expectedNumber(language);
                    default -> TypedValue.shown(column.get(), "yes", language) + " / " + TypedValue.shown(column.get(), "no", language);
                }));
    }
}
