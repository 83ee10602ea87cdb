package org.genjin.daemon.workbook;

import com.google.common.base.Suppliers;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.ledger.CustomerRow;
import org.genjin.daemon.reminder.DueSentence;
import org.genjin.daemon.words.Words;

/** The workbook's words and the names of values, in one language. Immutable. */
public final class SheetWords {

    private static final Supplier<List<SheetWords>> ALL =
            Suppliers.memoize(() -> Stream.of(Language.values()).map(SheetWords::new).toList());

    private final Words words;
    private final Words values;
    private final DueSentence sentence;

    public SheetWords(Language language) {
        this.words = Words.of("workbook", language);
        this.values = Words.of("customer", language);
        this.sentence = new DueSentence(language);
    }

    /** In each language. */
    static Stream<SheetWords> all() {
        return ALL.get().stream();
    }

    public String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    List<String> list(String key) {
        return List.of(words.text(key).split("\\|"));
    }

    String value(String kind, String id) {
        String key = kind + "." + id;
        return values.has(key) ? values.text(key) : id;
    }

    /** Whose turn it can be. */
    List<String> turns() {
        return List.of(value("turn", "mine"), value("turn", "theirs"), value("turn", "nobody"));
    }

    String country(CustomerRow it) {
        return country(it.country() == null ? "" : it.country());
    }

    /** @param code ISO 3166 alpha-2, or "" */
    String country(String code) {
        return code.isEmpty() ? "" : Locale.of("", code).getDisplayCountry(words.language().locale()) + " " + code;
    }

    boolean isRightToLeft() {
        return words.isRightToLeft();
    }

    public Language language() {
        return words.language();
    }

    DueSentence sentence() {
        return sentence;
    }
}
