package org.genjin.daemon.reading.contact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.genjin.daemon.reading.ContactCard.Handle;
import org.jspecify.annotations.Nullable;

/** Reads numbers, addresses, sites and handles in the lines of a signature. Not thread-safe: one for each signature. */
final class Reach {

    private static final int MOST_BETWEEN = 14;
    private static final int MOST_LETTERS = 5;
    private static final int SHORTEST_HANDLE = 3;
    private static final int LONGEST_HANDLE = 40;

    private static final Pattern OWN_LABEL = Pattern.compile("\\p{L}[\\p{L}. ]{1,11}[:：] ?");
    private static final Pattern SAME = Pattern.compile("(?iu)(?:同号|同號|same|also|too|idem|mismo|mesmo|auch|также|тот же|أيضا|نفس)");

    private final Phones phones;
    private final List<String> regions;
    final Set<String> addresses = new LinkedHashSet<>();
    final Set<String> numbers = new LinkedHashSet<>();
    final Set<String> sites = new LinkedHashSet<>();
    final Set<Handle> handles = new LinkedHashSet<>();
    private @Nullable Label lineBefore;

    /** @param regions where numbers without a country may be, in order */
    Reach(Phones phones, List<String> regions) {
        this.phones = phones;
        this.regions = regions;
    }

    private record Mark(int start, int end, Label label) {}

    void read(String line) {
        List<Mark> marks = marks(line);
        boolean registered = marks.stream().anyMatch(it -> it.label() == Label.REGISTRATION && it.start() == 0);
        List<Written> mails = WebNames.addresses(line);
        mails.forEach(it -> addresses.add(it.text()));
        for (Written it : WebNames.sites(line)) {
            site(it, marks);
        }
        int before = 0;
        Set<Label> last = EnumSet.noneOf(Label.class);
        for (Written run : Phones.runs(line)) {
            if (mails.stream().anyMatch(it -> run.start() >= it.start() && run.start() < it.end()) || inWord(line, run)) {
                continue;
            }
            Set<Label> labels = labels(line, run, marks, before);
            if (labels.isEmpty() && before > 0 && joins(line.substring(before, run.start()))) {
                labels = last;
            }
            if (labels.isEmpty() && lineBefore != null && run.start() == 0) {
                labels = EnumSet.of(lineBefore);
            }
            Set<Label> behind = behind(line, run.end(), marks);
            if (!registered || labels.stream().anyMatch(it -> it == Label.PHONE || it.isHandle())) {
                number(line, run, labels, behind);
            }
            last = labels;
            before = run.end();
        }
        named(line, marks);
        Mark only = marks.size() == 1 ? marks.getFirst() : null;
        lineBefore = only != null && only.start() == 0 && only.end() >= line.length() - 2 ? only.label() : null;
    }

    private static List<Mark> marks(String line) {
        List<Mark> marks = new ArrayList<>();
        SignatureWords.all().labels.each(line, (start, end, label) -> {
            // A letter alone is a label only where a number comes.
            if (end - start > 1 || isLetterLabel(line, start)) {
                marks.add(new Mark(start, end, label));
            }
        });
        return marks;
    }

    private static boolean isLetterLabel(String line, int at) {
        if (at > 0 && (Character.isLetterOrDigit(line.charAt(at - 1)) || line.charAt(at - 1) == '.' || line.charAt(at - 1) == '\'')) {
            return false;
        }
        int next = at + 1;
        boolean sign = false;
        while (next < line.length() && (line.charAt(next) == ' ' || line.charAt(next) == ':' || line.charAt(next) == '.' || line.charAt(next) == '：'
                || line.charAt(next) == '/' || line.charAt(next) == ')')) {
            sign |= line.charAt(next) == ':' || line.charAt(next) == '：';
            next++;
        }
        return next < line.length() && (sign || Character.isDigit(line.charAt(next)) || line.charAt(next) == '+' || line.charAt(next) == '(');
    }

    /** "MSKU9088127", "1450#" and other codes are no numbers to call. */
    private static boolean inWord(String line, Written run) {
        char before = run.start() == 0 ? ' ' : line.charAt(run.start() - 1);
        return before == '@' || before == '_' || before == '=';
    }

    private static boolean joins(String between) {
        return between.length() <= 6 && between.chars().noneMatch(it -> it == '|' || it == '•' || it == ':');
    }

    /** Those right before the number, one after another: "Mobile/WhatsApp:". */
    private static Set<Label> labels(String line, Written run, List<Mark> marks, int from) {
        Set<Label> found = EnumSet.noneOf(Label.class);
        int end = run.start();
        for (int i = marks.size() - 1; i >= 0; i--) {
            Mark it = marks.get(i);
            if (it.end() > end) {
                continue;
            }
            if (it.start() < from || !isBetween(line.substring(it.end(), end), found.isEmpty())) {
                break;
            }
            found.add(it.label());
            end = it.start();
        }
        return found;
    }

    private static boolean isBetween(String text, boolean number) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            letters += Character.isLetter(it) ? 1 : 0;
            if (Character.isDigit(it) || it == '|' || it == '•' || it == ';' || it == ',' && !number && text.length() > 3) {
                return false;
            }
        }
        return text.length() <= MOST_BETWEEN && letters <= MOST_LETTERS;
    }

    /** In parentheses behind the number: "(WhatsApp)", "（微信同号）". */
    private static Set<Label> behind(String line, int end, List<Mark> marks) {
        Set<Label> found = EnumSet.noneOf(Label.class);
        int at = end;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (at >= line.length()) {
            return found;
        }
        if (line.charAt(at) != '(' && line.charAt(at) != '（' && line.charAt(at) != '[') {
            return beside(line, end, marks);
        }
        int close = at + 1;
        while (close < line.length() && line.charAt(close) != ')' && line.charAt(close) != '）' && line.charAt(close) != ']') {
            close++;
        }
        for (Mark it : marks) {
            if (it.start() > at && it.end() <= close) {
                found.add(it.label());
            }
        }
        return found;
    }

    /** "0917 144 1180 / viber same number", "+86 138 … WhatsApp": a chat behind a number, with nothing behind it. */
    private static Set<Label> beside(String line, int end, List<Mark> marks) {
        Set<Label> found = EnumSet.noneOf(Label.class);
        int at = end;
        for (Mark it : marks) {
            String rest = line.substring(it.end()).strip();
            boolean last = rest.isEmpty() || "|,/;·•".indexOf(rest.charAt(0)) >= 0;
            boolean chat = it.label().isHandle() && (last || SAME.matcher(rest).lookingAt());
            boolean kind = last && (it.label() == Label.PHONE || it.label() == Label.FAX);
            boolean near = it.start() >= at && it.start() - at <= 3
                    && !Chars.hasLetterOrDigit(line.substring(at, it.start()));
            if (near && (chat || kind) && line.charAt(it.end() - 1) != ':' && !valued(line, it.end())) {
                found.add(it.label());
                at = it.end();
            }
        }
        return found;
    }

    /** Whether a number of its own comes right behind a label. */
    private static boolean valued(String line, int end) {
        return line.substring(end).chars().limit(3).anyMatch(it -> it == ':' || it == '：' || it == '+' || Character.isDigit(it));
    }

    private void number(String line, Written run, Set<Label> labels, Set<Label> behind) {
        boolean phone = labels.contains(Label.PHONE) || behind.contains(Label.PHONE);
        List<Label> chats = java.util.stream.Stream.concat(labels.stream(), behind.stream()).filter(Label::isHandle).toList();
        boolean fax = !phone && (labels.contains(Label.FAX) || behind.contains(Label.FAX));
        boolean other = !phone && chats.isEmpty()
                && (labels.contains(Label.REGISTRATION) || labels.contains(Label.EXTENSION) || labels.contains(Label.ADDRESS));
        if (fax && chats.isEmpty() || other) {
            return;
        }
        boolean bare = labels.isEmpty() && behind.isEmpty();
        if (bare && !standsAlone(line, run)) {
            return;
        }
        for (String it : phones.e164(run.text(), regions)) {
            boolean same = !behind.isEmpty() && SAME.matcher(line.substring(run.end())).find();
            if (phone || chats.isEmpty() || same) {
                numbers.add(it);
            }
            chats.forEach(chat -> handles.add(new Handle(String.valueOf(chat.channel()), it)));
        }
        if (chats.contains(Label.QQ) && phones.e164(run.text(), regions).isEmpty()) {
            handles.add(new Handle("qq", run.text().strip()));
        }
    }

    /** Whether it is a number to call without being called one: with its country's prefix, or with nothing else around it. */
    private static boolean standsAlone(String line, Written run) {
        if (run.text().startsWith("+") || run.text().startsWith("(+") || run.text().startsWith("00")) {
            return true;
        }
        for (Piece it : Piece.of(line)) {
            if (run.start() >= it.start() && run.start() < it.end()) {
                String rest = line.substring(it.start(), run.start()) + line.substring(Math.min(run.end(), it.end()), it.end());
                // "Bur. : 819 555-0148": whatever stands before a colon there is a word for a telephone.
                return !Chars.hasLetterOrDigit(rest) || OWN_LABEL.matcher(line.substring(it.start(), run.start())).matches();
            }
        }
        // Two numbers with a stroke between are parted as two pieces.
        return !Chars.hasLetter(line);
    }

    private void site(Written it, List<Mark> marks) {
        String host = WebNames.host(it.text());
        if (host.equals("wa.me") || host.equals("t.me")) {
            String name = it.text().substring(Math.min(it.text().length(), host.length() + 1));
            if (host.equals("wa.me") && name.matches("\\d{8,15}")) {
                handles.add(new Handle("whatsapp", "+" + name));
            } else if (host.equals("t.me") && name.length() >= SHORTEST_HANDLE) {
                handles.add(new Handle("telegram", name));
            }
            return;
        }
        boolean named = marks.stream().anyMatch(mark -> mark.label().isHandle() && mark.end() <= it.start() && it.start() - mark.end() <= 3);
        if (!named && !WebNames.isElsewhere(it.text())) {
            sites.add(it.text());
        }
    }

    /** Names on chats: "Skype: liuyang.hx", "微信：tina_zhou". */
    private void named(String line, List<Mark> marks) {
        for (int i = 0; i < marks.size(); i++) {
            Mark it = marks.get(i);
            if (!it.label().isHandle()) {
                continue;
            }
            int start = it.end();
            while (start < line.length() && (" :：=#-–.@\u00a0".indexOf(line.charAt(start)) >= 0)) {
                start++;
            }
            int end = start;
            while (end < line.length() && isHandle(line.charAt(end))) {
                end++;
            }
            while (end > start && !Character.isLetterOrDigit(line.charAt(end - 1)) && line.charAt(end - 1) != '_') {
                end--;
            }
            String name = line.substring(start, end);
            boolean label = i + 1 < marks.size() && marks.get(i + 1).start() == start;
            boolean signed = line.substring(it.end(), start).chars().anyMatch(sign -> ":：=@".indexOf(sign) >= 0);
            boolean coded = name.chars().anyMatch(letter -> !Character.isLetter(letter));
            if (start == it.end() || !signed && !coded || label || name.length() < SHORTEST_HANDLE || name.length() > LONGEST_HANDLE) {
                continue;
            }
            boolean digits = name.chars().allMatch(Character::isDigit);
            if (it.label() == Label.QQ && digits && name.length() >= 5 && name.length() <= 11) {
                handles.add(new Handle("qq", name));
            } else if (Chars.hasLetter(name) && !digits) {
                // Names that are people's names in full stand for a chat only behind a colon.
                handles.add(new Handle(String.valueOf(it.label().channel()), name));
            }
        }
    }

    private static boolean isHandle(char it) {
        return it >= 'a' && it <= 'z' || it >= 'A' && it <= 'Z' || it >= '0' && it <= '9' || it == '_' || it == '.' || it == '-' || it == ':' || it == '@';
    }
}
