package org.genjin.daemon.workbook;

import com.google.common.base.Suppliers;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.customer.Stage;
import org.genjin.daemon.customerlist.file.Cell;
import org.genjin.daemon.customerlist.rules.ValueWords;
import org.genjin.daemon.followup.When;
import org.genjin.daemon.industry.IndustryColumn;
import org.genjin.daemon.ledger.IndustryBoard;
import org.genjin.daemon.words.Text;
import org.genjin.daemon.workbook.rules.Columns;
import org.genjin.daemon.workbook.rules.Told;

/**
 * Values between the ledger's codes and what stands in cells: shown in the workbook's language, read back in any of the eight.
 * Immutable.
 */
public final class SheetValues {

    /** Between several values in one cell. */
    static final String BETWEEN = IndustryColumn.BETWEEN;

    /** At the end of a line. */
    private static final Pattern BLANKS = Pattern.compile("[ \\t]+(?=\\n|$)");

    /** Dates far from any customer's time are slips. */
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    /** Key → codes, in the order of what is shown for them. */
    private static final Map<String, List<String>> CODES =
            Stream.of("type", "source").collect(Collectors.toUnmodifiableMap(it -> it, SheetValues::english));

    private final SheetWords words;
    private final IndustryBoard industries;
    private final IndustryHeaders industryHeaders;
    private final Supplier<HeaderWords> headers;
    private final Map<String, String> stages = new HashMap<>();
    private final Map<String, Map<String, String>> lists = new HashMap<>();

    public SheetValues(SheetWords words, IndustryBoard industries) {
        this.words = words;
        this.industries = industries;
        this.industryHeaders = new IndustryHeaders(industries.industries(), words.language());
        this.headers = Suppliers.memoize(() -> new HeaderWords(Columns.OVERVIEW, industryHeaders.keys()));
        for (Language language : Language.values()) {
            SheetWords other = new SheetWords(language);
            for (Stage stage : Stage.values()) {
                stages.put(Names.folded(stage.id()), stage.id());
                stages.putIfAbsent(Names.folded(other.value("stage", stage.id())), stage.id());
            }
            CODES.forEach((list, known) -> {
                List<String> labels = other.list(list + "s");
                for (int i = 0; i < Math.min(known.size(), labels.size()); i++) {
                    lists.computeIfAbsent(list, _ -> new HashMap<>()).putIfAbsent(Names.folded(labels.get(i)), known.get(i));
                }
            });
        }
    }

    private static List<String> english(String list) {
        return new SheetWords(Language.EN).list(list + "s").stream()
                .map(it -> it.toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();
    }

    /** What the dropdown of types or sources offers, as it is kept. */
    static List<String> codes(String list) {
        return CODES.getOrDefault(list, List.of());
    }

    /** Which of the overview's columns a header is. */
    HeaderWords headers() {
        return headers.get();
    }

    IndustryHeaders industryHeaders() {
        return industryHeaders;
    }

    IndustryBoard industries() {
        return industries;
    }

    /** What stands in a cell for a code; of a date, its ISO form. */
    String shown(String key, String code) {
        return switch (key) {
            case "stage" -> Stage.of(code).map(it -> words.value("stage", it.id())).orElse(code);
            case "country" -> words.country(code);
            case "type", "source" -> {
                int place = codes(key).indexOf(code);
                List<String> labels = words.list(key + "s");
                yield place >= 0 && place < labels.size() ? labels.get(place) : code;
            }
            default -> Columns.isIndustry(key) ? industryHeaders.shown(key, code) : code;
        };
    }

    /** One of several codes, or nothing, as a person reads them. */
    String shown(String key, List<String> codes) {
        return codes.stream().map(it -> it.isEmpty() ? "–" : shown(key, it)).collect(Collectors.joining(" / "));
    }

    /** The code as it is read back from a cell in which it was written: what a cell cannot hold is gone. */
    String settled(String key, String code) {
        return read(key, Cell.of(Cells.clean(shown(key, code))), LocalDate.EPOCH) instanceof Told.Value(String read) ? read : code;
    }

    /** @param today from which 'tomorrow' counts */
    Told read(String key, Cell cell, LocalDate today) {
        if (cell.isEmpty() && !cell.formula().isEmpty()) {
            return new Told.NotValid("=" + Text.fit(cell.formula(), 80), words.text("expected.value"));
        }
        String text = bare(cell.text());
        if (text.isEmpty()) {
            return new Told.Value("");
        }
        return switch (key) {
            case "grade" -> grade(text)
                    .<Told>map(it -> new Told.Value(it.name()))
                    .orElseGet(() -> new Told.NotValid(text, "S A B C D E"));
            case "stage" -> Optional.ofNullable(stages.get(Names.folded(text)))
                    .<Told>map(Told.Value::new)
                    .orElseGet(() -> new Told.NotValid(text, stageNames()));
            case "country" -> ValueWords.country(text)
                    .<Told>map(Told.Value::new)
                    .orElseGet(() -> new Told.NotValid(text, words.text("expected.country")));
            case "next" -> day(cell, text, today);
            case "type", "source" -> new Told.Value(lists.getOrDefault(key, Map.of()).getOrDefault(Names.folded(text), text));
            default -> Columns.isIndustry(key)
                    ? industryHeaders.read(key, cell, text, words.text("expected.day"))
                    : new Told.Value(text);
        };
    }

    private static Optional<Grade> grade(String text) {
        for (Grade it : Grade.values()) {
            if (it.name().equalsIgnoreCase(text)) {
                return Optional.of(it);
            }
        }
        return text.matches(".*[?？].*") ? Optional.empty() : ValueWords.grade(text); // whoever asks has not decided
    }

    private Told day(Cell cell, String text, LocalDate today) {
        Optional<LocalDate> day = ValueWords.comingDay(cell, today);
        if (day.isEmpty()) {
            day = text.matches("\\d+[./-]\\d+[./-]\\d+") ? Optional.empty() : new When().parse(text, today);
        }
        return day.filter(it -> it.isAfter(EARLIEST) && it.isBefore(LATEST))
                .<Told>map(it -> new Told.Value(it.toString()))
                .orElseGet(() -> new Told.NotValid(text, words.text("expected.day")));
    }

    private String stageNames() {
        return Stream.of(Stage.values()).map(it -> words.value("stage", it.id())).collect(Collectors.joining(" · "));
    }

    /** Blanks at the end of lines come and go with the program that saves. */
    static String bare(String text) {
        String plain = text.replace('\u00a0', ' ').strip();
        return plain.indexOf('\n') < 0 ? plain : BLANKS.matcher(plain).replaceAll("");
    }

    static String several(List<String> values) {
        return String.join(BETWEEN, values);
    }
}
