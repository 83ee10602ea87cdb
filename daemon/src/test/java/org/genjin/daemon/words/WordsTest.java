package org.genjin.daemon.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.genjin.config.Language;
import org.genjin.config.Provider;
import org.genjin.config.Providers;
import org.genjin.daemon.provider.ProviderWords;
import org.junit.jupiter.api.Test;

/** How sentences are said; that each language has them all is seen in {@link BundlesTest}. */
class WordsTest {

    @Test
    void whatALanguageHasNoSentenceForYetIsSaidInEnglish() {
        Words arabic = Words.of("half-said", Language.AR);
        assertThat(arabic.language()).isEqualTo(Language.AR);
        assertThat(arabic.text("hello")).isEqualTo("مرحبًا");
        assertThat(arabic.text("bye", "Kim")).isEqualTo("Goodbye, Kim");
        assertThat(arabic.has("no-such")).isFalse();
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
}
