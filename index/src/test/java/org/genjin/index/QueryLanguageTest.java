package org.genjin.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.genjin.index.IndexEntry.AttachmentText;
import org.genjin.index.IndexEntry.Part;
import org.genjin.index.IndexEntry.Price;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryLanguageTest extends InAnIndex {

    /** A Monday. */
    private static final int QUERIES = 20_000;

    @BeforeEach
    void fill() throws IOException {
        index.put(List.of(
                new Entry(1).sentAt("2026-11-23T06:00:00Z").subject("Offer for flanges").body("Price is USD 0.85 per piece")
                        .direction("out").said(Set.of("quote", "price"), List.of("FL-150"), new Price(0.85, "USD")).bytes(2_000_000)
                        .made(),
                new Entry(2).sentAt("2026-11-22T06:00:00Z").subject("Sample").body("please send samples of the valve")
                        .said(Set.of("sample"), List.of()).made(),
                new Entry(3).sentAt("2026-11-18T06:00:00Z").subject("Complaint").body("three flanges are rusty")
                        .people("Anna Schmidt anna@mueller.example\nLi li@factory.example").customers("C0002")
                        .said(Set.of("complaint"), List.of()).made(),
                new Entry(4).sentAt("2026-10-05T06:00:00Z").body("see the attached list").attachments(List.of(new AttachmentText(
                        "prices 2026.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        List.of(new Part("Sheet1", "flange DN65 1.20 EUR"))))).said(Set.of("price"), List.of(), new Price(1.2, "EUR"))
                        .made(),
                new Entry(5).sentAt("2025-03-09T06:00:00Z").body("nobody knows whose").customers().state("nobody").language("de")
                        .made()));
        index.refresh();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            flanges                                     | 1 3 4
            flanges -rusty                              | 1 4
            flanges NOT rusty                           | 1 4
            rusty OR samples                            | 2 3
            "send samples"                              | 2
            (rusty OR samples) valve                    | 2
            subject:(offer OR sample)                   | 1 2
            from:anna                                   | 3
            from: anna                                  | 3
            发件人：anna                                  | 3
            contact:schmidt                             | 3
            people:"Anna Schmidt"                       | 3
            subject:offer                               | 1
            主题：offer                                   | 1
            fla*                                        | 1 3 4
            （rusty OR samples）－valve                   | 3
            “send samples”                              | 2
            dir:out                                     | 1
            in:sent                                     | 1
            方向：发出                                     | 1
            has:attachment                              | 4
            附件：flange                                  | 4
            in:attachment flange                        | 4
            flange in:attachment                        | 4
            in:subject flanges                          | 1
            filename:prices                             | 4
            type:excel                                  | 4
            type:quote                                  | 1
            type:报价                                     | 1
            type:quote,sample                           | 1 2
            类型：投诉                                     | 3
            has:complaint                               | 3
            price>0.8                                   | 1 4
            price > 1                                   | 4
            price>=0.85 USD                             | 1
            price<$1                                    | 1
            价格＞1                                       | 4
            price:0.5..1 USD                            | 1
            price:0,85                                  | 1
            price:0.5..1 EUR                            |
            larger:1M                                   | 1
            size>1MB                                    | 1
            smaller:1M flanges                          | 3 4
            is:unsorted                                 | 5
            is:待归类                                     | 5
            lang:german                                 | 5
            语言：德语                                     | 5
            source:factory                              | 1 2 3 4 5
            customer:c0002                              | 3
            after:2026-11-20                            | 1 2
            before:2026-01-01                           | 5
            date:2026-10                                | 4
            date:October                                | 4
            date:10月                                     | 4
            date:Oktober 2026                           | 4
            date:2026-10-01..2026-11-18                 | 3 4
            date:5.10.2026                              | 4
            date:today                                  | 1
            日期：今天                                     | 1
            date:yesterday                              | 2
            date:昨天                                     | 2
            date:gestern                                | 2
            date:вчера                                  | 2
            date:أمس                                    | 2
            date:ayer                                   | 2
            date:hier                                   | 2
            date:ontem                                  | 2
            date:last week                              | 2 3
            date:上周                                     | 2 3
            date:letzte Woche                           | 2 3
            date:la semana pasada                       | 2 3
            date:semaine dernière                       | 2 3
            date:semana passada                         | 2 3
            date:на прошлой неделе                      | 2 3
            date:الأسبوع الماضي                         | 2 3
            date:last month flange                      | 4
            date:"last month"                           | 4
            之后：昨天                                     | 1 2
            newer_than:2d                               | 1 2
            newer_than:7天                               | 1 2 3
            older_than:1y                               | 5
            date:last year                              | 5
            year:2025                                   | 5
            *                                           | 1 2 3 4 5
            """)
    void whatPeopleTypeFindsWhatTheyMean(String query, String rows) throws IOException {
        List<String> found = search(query).hits().stream().map(it -> Long.toString(it.row())).sorted().toList();
        assertThat(String.join(" ", found)).as(query).isEqualTo(rows == null ? "" : rows);
        assertThat(search(query).hints()).as(query).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            subject:offer -"send samples" price>0.8 | subject:offer -"send samples" price:0.8..
            date:last week flange                   | date:2026-11-16..2026-11-22 flange
            发件人：anna 之后：昨天                     | from:anna date:2026-11-22..
            (a OR b) c*                             | (a OR b) c*
            """)
    void aQueryIsUnderstoodInOneWayThatCanBeAskedAgain(String query, String understood) throws IOException {
        assertThat(search(query).understood().asQuery()).isEqualTo(understood);
        assertThat(search(understood).understood().asQuery()).isEqualTo(understood);
    }

    @Test
    void customersAreAskedForByWhatTheDaemonKnowsOfThem() throws IOException {
        CustomerTerms terms = (operator, value) ->
                (operator + ":" + value).equals("is:mine") ? Optional.of(Set.of("C0002")) : Optional.empty();
        assertThat(index.search(SearchQuery.of("is:mine", ZoneOffset.UTC, 9), terms, NOW).total()).isEqualTo(1);
        assertThat(index.search(SearchQuery.of("grade:X", ZoneOffset.UTC, 9), terms, NOW).hints())
                .containsExactly(new Hint(Hint.Kind.NO_VALUE, "grade:X"));
    }

    @ParameterizedTest
    @CsvSource({"tag:rusty, tag", "label:rusty, label", "标签:rusty, 标签", "flag:rusty, flag"})
    void whatGenjinHasNoneOfIsWordsAndAHint(String query, String operator) throws IOException {
        SearchResult result = search(query);
        assertThat(result.hints()).containsExactly(new Hint(Hint.Kind.NO_OPERATOR, operator));
        assertThat(result.understood().asQuery()).isEqualTo(query);
    }

    @Test
    void andOrNotInSmallLettersAreWords() throws IOException {
        assertThat(search("rusty or samples").total()).isZero();
        assertThat(search("nobody knows").total()).isEqualTo(1);
    }

    @Test
    void whatIsMisspeltIsFoundAndSaidSo() throws IOException {
        SearchResult result = search("rustty");
        assertThat(result.total()).isEqualTo(1);
        assertThat(result.instead()).containsExactly(new SearchResult.Instead("rustty", List.of("rusty")));
        assertThat(search("rusty").instead()).isEmpty();
        assertThat(search("\"rustty\"").total()).isZero();
        assertThat(search("compl").instead()).containsExactly(new SearchResult.Instead("compl", List.of("compl*")));
    }

    /** Twenty thousand strings that nobody would type, and some that somebody might. */
    @Test
    void nothingThatIsTypedFailsOrRunsAway() throws IOException {
        Random random = new Random(7);
        String[] pieces = {
            "a", "报", "价", " ", " ", "\"", "(", ")", "-", "*", ":", "：", "OR", "NOT", "|", "~", "^", "\\", "/", "[", "]", "{", "}", "+", "&",
            "'", "!", "?", ".", "..", ",", "客户", "from:", "date:", "price>", "in:attachment", "is:", "type:", "last", "week", "7d",
            "flange", "2026-13-45", "1,2.3", "+86 138", "\u0000", "\ud83d", "\ude00", "\u200f", "ﷺ", "ß", "e\u0301", "ไทย", "=", "#", "<", ">",
            "after:", "99999999999999999999", "source:", "$"
        };
        Duration longest = Duration.ZERO;
        for (int i = 0; i < QUERIES; i++) {
            StringBuilder query = new StringBuilder();
            for (int n = random.nextInt(14); n >= 0; n--) {
                query.append(pieces[random.nextInt(pieces.length)]);
            }
            long begun = System.nanoTime();
            SearchResult result = search(query.toString());
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            longest = took.compareTo(longest) > 0 ? took : longest;
            assertThat(result.understood().asQuery()).as(query.toString()).isNotNull();
        }
        assertThat(longest).isLessThan(Duration.ofSeconds(4));
        for (String many : List.of("(", "-", "\"", "a* ", "flange OR ", "from:", "NOT ", "price>", "date:last ", "法", "a-", "1,", "in:(")) {
            assertThat(search(many.repeat(3000)).total()).as(many).isGreaterThanOrEqualTo(0);
        }
    }
}
