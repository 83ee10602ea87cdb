package org.genjin.daemon.industry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.genjin.daemon.customer.Names;
import org.genjin.daemon.reading.said.Fact;

/** Reads what messages say for one column. Thread-safe; time grows with the text only. */
public final class ColumnReading {

    private static final Set<String> PAPERS = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "csv", "jpg", "jpeg", "png", "tif", "tiff", "bmp", "webp", "heic", "zip", "rar", "7z", "odt",
            "ods", "rtf", "ai", "eps", "svg", "wps", "et");
    private static final String ATTACHMENT = "attachment:";

    private final IndustryColumn column;
    private final List<Reader> readers = new ArrayList<>();

    public ColumnReading(IndustryColumn column) {
        this.column = column;
        column.sources().forEach(it -> readers.add(switch (it) {
            case ValueSource.Facts facts -> (spoken, found) -> facts(facts, spoken, found);
            case ValueSource.Files files -> files(files);
            case ValueSource.Words words -> words(words);
        }));
    }

    @FunctionalInterface
    private interface Reader {
        void read(Spoken spoken, List<FoundValue> found);
    }

    /** The column's values; none if a message names more of them than a cell is to hold: nobody could tell which counts. */
    public List<FoundValue> read(Spoken spoken) {
        List<FoundValue> found = new ArrayList<>();
        readers.forEach(it -> it.read(spoken, found));
        Map<String, FoundValue> distinct = new LinkedHashMap<>();
        found.forEach(it -> distinct.putIfAbsent(Names.folded(it.value()), it));
        return distinct.size() > column.most() ? List.of() : List.copyOf(distinct.values());
    }

    private void facts(ValueSource.Facts source, Spoken spoken, List<FoundValue> found) {
        for (Fact fact : spoken.facts()) {
            Object value = fact.values().get(source.field());
            boolean meant = fact.type() == source.type() && value != null
                    && source.where().entrySet().stream().allMatch(it -> it.getValue().equalsIgnoreCase(String.valueOf(fact.values().get(it.getKey()))))
                    && (source.only().isEmpty() || source.only().contains(String.valueOf(value).toLowerCase(Locale.ROOT)));
            if (meant) {
                found.add(new FoundValue(column.id(), String.valueOf(value), fact.text(), ""));
            }
        }
    }

    private Reader files(ValueSource.Files source) {
        WordSearch<Boolean> words = new WordSearch<>();
        source.words().forEach(it -> words.put(it, true));
        return (spoken, found) -> spoken.documents().forEach(document -> {
            String name = document.name().strip();
            int point = name.lastIndexOf('.');
            String ending = name.substring(point + 1).toLowerCase(Locale.ROOT);
            boolean called = point > 0 && PAPERS.contains(ending) && words.isIn(name.substring(0, point).replace('_', ' ').replace('-', ' '));
            if (point > 0 && (called || source.endings().contains(ending))) {
                found.add(new FoundValue(column.id(), name, name, ATTACHMENT + name));
            }
        });
    }

    private Reader words(ValueSource.Words source) {
        TellingReading reading = new TellingReading(column, source);
        return (spoken, found) -> {
            boolean heard = switch (source.by()) {
                case BOTH -> true;
                case US -> spoken.ours();
                case CUSTOMER -> !spoken.ours();
            };
            if (heard) {
                reading.read(spoken.text(), "", found);
            }
            if (heard && source.documents()) {
                spoken.documents().forEach(it -> reading.read(it.text(), ATTACHMENT + it.name(), found));
            }
        };
    }
}
