package org.genjin.connectors.chat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of LINE's text: days, and what was said in them. Pure. */
final class LineRows {

    private static final String WEEKDAY = "[\\p{L}\\p{M}.]{1,14}";
    private static final Pattern DAY = Pattern.compile(
            "^(?:(" + WEEKDAY + "),? )?(?:([RHS]|令和|平成|昭和) ?)?(\\d{1,4})[./年-] ?(\\d{1,2})[./月-] ?(\\d{1,4})日?\\.?"
                    + "(?: ?[(（](" + WEEKDAY + ")[)）]| (" + WEEKDAY + "))?$");
    private static final String TIME =
            "(?:(" + HalfDay.WORDS + ") ?)?(\\d{1,2}):(\\d{2})(?: ?(" + HalfDay.WORDS + "))?";
    private static final Pattern SAID = Pattern.compile("^" + TIME + "(\\t| )(.*)$", Pattern.DOTALL);
    private static final Map<String, Integer> ERAS =
            Map.of("R", 2018, "令和", 2018, "H", 1988, "平成", 1988, "S", 1925, "昭和", 1925);
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int LONGEST_QUOTE = 2000;
    private static final int BUDDHIST = 543;

    private LineRows() {}

    /** @param columns 3 for time, name and words; 2 for a notice */
    record Said(LocalTime time, int columns, String name, String text, boolean tabbed) {}

    /**
     * @param name "" for a notice
     * @param rows of its words; more come while it is read
     */
    record Entry(int line, LocalDateTime at, String name, List<String> rows, boolean tabbed) {
        String text() {
            return String.join("\n", rows);
        }
    }

    /** The parts of a row that is a day and nothing else. */
    static Optional<Matcher> day(String row) {
        String bare = ChatText.visible(row).strip();
        Matcher matcher = DAY.matcher(bare);
        if (bare.length() < 6 || bare.length() > 40 || !matcher.matches()) {
            return Optional.empty();
        }
        boolean yearFirst = matcher.group(3).length() == 4;
        boolean yearLast = matcher.group(5).length() == 4;
        return yearFirst != yearLast || matcher.group(2) != null ? Optional.of(matcher) : Optional.empty();
    }

    /** A day whose order of day and month is open. */
    static Optional<DayMonth.Printed> ambiguous(String row) {
        return day(row)
                .filter(it -> it.group(2) == null && it.group(5).length() == 4)
                .map(it -> new DayMonth.Printed(
                        number(it, 3), number(it, 4), western(number(it, 5)), weekday(it.group(1), it.group(6), it.group(7))));
    }

    private static int weekday(String... words) {
        for (String word : words) {
            if (word != null && word.length() >= 3) {
                int at = WEEKDAYS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT));
                return at + 1;
            }
        }
        return 0;
    }

    private static Optional<LocalDate> date(String row, boolean monthFirst) {
        Optional<Matcher> found = day(row);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Matcher it = found.get();
        if (it.group(2) == null && it.group(5).length() == 4) {
            return ambiguous(row).flatMap(printed -> printed.date(monthFirst));
        }
        try {
            int year = number(it, 3) + (it.group(2) == null ? 0 : ERAS.getOrDefault(it.group(2), 0));
            return Optional.of(LocalDate.of(western(year), number(it, 4), number(it, 5)));
        } catch (DateTimeException e) {
            return Optional.empty(); // somebody's words that look like a day
        }
    }

    /** Thai calendars count from the Buddha. */
    private static int western(int year) {
        return year > 2400 ? year - BUDDHIST : year;
    }

    /** A row that begins with a time. */
    static Optional<Said> said(String row) {
        Matcher it = SAID.matcher(row.startsWith("\ufeff") ? row.substring(1) : row);
        if (!it.matches()) {
            return Optional.empty();
        }
        int hour = HalfDay.hour(number(it, 2), it.group(1) != null ? it.group(1) : it.group(4) != null ? it.group(4) : "");
        int minute = number(it, 3);
        if (hour > 23 || minute > 59) {
            return Optional.empty();
        }
        boolean tabbed = it.group(5).equals("\t");
        String rest = it.group(6);
        int tab = tabbed ? rest.indexOf('\t') : -1;
        return Optional.of(
                tab < 0
                        ? new Said(LocalTime.of(hour, minute), 2, "", rest, tabbed)
                        : new Said(LocalTime.of(hour, minute), 3, rest.substring(0, tab), rest.substring(tab + 1), true));
    }

    /** What was said, in its order. */
    static List<Entry> entries(List<String> rows, boolean monthFirst, String title) {
        boolean tabs = rows.stream().anyMatch(it -> said(it).filter(Said::tabbed).isPresent());
        Map<String, String> names = tabs ? Map.of() : blankNames(rows, title);
        List<Entry> entries = new ArrayList<>();
        LocalDate day = null;
        for (int i = 0; i < rows.size(); i++) {
            Optional<LocalDate> date = date(rows.get(i), monthFirst);
            if (date.isPresent()) {
                day = date.get();
                continue;
            }
            Optional<Said> said = day == null ? Optional.empty() : said(rows.get(i)).filter(it -> it.tabbed() == tabs);
            if (day == null || said.isEmpty()) {
                if (!entries.isEmpty()) {
                    entries.getLast().rows().add(rows.get(i));
                }
                continue;
            }
            Said it = tabs ? said.get() : named(said.get(), names, title);
            int end = it.text().startsWith("\"") ? quoteEnd(rows, i, it.text()) : i;
            String text = end == i ? it.text() : unquoted(it.text(), rows.subList(i + 1, end + 1));
            entries.add(new Entry(
                    i + 1, day.atTime(it.time()), it.name(), new ArrayList<>(List.of(text)), it.tabbed()));
            i = end;
        }
        return entries;
    }

    /** The row that ends a text of several lines in quotation marks; the same row if the mark is only part of the words. */
    private static int quoteEnd(List<String> rows, int start, String first) {
        if (marksAtEnd(first.substring(1)) % 2 == 1) {
            return start;
        }
        for (int i = start + 1; i < Math.min(rows.size(), start + LONGEST_QUOTE); i++) {
            if (marksAtEnd(rows.get(i)) % 2 == 1) {
                return i;
            }
            if (said(rows.get(i)).filter(it -> it.columns() == 3).isPresent()) {
                return start;
            }
        }
        return start;
    }

    private static int marksAtEnd(String row) {
        int marks = 0;
        while (marks < row.length() && row.charAt(row.length() - 1 - marks) == '"') {
            marks++;
        }
        return marks;
    }

    private static String unquoted(String first, List<String> more) {
        String whole = first + "\n" + String.join("\n", more);
        return whole.substring(1, whole.length() - 1).replace("\"\"", "\"");
    }

    /** Old files have blanks for tabs: a name is the title's, else what lines that begin alike have in common. */
    private static Map<String, String> blankNames(List<String> rows, String title) {
        Map<String, List<String[]>> byFirst = new HashMap<>();
        for (String row : rows) {
            said(row).filter(it -> !it.text().startsWith(title + " ")).ifPresent(it -> {
                String[] words = it.text().split(" ", 6);
                byFirst.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words);
            });
        }
        Map<String, String> names = new HashMap<>();
        byFirst.forEach((first, lines) -> names.put(first, common(lines)));
        return names;
    }

    private static String common(List<String[]> lines) {
        String[] name = lines.getFirst();
        int same = lines.size() < 3 ? 1 : Math.max(1, name.length - 1);
        for (String[] it : lines) {
            int i = 0;
            while (i < Math.min(same, it.length - 1) && it[i].equals(name[i])) {
                i++;
            }
            same = Math.max(1, Math.min(same, i));
        }
        return String.join(" ", List.of(name).subList(0, same));
    }

    private static Said named(Said it, Map<String, String> names, String title) {
        String text = it.text();
        String name = text.startsWith(title + " ") ? title : names.getOrDefault(text.split(" ", 2)[0], "");
        return text.startsWith(name + " ")
                ? new Said(it.time(), 3, name, text.substring(name.length() + 1), false)
                : new Said(it.time(), 2, "", text, false);
    }

    private static int number(Matcher it, int group) {
        return Integer.parseInt(it.group(group));
    }
}
