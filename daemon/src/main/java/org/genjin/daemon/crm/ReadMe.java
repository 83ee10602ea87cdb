package org.genjin.daemon.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.genjin.config.Language;
import org.genjin.daemon.words.Words;

/** The page beside the files, in the home's language: what to click, and what the system has no place for. Immutable. */
public final class ReadMe {

    private static final String NEW_LINE = "\r\n";
    /** What people would miss. */
    private static final List<Field> MISSED = List.of(
            Field.COMPANY, Field.COUNTRY, Field.DOMAIN, Field.GRADE, Field.STAGE, Field.TYPE, Field.SOURCE, Field.OWNER, Field.NOTES, Field.CONTACT, Field.TITLE, Field.EMAIL,
            Field.MORE_EMAILS, Field.PHONE, Field.MORE_PHONES, Field.WECHAT, Field.LINKEDIN);

    private final Words words;

    public ReadMe(Language language) {
        this.words = Words.of("crm", language);
    }

    /** One sentence: whether the dialect was tried. */
    public String verified(Dialect it) {
        return words.text("verified." + it.verified().id());
    }

    /** What the dialect has no place for. */
    public List<String> lost(Dialect it) {
        List<String> lost = new ArrayList<>();
        MISSED.stream().filter(field -> !it.carries(field)).forEach(field -> lost.add(words.text("field." + field.id())));
        for (Part part : List.of(Part.DEALS, Part.NOTES, Part.TASKS)) {
            if (!it.sheets().containsKey(part)) {
                lost.add(words.text("part." + part.id()));
            }
        }
        return lost;
    }

    String text(CrmExport.Done done) {
        Dialect dialect = done.dialect();
        List<String> lines = new ArrayList<>();
        lines.add(words.text("title", dialect.title()));
        lines.add("");
        lines.add(words.text("order"));
        int number = 0;
        for (CrmExport.Written it : done.files()) {
            number++;
            String click = Objects.requireNonNull(dialect.sheets().get(it.part())).click();
            String what = words.text("part." + it.part().id());
            lines.add(number + ". " + it.file().getFileName() + " (" + what + ": " + it.rows() + ")");
            lines.add("   " + (click.isEmpty() ? words.text("nowhere") : click));
        }
        lines.add("");
        dialect.remarks().forEach(it -> lines.add("- " + words.text("remark." + it)));
        lines.add("- " + words.text("first-words"));
        if (!done.lost().isEmpty()) {
            lines.add("- " + words.text("lost", dialect.title(), String.join(" · ", done.lost())));
        }
        lines.add("- " + words.text("back"));
        lines.add("");
        lines.add(verified(dialect) + " " + dialect.why());
        dialect.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> lines.add(it.getKey() + ": " + mapped(it.getValue())));
        return "\ufeff" + lines.stream().collect(Collectors.joining(NEW_LINE, "", NEW_LINE));
    }

    private static String mapped(Map<String, String> map) {
        return map.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> it.getKey() + " = " + it.getValue())
                .collect(Collectors.joining(", "));
    }
}
