package org.genjin.daemon.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedTest {

    private final WordsReading reading = new WordsReading();

    @Test
    void aForwardedMailIsItsOriginalWritersThoughNobodyWroteAnythingAboveIt() {
        Reading read = reading.read(MailText.of(
                "Fwd: pumps",
                """
                ---------- Forwarded message ---------
                From: Ana Ruiz <Ana@Ruiz.example>
                Date: Mon, Mar 18, 2024 at 10:12 PM
                Subject: pumps
                To: Li <li@factory.example>, sales@factory.example

                Please quote 500 pumps.
                """,
                null));
        assertThat(read.text()).isEmpty();
        assertThat(read.quoted()).contains("Please quote 500 pumps.");
        assertThat(read.forwarded()).isEqualTo(new Forwarded(
                "ana@ruiz.example", "Ana Ruiz", LocalDateTime.of(2024, 3, 18, 22, 12), List.of("li@factory.example", "sales@factory.example")));
    }

    @Test
    void whatIsOnlyAnsweredIsNotForwarded() {
        Reading read = reading.read(MailText.of(
                "RE: pumps",
                "Yes, we can.\n\nFrom: Ana Ruiz <ana@ruiz.example>\nSent: Monday, March 18, 2024 10:12 PM\nTo: Li\nSubject: pumps\n\n500 pumps?",
                null));
        assertThat(read.text()).isEqualTo("Yes, we can.");
        assertThat(read.forwarded()).isNull();
    }

    @Test
    void theSubjectTellsAForwardWhereTheHeaderDoesNot() {
        Reading read = reading.read(MailText.of(
                "转发: 水泵",
                "请跟进。\n\n发件人: 林经理 <lin@mashin.example>\n发送时间: 2024年7月15日 18:22\n收件人: 刘洋 <liu@factory.example>\n主题: 水泵\n\n请报价。",
                null));
        assertThat(read.text()).isEqualTo("请跟进。");
        assertThat(read.forwarded()).isEqualTo(
                new Forwarded("lin@mashin.example", "林经理", LocalDateTime.of(2024, 7, 15, 18, 22), List.of("liu@factory.example")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2024-03-18T22:12|Monday, March 18, 2024 10:12 PM", "2024-03-18T22:12|Montag, 18. März 2024 um 22:12 Uhr", "2024-03-18T22:12|18.03.2024 22:12",
        "2024-03-18T22:12|lunes, 18 de marzo de 2024 22:12", "2024-03-18T22:12|18/03/2024 22:12 (GMT+01:00)", "2024-03-18T22:12|понедельник, 18 марта 2024 г. 22:12",
        "2024-03-18T22:12|2024年3月18日(星期一) 晚上10:12", "2024-03-18T22:12|2024-03-18 22:12:33 (星期一)", "2024-03-18T22:12|18/مارس/2024 10:12 م",
        "2024-03-18T22:12|lundi 18 mars 2024 à 22:12:33 UTC+1", "2024-03-18T22:12|3/18/2024 10:12 PM", "2024-03-18T00:00|March 18, 2024",
    })
    void theDateAboveTheWordsIsReadAsItIsPrinted(LocalDateTime at, String printed) {
        assertThat(new PrintedDate().of(printed)).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({"today", "18 March", "99/99/2024"})
    void whatIsNoWholeDateIsNone(String printed) {
        assertThat(new PrintedDate().of(printed)).isNull();
    }
}
