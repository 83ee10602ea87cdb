package org.genjin.daemon.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genjin.config.Language;
import org.genjin.daemon.customer.CustomerId;
import org.genjin.daemon.words.WordFile;
import org.genjin.daemon.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyParserTest {

    private static final ReplyParser PARSER = new ReplyParser();
    private static final List<Numbered> MAIL = List.of(
            Numbered.customer(1, new CustomerId(42), "Mueller & Söhne GmbH"),
            Numbered.customer(2, new CustomerId(7), "Andina SAS"),
            Numbered.customer(3, new CustomerId(11), "ABC Trading LLC"),
            Numbered.customer(4, new CustomerId(12), "宁波海天进出口有限公司"),
            Numbered.customer(5, new CustomerId(13), "ООО Ромашка"),
            Numbered.customer(6, new CustomerId(14), "ABC Metals Ltd"),
            Numbered.question(7),
            Numbered.message(8, List.of(new CustomerId(42), new CustomerId(7))));
    private static final Moment THURSDAY = moment("en");

    private static Moment moment(String language) {
        return new Moment(OffsetDateTime.parse("2026-11-26T09:00:00+08:00"), language, Set.of("li", "wei"));
    }

    static Stream<String> lines() {
        return WordFile.lines("/reply/lines.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatPeopleWriteIsUnderstood(String line) {
        String typed = line.substring(0, line.lastIndexOf("=>")).strip();
        String meant = line.substring(line.lastIndexOf("=>") + 2).strip();
        assertThat(shown(PARSER.parse(List.of(new Typed(typed, 0)), MAIL, THURSDAY))).as(typed).isEqualTo(meant);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWordsThatOurMailsOfferAreUnderstoodInWhateverLanguageThePersonHasSet(Language language) {
        Words words = Words.of("command", language);
        for (String own : List.of("en", "zh", "ar", "ru")) {
            assertThat(parsed("1 " + words.text("done"), own)).isEqualTo("1 done");
            assertThat(parsed("2 " + words.text("tomorrow"), own)).isEqualTo("2 later 2026-11-27");
            assertThat(parsed("2 " + words.text("days", "3"), own)).isEqualTo("2 later 2026-11-29");
            assertThat(parsed("2 " + words.text("monday"), own)).isEqualTo("2 later 2026-11-30");
            assertThat(parsed("2 " + words.text("note") + " XYZ", own)).isEqualTo("2 note XYZ");
            assertThat(parsed("2 " + words.text("grade", "A"), own)).isEqualTo("2 grade A");
            assertThat(parsed(words.text("all") + " " + words.text("tomorrow"), own)).isEqualTo("1,2,3,4,5,6 later 2026-11-27");
            assertThat(parsed("7 " + words.text("yes"), own)).isEqualTo("7 yes");
            assertThat(parsed("7 " + words.text("no"), own)).isEqualTo("7 no");
            assertThat(parsed("8 " + words.text("no"), own)).isEqualTo("8 no");
            assertThat(parsed(words.text("stop"), own)).isEqualTo("stop");
            assertThat(parsed(words.text("undo"), own)).isEqualTo("undo");
            assertThat(parsed(words.text("undo") + " 2", own)).isEqualTo("undo 2");
        }
    }

    @Test
    void whereTheMailHasOneLineItsNumberMayBeLeftOff() {
        List<Numbered> one = MAIL.subList(0, 1);
        assertThat(shown(PARSER.parse(List.of(new Typed("next monday send samples", 0)), one, THURSDAY)))
                .isEqualTo("1 later 2026-11-30 send samples");
        assertThat(shown(PARSER.parse(List.of(new Typed("ok, thanks", 0)), one, THURSDAY))).isEqualTo("-");
    }

    @Test
    void whatIsTypedUnderAQuotedLineIsAboutThatLine() {
        List<Typed> lines = List.of(new Typed("done", 2), new Typed("3 days", 4), new Typed("ok", 5), new Typed("yes", 7));
        assertThat(shown(PARSER.parse(lines, MAIL, THURSDAY))).isEqualTo("2 done | 4 later 2026-11-29 | 5 done | 7 yes");
    }

    @Test
    void theRestIsWhatNoLineHasNamed() {
        List<Typed> lines = List.of(new Typed("1, 3 done", 0), new Typed("the rest tomorrow", 0));
        assertThat(shown(PARSER.parse(lines, MAIL, THURSDAY))).isEqualTo("1,3 done | 2,4,5,6 later 2026-11-27");
    }

    @Test
    void aNoteThatAMailProgramWrappedIsOneNote() {
        List<Typed> lines = List.of(
                new Typed("note 3 the buyer says that their board meets on the tenth of next", 0), new Typed("month and decides then", 0),
                new Typed("1 done", 0));
        assertThat(shown(PARSER.parse(lines, MAIL, THURSDAY)))
                .isEqualTo("3 note the buyer says that their board meets on the tenth of next month and decides then | 1 done");
    }

    @Test
    void nothingBelowTheEndOfALetterIsACommandAndTheWritersNameIsNone() {
        List<Typed> lines = List.of(
                new Typed("Good morning,", 0), new Typed("1 done", 0), new Typed("", 0), new Typed("Li Wei", 0),
                new Typed("Best regards", 0), new Typed("2 Harbour Road", 0));
        assertThat(shown(PARSER.parse(lines, MAIL, THURSDAY))).isEqualTo("1 done");
    }

    @Test
    void aLongTextIsReadInLittleTime() {
        String line = "1 done, 2 tomorrow 3 next monday ; 4 ".repeat(60);
        assertThat(PARSER.parse(java.util.Collections.nCopies(40, new Typed(line, 0)), MAIL, THURSDAY)).isNotEmpty();
    }

    private static String parsed(String line, String language) {
        return shown(PARSER.parse(List.of(new Typed(line, 0)), MAIL, moment(language)));
    }

    static String shown(List<Said> said) {
        return said.isEmpty() ? "-" : said.stream().map(ReplyParserTest::shown).collect(Collectors.joining(" | "));
    }

    private static String shown(Said said) {
        return switch (said) {
            case Said.Order(_, List<Integer> numbers, Command command) -> (Targets.list(numbers).replace(" ", "") + " " + shown(command)).strip();
            case Said.Unclear(_, Said.Doubt doubt, String detail) ->
                ("? " + doubt.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + detail).strip();
        };
    }

    private static String shown(Command command) {
        return switch (command) {
            case Command.Done(String text) -> ("done " + text).strip();
            case Command.Later later -> ("later " + later.day() + " " + later.text()).strip();
            case Command.Rated rated -> "grade " + rated.grade();
            case Command.Noted(String text, boolean contact) -> (contact ? "contact " : "note ") + text;
            case Command.Answered(boolean yes) -> yes ? "yes" : "no";
            case Command.Whose whose -> whose.customer().toString();
            case Command.Stop _ -> "stop";
            case Command.Start _ -> "start";
            case Command.Pause pause -> "pause " + pause.until();
            case Command.Undo(List<Integer> lines) -> ("undo " + lines.stream().map(String::valueOf).collect(Collectors.joining(" "))).strip();
        };
    }
}
