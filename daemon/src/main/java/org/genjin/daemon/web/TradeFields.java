package org.genjin.daemon.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.config.Language;
import org.genjin.daemon.industry.IndustryColumn;
import org.genjin.daemon.industry.TypedValue;
import org.genjin.daemon.ledger.IndustryBoard;

/** The columns of a customer's lines of trade as fields of its page. */
final class TradeFields {

    private static final String FIELD = "trade.";

    private TradeFields() {}

    static String field(IndustryColumn column) {
        return FIELD + column.id();
    }

    static String shown(IndustryBoard.Cell it, Language language) {
        return TypedValue.shown(it.column(), it.value(), language);
    }

    /** Column's id → what a person made of it; what stays as it was has not been decided by anybody. */
    static Map<String, String> changed(Context context, List<IndustryBoard.Cell> cells, Language language) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (IndustryBoard.Cell it : cells) {
            String typed = context.formParam(field(it.column()));
            if (typed != null && !typed.strip().equals(shown(it, language))) {
                changed.put(it.column().id(), typed.strip());
            }
        }
        return changed;
    }
}
