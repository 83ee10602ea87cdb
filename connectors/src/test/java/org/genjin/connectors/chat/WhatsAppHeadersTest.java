package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates and times in the layouts of all regions that Java knows, and in those that were seen in exports. */
class WhatsAppHeadersTest {

    private static final DayHalves HALVES = new DayHalves(new WhatsAppPhrases().data());

    /** Two days tell which number is the day; noon and midnight tell the halves apart. */
    private static final List<LocalDateTime> TIMES = List.of(
            LocalDateTime.of(2025, 3, 9, 0, 8), LocalDateTime.of(2025, 3, 9, 9, 5), LocalDateTime.of(2025, 3, 9, 12, 30),
            LocalDateTime.of(2025, 3, 25, 14, 5), LocalDateTime.of(2025, 12, 31, 23, 59));

    /** Words in the middle of the time or before all, a second word, a word with a stroke, a month without a separator behind it. */
    private static final Set<String> LEFT_OUT = Set.of("dz", "ee", "brx", "xnr", "kkj");

    static Stream<Locale> regions() {
        return Arrays.stream(Locale.getAvailableLocales())
                .filter(it -> !it.getLanguage().isEmpty() && !LEFT_OUT.contains(it.getLanguage()))
                .filter(it -> it.getUnicodeLocaleType("ca") == null && it.getUnicodeLocaleType("nu") == null)
                .sorted(Comparator.comparing(Locale::toLanguageTag));
    }

    @Test
    void theTimesOfEveryRegionAreReadOnAndroidAndOnIPhones() {
        List<String> wrong = new ArrayList<>();
        regions().forEach(region -> {
            String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                    FormatStyle.SHORT, FormatStyle.SHORT, IsoChronology.INSTANCE, region);
            DateTimeFormatter layout = DateTimeFormatter.ofPattern(pattern, region).withDecimalStyle(DecimalStyle.of(region));
            StringBuilder android = new StringBuilder();
            StringBuilder iphone = new StringBuilder();
            for (LocalDateTime time : TIMES) {
                android.append(layout.format(time)).append(" - Ana Ruiz: words\n");
                iphone.append('[').append(layout.format(time)).append("] Ana Ruiz: words\r\n");
            }
            for (StringBuilder export : List.of(android, iphone)) {
                List<LocalDateTime> read = times(export.toString());
                if (!read.equals(TIMES)) {
                    wrong.add(region.toLanguageTag() + " " + export.substring(0, 40) + " " + read);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    static Stream<Arguments> seen() {
        return Stream.of(
                Arguments.of("09/03/2025, 14:05 - ", "2025-03-09T14:05"),
                Arguments.of("9/3/2025, 2:05\u202fp.\u00a0m. - ", "2025-03-09T14:05"),
                Arguments.of("9/3/2025 2:05 p. m. - ", "2025-03-09T14:05"),
                Arguments.of("2025-03-09, 2:05\u202fp.m. - ", "2025-03-09T14:05"),
                Arguments.of("2025/03/09, 2:05\u202fpm - ", "2025-03-09T14:05"),
                Arguments.of("09/03/2025 à 14:05 - ", "2025-03-09T14:05"),
                Arguments.of("9.03.2025 14:05 - ", "2025-03-09T14:05"),
                Arguments.of("09.03.25, 14:05 - ", "2025-03-09T14:05"),
                Arguments.of("9.3.2025 klo 14.05 - ", "2025-03-09T14:05"),
                Arguments.of("09/03/25 14.05 - ", "2025-03-09T14:05"),
                Arguments.of("\u0669\u200f/\u0663\u200f/\u0662\u0660\u0662\u0665\u060c \u0662:\u0660\u0665\u00a0\u0645 - ", "2025-03-09T14:05"),
                Arguments.of("9\u200f/3\u200f/2025\u060c 2:05\u202f\u0645 - ", "2025-03-09T14:05"),
                Arguments.of("2025/3/9 下午2:05 - ", "2025-03-09T14:05"),
                Arguments.of("2025/3/9 2:05下午 - ", "2025-03-09T14:05"),
                Arguments.of("2025/3/9 凌晨12:10 - ", "2025-03-09T00:10"),
                Arguments.of("2025/3/9 中午12:10 - ", "2025-03-09T12:10"),
                Arguments.of("2025. 3. 9. 오후 2:05 - ", "2025-03-09T14:05"),
                Arguments.of("2025/03/09 午後2:05 - ", "2025-03-09T14:05"),
                Arguments.of("9.03.2025 ÖS 2:05 - ", "2025-03-09T14:05"),
                Arguments.of("09/03/25, 2:05\u202fptg - ", "2025-03-09T14:05"),
                Arguments.of("14:05, 09/03/2025 - ", "2025-03-09T14:05"),
                Arguments.of("2025-03-09 14 h 05 - ", "2025-03-09T14:05"),
                Arguments.of("25. 3. 9. 오후 2:05 - ", "2025-03-09T14:05"),
                Arguments.of("9/3/2568 14:05 - ", "2025-03-09T14:05"),
                Arguments.of("9/3/68 14:05 - ", "2025-03-09T14:05"),
                Arguments.of("9/9/1446 هـ، 2:05 م - ", "2025-03-09T14:05"),
                Arguments.of("۱۴۰۳/۱۲/۱۹،\u200f ۱۴:۰۵ - ", "2025-03-09T14:05"),
                Arguments.of("114/3/9 下午2:05 - ", "2025-03-09T14:05"),
                Arguments.of("09/03/2025, 24:05 - ", "2025-03-09T00:05"),
                Arguments.of("09/03/2025, 00:08 a. m. - ", "2025-03-09T00:08"),
                Arguments.of("[09/03/2025, 14:05:33] ", "2025-03-09T14:05:33"),
                Arguments.of("[09/03/2025 14:05:33] ", "2025-03-09T14:05:33"),
                Arguments.of("\u200e[09.03.25, 14:05:33 PM] ", "2025-03-09T14:05:33"),
                Arguments.of("[9-03-25, 2:05:33\u202fp.\u00a0m.] ", "2025-03-09T14:05:33"),
                Arguments.of("[2025/3/9 下午2:05:33] ", "2025-03-09T14:05:33"),
                Arguments.of("[09/03/25 14.05.33] ", "2025-03-09T14:05:33"),
                Arguments.of("[9\u200f/3\u200f/2025\u060c 2:05:33\u202f\u0645] ", "2025-03-09T14:05:33"),
                Arguments.of("[2025-03-09 14:05] ", "2025-03-09T14:05"));
    }

    @ParameterizedTest
    @MethodSource("seen")
    void aLayoutSeenInAnExportIsRead(String header, String time) {
        assertThat(times(header + "Ana Ruiz: words\n" + header + "Li: words\n"))
                .containsExactly(LocalDateTime.parse(time), LocalDateTime.parse(time));
    }

    @Test
    void aDateAloneATimeAloneAndADayThatDoesNotExistAreWords() {
        List<Message> messages = Exports.messages("a.txt", """
                25/03/2026, 14:05 - Ana: the dates are
                26/03/2026
                14:30
                32/03/2026, 14:05 - not a day
                25/03/2026 14:05
                25/03/2026, 14:06 - Li: ok
                """);
        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst().body().plain())
                .isEqualTo("the dates are\n26/03/2026\n14:30\n32/03/2026, 14:05 - not a day\n25/03/2026 14:05");
    }

    @Test
    void aChatPastedIntoAMessageStaysPartOfIt() {
        List<Message> messages = Exports.messages("a.txt", """
                25.03.26, 14:05 - Ana: look what he wrote
                [25/03/2026, 09:00:01] Ben: no way
                [25/03/2026, 09:00:09] Ana: really
                25.03.26, 14:06 - Li: oh
                25.03.26, 14:07 - Ana: yes
                25.03.26, 14:08 - Li: well
                25.03.26, 14:09 - Ana: so
                25.03.26, 14:10 - Li: then
                25.03.26, 14:11 - Ana: bye
                25.03.26, 14:12 - Li: bye
                25.03.26, 14:13 - Ana: .
                """);
        assertThat(messages).hasSize(9);
        assertThat(messages.getFirst().body().plain()).contains("Ben: no way");
    }

    @Test
    void anIPhonesMessageEndsOnlyWhereItsLineEndSaysSo() {
        List<Message> messages = Exports.messages("_chat.txt",
                "[25/03/2026, 09:00:00] Ana: copied:\n[25/03/2026, 08:59:00] Ben: no\r\n[25/03/2026, 09:01:00] Li: ok\r\n"
                        + "[25/03/2026, 09:02:00] Ana: good\r\n");
        assertThat(messages).hasSize(3);
        assertThat(messages.getFirst().body().plain()).isEqualTo("copied:\n[25/03/2026, 08:59:00] Ben: no");
    }

    private static List<LocalDateTime> times(String export) {
        return WhatsAppEntries.of(export, Exports.WRITTEN_AT, HALVES).all().stream().map(WhatsAppEntries.Entry::at).toList();
    }
}
