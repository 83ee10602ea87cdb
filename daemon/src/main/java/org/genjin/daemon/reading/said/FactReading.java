package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.genjin.daemon.reading.text.Lexicon;
import org.genjin.daemon.reading.text.KnownText;

/**
 * Reads facts of the trade from words: all but dates. The words of each language, of English and of the scripts that no other
 * shares are looked for together, for trade letters mix them. Thread-safe; time grows with the text only.
 */
public final class FactReading implements Function<Words, List<Fact>> {

    private static final List<String> LATIN = List.of("es", "pt", "fr", "de");
    private static final List<String> OWN = List.of("es", "pt", "fr", "de", "zh");

    private final Map<String, Lexicon> lexicons = new ConcurrentHashMap<>();
    private final StepReading steps = new StepReading();

    @Override
    public List<Fact> apply(Words words) {
        return read(KnownText.of(words.text(), lexicon(words.language()), words.language()));
    }

    /**
     * What an attached quotation, invoice or order says.
     *
     * @param name the file's name, for the kind of paper
     * @param text extracted; cells of a table are parted by tabs or blanks
     */
    List<Fact> document(String name, String text, String language) {
        return read(KnownText.of(text, lexicon(language), language));
    }

    private Lexicon lexicon(String language) {
        String known = language.isEmpty() || OWN.contains(language) ? language : "en";
        return lexicons.computeIfAbsent(known, FactReading::lexiconOf);
    }

    private static Lexicon lexiconOf(String language) {
        List<String> files = new ArrayList<>(List.of("all.txt", "places.txt", "en.txt", "zh.txt", "ar.txt", "ru.txt"));
        for (String latin : LATIN) {
            if (language.isEmpty() || language.equals(latin)) {
                files.add(latin + ".txt");
            }
        }
        if (language.equals("zh")) {
            files.add("zh-latin.txt");
        }
        return new Lexicon(files);
    }

    private List<Fact> read(KnownText text) {
        List<Chunk> chunks = Chunk.all(text);
        CodeReading codes = new CodeReading(text);
        List<Finding> numbered = new ArrayList<>(codes.tariffs());
        numbered.addAll(new DocumentReading(text, chunks).read());
        numbered.addAll(new TrackingReading(text, chunks).read(numbered));
        List<Chunk> products = codes.products(chunks, numbered);
        List<Finding> coded = codes.findings(products);
        List<Money> money = Money.all(text).stream().filter(it -> coded.stream().noneMatch(code -> code.touches(it.from(), it.to()))).toList();
        List<Finding> found = new ArrayList<>(numbered);
        found.addAll(coded);
        List<Finding> said = steps.read(text);
        PaymentReading payment = new PaymentReading(text);
        List<Finding> paid = new PaidReading(text).read(said, money, payment.shares());
        found.addAll(said.stream().filter(it -> it.fact().type() != FactType.PAID).toList());
        found.addAll(paid);
        found.addAll(new TermsReading(text).read());
        found.addAll(payment.read(paid));
        found.addAll(new NamedReading(text).read());
        found.addAll(new PriceReading(text, money).read(paid));
        found.addAll(new GoodsReading(text, money, products).read());
        return distinct(found);
    }

    /** In the order of the text, each once. */
    private static List<Fact> distinct(List<Finding> found) {
        List<Fact> facts = new ArrayList<>();
        found.stream().sorted(java.util.Comparator.comparingInt(Finding::from)).map(Finding::fact).forEach(fact -> {
            if (facts.stream().noneMatch(fact::says)) {
                facts.add(fact);
            }
        });
        return facts;
    }
}
