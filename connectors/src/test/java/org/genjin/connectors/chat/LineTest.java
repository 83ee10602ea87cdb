package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LINE's texts in the languages and layouts it has had. */
class LineTest {

    @Test
    void wordsOfSeveralLinesStandInQuotationMarksAndOthersMayBeginWithOne() {
        List<Message> messages = Exports.detected("[LINE] Chat with Nok.txt", """
                [LINE] Chat history with Nok
                Saved on: 2025/06/20 18:00

                2025/06/18(Wed)
                09:05\tNok\t"Ship to:
                12 ""Old"" Road

                Bangkok"
                09:07\tLena\t"premium" is sold out
                09:08\tNok\t[Photo]
                09:09\tLena\t☎ Call time 2:13
                09:10\t\tNok unsent a message.
                """);
        assertThat(Exports.told(messages)).containsExactly(
                "2025-06-18T09:05:00Z Nok: Ship to:\n12 \"Old\" Road\n\nBangkok",
                "2025-06-18T09:07:00Z Lena> \"premium\" is sold out",
                "2025-06-18T09:08:00Z Nok:  +",
                "2025-06-18T09:09:00Z Lena> *☎ Call time 2:13",
                "2025-06-18T09:10:00Z -: *Nok unsent a message.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2025/04/14（一）         | 上午12:10 | 2025-04-14T00:10:00Z",
        "2025/04/14(Mon)         | 4:35PM   | 2025-04-14T16:35:00Z",
        "2025/04/14(月)          | 午後3:15  | 2025-04-14T15:15:00Z",
        "2025/04/14 Mon          | 09:05    | 2025-04-14T09:05:00Z",
        "2025.04.14 月曜日        | 09:05    | 2025-04-14T09:05:00Z",
        "Mon, 04/14/2025         | 09:05    | 2025-04-14T09:05:00Z",
        "Mon, 14/04/2025         | 09:05    | 2025-04-14T09:05:00Z",
        "R7/04/14(月)            | 午前9:05  | 2025-04-14T09:05:00Z",
        "令和7年4月14日(月)        | 午前9:05  | 2025-04-14T09:05:00Z",
        "2568/04/14(จ.)          | 09:05    | 2025-04-14T09:05:00Z",
    })
    void daysAndTimesOfAllRegionsAreUnderstood(String day, String time, String instant) {
        List<Message> messages = Exports.detected("x.txt", "[LINE] 王先生\n\n" + day + "\n" + time + "\t王先生\t你好\n");
        assertThat(messages).singleElement().extracting(it -> String.valueOf(it.sentAt())).isEqualTo(instant);
    }

    @Test
    void theWeekdayTellsWhetherDaysOrMonthsComeFirst() {
        List<Message> messages = Exports.detected("x.txt", "[LINE] Chat history with Nok\n\nFri, 10/03/2025\n09:00\tNok\thi\n");
        assertThat(messages.getFirst().sentAt()).hasToString("2025-10-03T09:00:00Z");
        assertThat(messages.getFirst().problem()).isNull();
        assertThat(Exports.detected("x.txt", "[LINE] Chat history with Nok\n\n11/01/2025\n09:00\tNok\thi\n").getFirst().problem())
                .isEqualTo(DayMonth.GUESS);
    }

    @Test
    void anOldFileWithBlanksForTabsIsReadByTheNameInItsTitle() {
        List<Message> messages = Exports.detected("x.txt", """
                [LINE] 與王 大明的聊天記錄
                儲存日期：2016/01/02 10:00

                2015/12/25 Fri
                09:05 王 大明 你好
                09:06 Lena Sun Merry Christmas
                09:07 Lena Sun USD 3 each
                09:08 Lena Sun ok?
                """);
        assertThat(Exports.told(messages)).containsExactly(
                "2015-12-25T09:05:00Z 王 大明: 你好", "2015-12-25T09:06:00Z Lena Sun> Merry Christmas",
                "2015-12-25T09:07:00Z Lena Sun> USD 3 each", "2015-12-25T09:08:00Z Lena Sun> ok?");
    }

    @Test
    void aGroupHasARoomAndNoSides() {
        List<Message> messages = Exports.detected("x.txt", """
                [LINE] Chat history in Tray buyers
                Saved on: 2025/06/20 18:00

                2025/06/18(Wed)
                09:05\tNok\thello
                09:06\tLena\thi
                09:07\tKen\thi all
                """);
        assertThat(messages).extracting(Message::room).containsOnly("Tray buyers");
        assertThat(messages).extracting(Message::speaker).containsOnly(Message.Speaker.UNKNOWN);
    }
}
