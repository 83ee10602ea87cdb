package org.genjin.config;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Reads {@code digest}, {@code instant} and {@code owners}: how the owners are written to. */
final class MailSection {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private MailSection() {}

    /**
     * @param language of whoever has none of their own; so is {@code zone}
     * @param known the owners of all sources
     * @param rest reads what else stands at an owner, by their address
     */
    static MailSettings read(
            SectionReader top, Language language, ZoneId zone, Collection<String> known, BiConsumer<String, SectionReader> rest) {
        AppConfig.Digest morning = digest(top, new AppConfig.Digest(MORNING, Values.days("mon-fri")));
        OwnerMails usual = new OwnerMails(language, zone, morning, instant(top, InstantMails.NONE));
        Map<String, OwnerMails> own = new HashMap<>();
        for (SectionReader it : top.sections("owners", "address", "language", "time-zone", "digest", "instant", WorkbookSection.KEY)) {
            Optional<String> address =
                    it.value("address", Optional.empty(), "an e-mail address", text -> Optional.of(Values.address(text)));
            OwnerMails mails = new OwnerMails(
                    language(it, usual.language()), zone(it, usual.timeZone()), digest(it, usual.digest()), instant(it, usual.instant()));
            if (!it.has("address")) {
                it.problem("address", "is missing: who is meant?");
            } else if (address.isPresent() && !known.contains(address.get())) {
                it.problem("address", "is " + address.get() + ", but no mailbox and no export folder is theirs"
                        + (known.isEmpty() ? "" : "; the owners are " + known.stream().sorted().collect(Collectors.joining(", "))));
            } else if (address.isPresent() && own.put(address.get(), mails) != null) {
                it.problem("address", "is there twice: " + address.get());
            }
            address.ifPresent(owner -> rest.accept(owner, it));
        }
        return new MailSettings(usual, own);
    }

    static Language language(SectionReader it, Language usual) {
        String all = Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(" "));
        return it.value("language", usual, "one of " + all, text -> Language.of(text).orElseThrow());
    }

    static ZoneId zone(SectionReader it, ZoneId usual) {
        return it.value("time-zone", usual, "a zone such as Asia/Shanghai", ZoneId::of);
    }

    private static AppConfig.Digest digest(SectionReader within, AppConfig.Digest usual) {
        SectionReader it = within.section("digest", "at", "days");
        return new AppConfig.Digest(
                it.value("at", usual.at(), "a time such as \"08:00\"", LocalTime::parse),
                it.value("days", usual.days(), "days such as mon-fri or mon,wed,fri", Values::days));
    }

    private static InstantMails instant(SectionReader within, InstantMails usual) {
        SectionReader it = within.section("instant", "waiting-hours", "grades", "source-silent", "fraud");
        Optional<Integer> hours =
                it.value("waiting-hours", usual.waitingHours(), "a number from 1 to 200, or off", MailSection::hours);
        Optional<Duration> silent = it.value(
                "source-silent", usual.sourceSilent(), "a duration such as '1 day' or '12 hours', at least an hour, or off",
                text -> text.equals("off") ? Optional.empty() : Optional.of(atLeastAnHour(Values.duration(text))));
        return new InstantMails(
                hours, grades(it, usual.grades()), silent,
                it.value("fraud", usual.fraud(), "true or false", MailSection::truth));
    }

    private static Optional<Integer> hours(String text) {
        if (text.equals("off")) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(text);
        if (hours < 1 || hours > 200) {
            throw new IllegalArgumentException(text);
        }
        return Optional.of(hours);
    }

    /** Sources are read every few minutes, and one that fails is left alone for a while. */
    private static Duration atLeastAnHour(Duration it) {
        if (it.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException(it.toString());
        }
        return it;
    }

    private static Set<String> grades(SectionReader it, Set<String> usual) {
        if (!it.has("grades")) {
            return usual;
        }
        List<String> named = it.texts("grades").stream().map(text -> text.toUpperCase(Locale.ROOT)).toList();
        if (named.isEmpty() || !InstantMails.ALL_GRADES.containsAll(named)) {
            it.problem("grades", "must be some of [S, A, B, C, E]");
            return usual;
        }
        return new HashSet<>(named);
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }
}
