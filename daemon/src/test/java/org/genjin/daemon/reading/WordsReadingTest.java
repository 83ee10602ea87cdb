package org.genjin.daemon.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsReadingTest {

    private final WordsReading reading = new WordsReading();

    private Reading plain(String text) {
        return reading.read(MailText.of("Re: offer", text, null));
    }

    @Test
    void answersBetweenTheLinesAreNewAndTheLinesAreQuoted() {
        Reading read = plain("On 3 May 2024, at 10:12, Li <li@factory.example> wrote:\n> How many?\n\n500\n\n> When?\n\nIn June\n\nKim");
        assertThat(read.text()).isEqualTo("500\n\nIn June");
        assertThat(read.quoted()).isEqualTo("On 3 May 2024, at 10:12, Li <li@factory.example> wrote:\nHow many?\nWhen?");
        assertThat(read.signature()).isEqualTo("Kim");
    }

    @Test
    void ofNestedQuotationsEachMarkIsTakenOff() {
        assertThat(plain("Yes.\n\n> no\n>> maybe\n> >> never").quoted()).isEqualTo("no\nmaybe\nnever");
    }

    @Test
    void aRouteIsNoHeadOfAMail() {
        Reading read = plain("Please quote:\nFrom: Ningbo\nTo: Hamburg\nDate: 3 May\n\n2x40HQ");
        assertThat(read.quoted()).isEmpty();
        assertThat(read.text()).contains("2x40HQ");
    }

    @Test
    void aSentenceAboutWhatSomebodyWroteIsNoQuotation() {
        String words = "As you wrote on 3 May 2024, the price is:\n\nUSD 5 per piece\n\nIs that still so?";
        assertThat(plain(words).text()).isEqualTo(words);
    }

    @Test
    void linesOfAChatCopiedIntoAMailAreQuoted() {
        Reading read = plain("See what he says.\n\n[01/04/2025, 17:02:11] Marcos: where are my boxes\n[01/04/2025, 17:03:00] Kim: on the way");
        assertThat(read.text()).isEqualTo("See what he says.");
        assertThat(read.quoted()).startsWith("[01/04/2025, 17:02:11] Marcos");
    }

    @Test
    void whereOnlyTheHtmlMarksTheQuotationThePlainWordsArePartedByIt() {
        Reading read = reading.read(MailText.of(
                "Re: offer",
                "We take 500.\n\nKim\n\nOld words\nin an unknown setting",
                "<div>We take <b>500</b>.</div><div>Kim</div><div class=\"gmail_quote\"><div>Old words</div><div>in an unknown setting</div></div>"));
        assertThat(read.text()).isEqualTo("We take 500.");
        assertThat(read.signature()).isEqualTo("Kim");
        assertThat(read.quoted()).isEqualTo("Old words\nin an unknown setting");
        assertThat(read.also()).isEmpty();
    }

    @Test
    void inHtmlAParagraphMovedToTheRightIsNotQuoted() {
        Reading read = reading.read(MailText.of(
                "offer", "", "<p>Our needs:</p><blockquote style=\"margin:0 0 0 40px;border:none;padding:0\">500 pumps</blockquote><p>Please quote.</p>"));
        assertThat(read.text()).contains("500 pumps");
    }

    @Test
    void hiddenWordsOfHtmlAreNotRead() {
        Reading read = reading.read(MailText.of("offer", "", "<div style=\"display:none\">secret</div><p>Please quote.</p><script>x()</script>"));
        assertThat(read.text()).isEqualTo("Please quote.");
    }

    @Test
    void noWordIsLostBetweenTheParts() {
        String mail = "Hi Li,\n\nWe agree.\n\nBest regards\nKim Aldo\nAldo Ltd\n\nOn 3 May 2024, Li <li@factory.example> wrote:\n> Agreed?\n\n"
                + "This e-mail is confidential and intended only for the addressee.";
        Reading read = plain(mail);
        String all = read.text() + " " + read.quoted() + " " + read.signature();
        for (String word : mail.replace(">", " ").split("\\s+", -1)) {
            assertThat(all).contains(word.strip());
        }
        assertThat(read.text()).isEqualTo("Hi Li,\n\nWe agree.");
    }

    @Test
    void aLineAloneIsNoSignature() {
        assertThat(plain("Thanks").text()).isEqualTo("Thanks");
        assertThat(plain("OK Kim").text()).isEqualTo("OK Kim");
    }

    @Test
    void aShortAnswerAboveTheNameIsNoWish() {
        for (String answer : new String[] {"OK", "Noted, thanks", "Confirmed", "By DHL", "With DHL", "Yes please"}) {
            assertThat(plain("Hi Li,\n\n" + answer + "\n\nKim").text()).isEqualTo("Hi Li,\n\n" + answer);
            assertThat(plain("Hi Li,\n\n" + answer + "\nKim").text()).isEqualTo("Hi Li,\n\n" + answer);
        }
    }
}
