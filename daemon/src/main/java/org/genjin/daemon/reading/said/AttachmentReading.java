package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.genjin.daemon.reading.text.Amount;
import org.genjin.daemon.reading.text.Hit;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a quotation, an invoice or an order that was attached: its kind and number by its heading, its rows by their
 * figures, its terms as anywhere. What such a paper's small print says of samples or claims is not said by the writer.
 */
final class AttachmentReading {

    private static final int HEADING = 40;
    private static final int TOP = 160;
    private static final int FEWEST = 3;
    private static final Set<FactType> TERMS = Set.of(
            FactType.INCOTERM, FactType.PAYMENT, FactType.PRODUCT_CODE, FactType.HS_CODE, FactType.DOCUMENT, FactType.CERTIFICATE,
            FactType.MOQ, FactType.PRICE, FactType.QUANTITY, FactType.TRACKING);

    private final String name;
    private final boolean first;
    private final KnownText text;
    private final Tokens tokens;

    /** @param first whether the text is the paper's beginning, where its heading is */
    AttachmentReading(String name, boolean first, KnownText text) {
        this.name = name;
        this.first = first;
        this.text = text;
        this.tokens = text.tokens();
    }

    /** @param found what is read of the same words as of a message */
    List<Finding> read(List<Finding> found) {
        List<Row> rows = Row.all(text);
        List<Finding> facts = new ArrayList<>(found.stream().filter(it -> TERMS.contains(it.fact().type())
                && !isOfRow(it, rows)).toList());
        rows.forEach(row -> facts.addAll(facts(row)));
        if (first) {
            kind().ifPresent(kind -> number(kind, facts));
        }
        facts.sort(Comparator.comparingInt(Finding::from));
        return facts;
    }

    private boolean isOfRow(Finding finding, List<Row> rows) {
        FactType type = finding.fact().type();
        boolean figures = type == FactType.PRICE || type == FactType.QUANTITY || type == FactType.MOQ;
        return figures && rows.stream().anyMatch(it -> it.line() == tokens.line(finding.from()));
    }

    private List<Finding> facts(Row row) {
        List<Finding> facts = new ArrayList<>();
        String unit = row.unit() == null ? "pcs" : row.unit();
        facts.add(Finding.of(FactType.QUANTITY, text, row.quantity().from(), row.quantity().to())
                .with(FactField.AMOUNT, row.quantity().value())
                .with(FactField.UNIT, unit));
        String currency = currency(row.line());
        if (currency != null) {
            Amount price = row.price();
            facts.add(Finding.of(FactType.PRICE, text, price.from(), price.to())
                    .with(FactField.AMOUNT, price.value())
                    .with(FactField.CURRENCY, currency)
                    .with(FactField.PER, unit));
        }
        return facts;
    }

    /** The one written in the row; else the one that the paper names most. */
    private @Nullable String currency(int line) {
        Map<String, Integer> named = new HashMap<>();
        for (Hit hit : text.hits().family("cur")) {
            named.merge(hit.kind(), tokens.line(hit.from()) == line ? text.hits().family("cur").size() : 1, Integer::sum);
        }
        return named.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(null);
    }

    /** The first paper that its heading names. */
    private Optional<String> kind() {
        return text.hits().family("doc").stream().filter(it -> it.from() < HEADING).findFirst()
                .or(() -> text.hits().family("paper").stream().filter(it -> it.from() < HEADING).findFirst())
                .map(Hit::kind);
    }

    /** "Invoice no." in a proforma invoice is the proforma's; without a number in the text the file's name may have it. */
    private void number(String kind, List<Finding> facts) {
        if (facts.stream().anyMatch(it -> it.fact().type() == FactType.DOCUMENT
                && kind.equals(it.fact().word(FactField.KIND))
                && it.fact().word(FactField.NUMBER) != null)) {
            return;
        }
        Optional<Finding> other = kind.equals("PI")
                ? facts.stream().filter(it -> "CI".equals(it.fact().word(FactField.KIND)) && it.from() < TOP).findFirst()
                : Optional.empty();
        Optional<String> number = other.map(it -> it.fact().word(FactField.NUMBER)).or(this::labelled).or(this::named);
        other.ifPresent(facts::remove);
        facts.removeIf(it -> it.fact().type() == FactType.DOCUMENT && kind.equals(it.fact().word(FactField.KIND)));
        facts.add(Finding.of(FactType.DOCUMENT, text, 0, 1).with(FactField.KIND, kind).with(FactField.NUMBER, number
                .orElse(null)));
    }

    private Optional<String> labelled() {
        for (Chunk chunk : Chunk.all(text)) {
            if (chunk.from() >= TOP) {
                break;
            }
            int at = tokens.is(chunk.from() - 1, ":") ? chunk.from() - 1 : chunk.from();
            if (chunk.digits() >= FEWEST && text.hits().endingAt(at, "number").isPresent()) {
                return Optional.of(chunk.written());
            }
        }
        return Optional.empty();
    }

    private Optional<String> named() {
        int point = name.lastIndexOf('.');
        KnownText words = KnownText.of((point > 0 ? name.substring(0, point) : name).replace('_', ' '), text.lexicon(), "");
        return Chunk.all(words).stream().filter(it -> it.digits() > FEWEST && it.hasLetter()).map(Chunk::written)
                .findFirst();
    }
}
