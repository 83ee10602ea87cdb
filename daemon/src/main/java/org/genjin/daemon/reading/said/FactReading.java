package org.genjin.daemon.reading.said;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.genjin.daemon.reading.text.KnownText;
import org.genjin.daemon.reading.text.Lexicon;

/**
 * Reads facts of the trade from words: all but dates. The words of each language, of English and of the scripts that
 * no other shares are looked for together, for trade letters mix them. Thread-safe; time grows with the text only.
 */
public final class FactReading implements Function<Words, List<Fact>> {

    private static final List<String> LATIN = List.of("es", "pt", "fr", "de");
    private static final List<String> OWN = List.of("es", "pt", "fr", "de", "zh");

    private static final int BLOCK = 4000;

    private final Map<String, Lexicon> lexicons = new ConcurrentHashMap<>();
    private final StepReading steps = new StepReading();

    @Override
    public List<Fact> apply(Words words) {
        return read(words.text(), words.language(), this::read);
    }

    /**
     * What an attached quotation, invoice or order says.
     *
     * @param name the file's name, for the kind of paper
     * @param text extracted; cells of a table are parted by tabs or blanks
     */
    List<Fact> document(String name, String text, String language) {
        return read(text, language, it -> new AttachmentReading(name, text.startsWith(it.tokens().text()), it).read(read(it)));
    }

    private List<Fact> read(String text, String language, Function<KnownText, List<Finding>> reader) {
        Lexicon lexicon = lexicon(language);
        Map<List<Object>, Fact> facts = new LinkedHashMap<>();
        for (String block : blocks(text)) {
            if (!block.isBlank()) {
                for (Finding found : reader.apply(KnownText.of(block, lexicon, language))) {
                    facts.putIfAbsent(List.of(found.fact().type(), found.fact().values()), found.fact());
                }
            }
        }
        return List.copyOf(facts.values());
    }

    /**
     * What is looked at together. The readers compare what stands near to each other; a text longer than people write
     * is read piece by piece, so that the time grows with its length only.
     */
    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        int from = 0;
        while (text.length() - from > BLOCK) {
            int line = text.lastIndexOf('\n', from + BLOCK);
            int blank = line > from ? line : text.lastIndexOf(' ', from + BLOCK);
            int to = blank > from + BLOCK / 2 ? blank : from + BLOCK;
            blocks.add(text.substring(from, to));
            from = to;
        }
        blocks.add(text.substring(from));
        return blocks;
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

    /** In the order of the text. */
    private List<Finding> read(KnownText text) {
        List<Chunk> chunks = Chunk.all(text);
        CodeReading codes = new CodeReading(text);
        List<Finding> numbered = new ArrayList<>(codes.tariffs());
        numbered.addAll(new DocumentReading(text, chunks).read());
        numbered.addAll(new TrackingReading(text, chunks).read(numbered));
        List<Chunk> products = codes.products(chunks, numbered);
        List<Finding> coded = codes.findings(products);
        List<Money> money = Money.all(text).stream().filter(it -> coded.stream()
                .noneMatch(code -> code.touches(it.from(), it.to()))).toList();
        List<Finding> found = new ArrayList<>(numbered);
        found.addAll(coded);
        List<Finding> said = steps.read(text);
        PaymentReading payment = new PaymentReading(text);
        List<Finding> paid = new PaidReading(text).read(said, money, payment.shares());
        // "We hope for a price of 1.12": a wish, no request for a price.
        found.addAll(said.stream().filter(it -> it.fact().type() != FactType.PAID && !(it.fact().type() == FactType.RFQ
                && money.stream().anyMatch(sum -> sum.from() >= it.from() && sum.from() - it.to() <= 1))).toList());
        found.addAll(paid);
        found.addAll(new TermsReading(text).read());
        found.addAll(payment.read(paid, numbered));
        found.addAll(new NamedReading(text).read());
        found.addAll(new PriceReading(text, money).read(paid));
        found.addAll(new GoodsReading(text, money, products).read());
        found.sort(Comparator.comparingInt(Finding::from));
        return found;
    }
}
