package org.genjin.daemon.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However long a mail is and whatever it is made of: twice the text takes twice the time, not four times. */
class LinearTimeTest {

    private static final int SMALL = 250_000;
    private static final int TIMES = 8;
    /** The processor's time of a step, of which the machine's noise and a cold start are a part. */
    private static final double SLACK = 3;

    private static final long NOISE = 300_000_000;
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final long LONGEST = 10_000_000_000L;

    private final WordsReading reading = new WordsReading();

    /** Pieces that come near to what the rules look for, again and again. */
    static List<String> pieces() {
        return List.of(
                "a", "word ", "词", "> ", "> > > deep\n", ">".repeat(500) + " deeper\n", "On 3 May 2024, Kim wrote\n", "On Mon, Mar 18, 2024 at 10:12 ",
                "On 18 Mar 2024, Kim <kim@acme.example> wrote:\n> yes\nno\n", "From: Kim\n", "From: Kim <kim@acme.example>\nSent: today\nTo: a,\n",
                "发件人: 林\n", "-----Original Message-----\n", "--\n", "-- \nKim\n", "________\n", "Best regards,\nKim\n", "Thanks,\n", "Kim Aldo\n",
                "Tel: +49 30 1234567 ", "+49 30 1234567\n", "1 2 3 4 5 6 7 8 9 ", "kim@acme.example ", "@", "www.acme.example/", "a.", "ACME Co., Ltd., ",
                "This e-mail is confidential and\n", "[01/04/2025, 17:02:11] Kim: yes\n", "[01/04/2025, ", "\u200e", "\u202ekim\u202c", "ООО «", "((((", "。",
                "\n", "\n\n", " \n", "https://acme.example/unsub", "mailto:", "\t|\t", ", ", "wrote: ", "写道：", "schrieb am 3. Mai ");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void aMailEightTimesAsLongTakesAboutEightTimesAsLong(String piece) {
        String small = repeated(piece, SMALL);
        String large = repeated(piece, SMALL * TIMES);
        time(small);
        long once = Math.min(time(small), time(small));
        long more = time(large);
        assertThat(more).as(piece + String.format(Locale.ROOT, " %.3f s, then %.3f s", once / 1e9, more / 1e9))
                .isLessThan((long) (once * TIMES * SLACK) + NOISE);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void tenMegabytesWithoutALineBreakAreReadInSeconds(String piece) {
        assertThat(time(repeated(piece.replace("\n", " "), TEN_MEGABYTES))).isLessThan(LONGEST);
    }

    private static String repeated(String piece, int length) {
        return "Dear Lin,\n" + piece.repeat(length / piece.length()) + "\nBest regards\nKim Aldo";
    }

    /** Of this thread alone: what else runs on the machine does not count. */
    private long time(String text) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Reading read = reading.read(MailText.of("Fwd: offer", text, null));
        assertThat(read.text().length() + read.quoted().length() + read.signature().length()).isPositive();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
    }
}
