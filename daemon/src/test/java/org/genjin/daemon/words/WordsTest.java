package org.genjin.daemon.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.genjin.config.Language;
import org.genjin.config.Provider;
import org.genjin.config.Providers;
import org.genjin.daemon.provider.ProviderWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence is there in both languages, and says the same things. */
class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"customer", "sign-in", "ui"})
    void bothLanguagesHaveTheSameSentencesWithTheSamePlaces(String area) throws Exception {
        Properties english = load(area, "en");
        Properties chinese = load(area, "zh-CN");
        assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(new MessageFormat(english.getProperty(key), Locale.ENGLISH)).isNotNull();
            assertThat(new MessageFormat(chinese.getProperty(key), Locale.CHINESE)).isNotNull();
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "digest", "document", "providers", "init", "fraud", "holiday", "reason", "receipt", "search", "sending", "source", "why", "workbook"})
    void allEightLanguagesHaveTheSameSentencesWithTheSamePlaces(String area) throws Exception {
        Properties english = load(area, "en");
        for (Language language : Language.values()) {
            Properties words = load(area, language.tag());
            assertThat(words.stringPropertyNames()).as(language.tag()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                isSaidLike(english.getProperty(key), words.getProperty(key), key, language);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ui,nav.", "ui,search.", "ui,place.", "ui,facet.", "ui,offer.", "customer,stage.", "customer,channel.",
        "customer,direction.", "customer,says.", "customer,reason.", "customer,turn.", "customer,grade."})
    void whereOneSearchesEverythingIsSaidInAllEightLanguages(String area, String kind) throws Exception {
        Properties english = load(area, "en");
        for (Language language : Language.values()) {
            Properties words = load(area, language.tag());
            for (String key : english.stringPropertyNames()) {
                if (key.startsWith(kind)) {
                    assertThat(words.getProperty(key)).as(language.tag() + " " + key).isNotNull();
                    isSaidLike(english.getProperty(key), words.getProperty(key), key, language);
                }
            }
            assertThat(english.stringPropertyNames()).as(language.tag()).containsAll(words.stringPropertyNames());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsToldAtOnceIsSaidInEveryLanguage(Language language) throws Exception {
        Properties english = load("alert", "en");
        assertThat(load("alert", language.tag()).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        Words alert = Words.of("alert", language);
        for (String key : english.stringPropertyNames()) {
            boolean counts = key.equals("waiting.item");
            for (int many : new int[] {1, 2, 5, 21}) {
                String text = counts ? alert.text(key, many, "03-03 09:00") : key.equals("more") ? alert.text(key, "Acme", many) : alert.text(key, "ONE", "TWO", "THREE");
                assertThat(text).as(language.tag() + " " + key).isNotBlank().doesNotContain("{", "''");
            }
        }
    }

    private static void isSaidLike(String english, String pattern, String key, Language language) {
        assertThat(places(pattern)).as(language.tag() + " " + key).isEqualTo(places(english));
        boolean plural = pattern.contains(", plural,");
        Object[] values = {plural ? (Object) 7 : "ONE", "TWO", "THREE", "FOUR"};
        String text = plural
                ? new com.ibm.icu.text.MessageFormat(pattern, language.locale()).format(values)
                : new MessageFormat(pattern, language.locale()).format(values);
        assertThat(text).as(language.tag() + " " + key).doesNotContain("{", "}", "\ufffd").hasSizeGreaterThan(0);
        assertThat(text.isBlank()).as(language.tag() + " " + key).isEqualTo(english.isBlank());
        long apostrophes = pattern.replace("''", "").chars().filter(it -> it == '\'').count();
        assertThat(apostrophes).as("an apostrophe is written twice: " + language.tag() + " " + key).isZero();
    }

    @Test
    void whatALanguageHasNoSentenceForYetIsSaidInEnglish() {
        Words arabic = Words.of("ui", Language.AR);
        assertThat(arabic.language()).isEqualTo(Language.AR);
        assertThat(arabic.text("nav.search")).isEqualTo("بحث");
        assertThat(arabic.text("health.sources")).isEqualTo("Sources");
        assertThat(arabic.has("no-such")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whyACustomerIsDueIsSaidInAllEightLanguagesWithTheirPlurals(Language language) throws Exception {
        Properties english = load("due", "en");
        Properties words = load("due", language.tag());
        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        Words due = Words.of("due", language);
        for (String key : english.stringPropertyNames()) {
            for (int count : new int[] {0, 1, 2, 3, 5, 11, 21, 100}) {
                Object[] values = key.equals("count") || key.equals("nobody") || key.equals("due") || key.startsWith("rest") || key.equals("also")
                                || key.startsWith("others") || key.startsWith("window") || key.equals("joint")
                        ? new Object[] {"ONE", key.equals("count") ? (Object) count : "TWO"}
                        : new Object[] {count, count, "A", "03-05", "kim@acme.example", 2, 3};
                assertThat(due.text(key, values)).as(language.tag() + " " + key).isNotBlank().doesNotContain("{", "}", "#", "\ufffd");
            }
            String pattern = words.getProperty(key);
            assertThat(pattern.replace("''", "").chars().filter(it -> it == '\'').count()).as(language.tag() + " " + key).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void figuresAndTheirFormulasAreSaidInAllEightLanguagesWithTheirPlurals(Language language) throws Exception {
        Properties english = load("report", "en");
        Properties words = load("report", language.tag());
        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        Words report = Words.of("report", language);
        for (String key : english.stringPropertyNames()) {
            for (int count : new int[] {0, 1, 2, 3, 5, 11, 21, 100}) {
                Object first = key.startsWith("few.") || key.startsWith("of.") ? (Object) count : "ONE";
                String text = report.text(key, first, key.startsWith("value.") ? (Object) count : "TWO");
                assertThat(text).as(language.tag() + " " + key).isNotBlank().doesNotContain("#", "\ufffd");
                assertThat(key.equals("why-this-mail") || !text.contains("{")).as(language.tag() + " " + key).isTrue();
            }
            long apostrophes = words.getProperty(key).replace("''", "").chars().filter(it -> it == '\'').count();
            assertThat(apostrophes).as(language.tag() + " " + key).isEqualTo(key.equals("why-this-mail") ? 4 : 0);
        }
    }

    @Test
    void russianAndArabicCountAsTheyDo() {
        assertThat(Words.of("due", Language.RU).text("overdue", 0, 2)).isEqualTo(", просрочено на 2 рабочих дня");
        assertThat(Words.of("due", Language.RU).text("overdue", 0, 21)).isEqualTo(", просрочено на 21 рабочий день");
        assertThat(Words.of("due", Language.AR).text("reply-owed", 2)).contains("قبل يومين");
        assertThat(Words.of("due", Language.EN).text("reply-owed", 1)).isEqualTo("wrote yesterday and waits for an answer");
    }

    @Test
    void everythingAProviderMayWantCanBeSaidInEveryLanguage() {
        for (Language language : Language.values()) {
            ProviderWords words = new ProviderWords(language);
            for (Provider it : new Providers().all()) {
                assertThat(words.needs(it)).as(language.tag() + " " + it.id()).hasSameSizeAs(it.needs()).doesNotHaveDuplicates();
                assertThat(words.first(it)).as(language.tag() + " " + it.id()).contains(it.settings(), it.menu(), words.name(it));
            }
        }
    }

    @Test
    void aReasonIsSaidInTheHomesLanguageSentenceBySentenceAndNamesAreLeftAlone() {
        ReasonWords chinese = new ReasonWords(Language.ZH_CN);
        assertThat(chinese.say("supplier: we ask them for prices (2), we order, calls itself a forwarder"))
                .isEqualTo("供应商：我方向对方询价（2次），我方下单，自称：货代");
        assertThat(chinese.say("newsletter or list")).isEqualTo("群发邮件或邮件列表");
        assertThat(chinese.say("looks like harbour.example but comes from harb0ur.example")).isEqualTo("看似 harbour.example，实际来自 harb0ur.example");
        assertThat(chinese.say("address: kim@acme.example")).isEqualTo("邮箱地址：kim@acme.example");
        assertThat(chinese.say("not a customer: my brother, Ltd")).isEqualTo("不是客户：my brother, Ltd");
        assertThat(new ReasonWords(Language.DE).say("borrowed name: writes of money to another account, the name Kim Lee"))
                .isEqualTo("fremder Name: schreibt von Geld auf ein anderes Konto, der Name Kim Lee");
        assertThat(new ReasonWords(Language.EN).say("supplier: they name prices")).isEqualTo("supplier: they name prices");
        assertThat(chinese.say("")).isEmpty();
        assertThat(chinese.question("same-firm", "C0001 Acme", "C0002 Acme SL", "")).isEqualTo("C0001 Acme 和 C0002 Acme SL 是同一家公司吗？");
    }

    @Test
    void aTerminalsColumnsAreCountedAsPeopleSeeThem() {
        assertThat(Text.columns("报价 A")).isEqualTo(6);
        assertThat(Text.fitColumns("一二三四五", 7)).isEqualTo("一二三…");
        assertThat(Text.fit("a😀b", 2)).isEqualTo("a");
    }

    private static TreeSet<String> places(String pattern) {
        TreeSet<String> places = new TreeSet<>();
        Pattern.compile("\\{\\d").matcher(pattern).results().map(MatchResult::group).forEach(places::add);
        return places;
    }

    private static Properties load(String area, String language) throws Exception {
        try (InputStream file = WordsTest.class.getResourceAsStream("/i18n/" + area + "/" + language + ".properties")) {
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        }
    }
}
