package org.genjin.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.genjin.index.IndexEntry.AttachmentText;
import org.genjin.index.IndexEntry.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuceneSearchIndexTest extends InAnIndex {

    private static final String LI = "li@factory.example";
    private static final String WANG = "wang@factory.example";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | We accept the quotation for 500 flanges, please confirm.      | flange
            en | We accept the quotation for 500 flanges, please confirm.      | quotations
            es | Necesitamos la cotización de las válvulas para Bogotá         | cotizacion bogota
            es | Adjunto las facturas pendientes                               | factura
            pt | Segue a cotação das peças em anexo                            | peça
            fr | Veuillez trouver ci-joint nos commandes                       | commande
            de | Anbei die Zeichnungen für die Flansche                        | zeichnung flansch
            ru | Отправьте пожалуйста образцы подшипников                      | образец OR подшипники
            ar | نرجو ارسال العينات في اقرب وقت                                  | العينات
            zh | 请尽快发送不锈钢法兰的报价单，谢谢                                  | 报价单
            zh | 请尽快发送不锈钢法兰的报价单，谢谢                                  | 锈钢
            ja | ステンレスの見積書を送ってください                                  | 見積書
            en | code A-1312/B and bearing 6205-2RS                            | A-1312/B
            en | code A-1312/B and bearing 6205-2RS                            | 1312
            en | code A-1312/B and bearing 6205-2RS                            | 6205-2rs
            en | write to kim.lee@acme-trading.example today                   | acme
            en | write to kim.lee@acme-trading.example today                   | kim.lee@acme-trading.example
            en | The price is USD 12.50 per piece                              | 12.50
            en | code;qty DN65;300 from a table                                | DN65
            en | code;qty DN65;300 from a table                                | 300
            en | sizes 10⁄3 and 5；7 as typed                         | 7
            """)
    void wordsAreFoundAsPeopleOfThatLanguageLookForThem(String language, String body, String query) throws IOException {
        put(entry(1, body, language));
        assertThat(search(query).total()).as(query).isEqualTo(1);
        assertThat(search(query).hits().getFirst().snippet().pieces()).anyMatch(SearchResult.Snippet.Piece::hit);
    }

    /** Of each script a few letters that are easily mistaken: marks, signs that join, halves of pairs, wide and narrow forms. */
    private static final String[] LETTERS = {
        "abc Müller's 12.50-x_y", "äößé\u0301\u0323ﬁ", "привет ё", "مرحبا\u0640\u064bﷺ ٣٥٠", "你好报价單㍿", "견적서\u1100\u1161", "カメラｶﾞ゛ひらがな々",
        "ไทยไม่มี", "हिन्दी\u094d", "👨\u200d👩\u200d👧🏽\ufe0f", "\ud83d", "\udc00", "\u200b\u202e\u2066\ufeff", "\u0000\u0001\n\t", "𝔘𝔫𝔦𠮷", "１２．５㎏"
    };

    @Test
    void aMessageInWhichScriptsAreMixedAtWillIsFoundToo() throws IOException {
        Random random = new Random(3);
        long row = 1;
        for (int i = 0; i < 4000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                String letters = LETTERS[random.nextInt(LETTERS.length)];
                int from = random.nextInt(letters.length());
                text.append(letters, from, from + 1 + random.nextInt(letters.length() - from));
                text.append(random.nextInt(4) == 0 ? " " : "");
            }
            String language = List.of("en", "es", "pt", "fr", "de", "ru", "ar", "zh", "").get(random.nextInt(9));
            index.put(List.of(entry(row++, text + " valve" + i, language)));
        }
        index.refresh();
        for (int i : new int[] {0, 17, 1234, 3999}) {
            assertThat(search("valve" + i).hits()).extracting(SearchResult.Hit::row).containsExactly(i + 1L);
        }
        assertThat(search("valve*").total()).isEqualTo(4000);
    }

    @Test
    void germanMailWithKoreanWordsIsFoundByBoth() throws IOException {
        put(entry(1, "Anbei unser Angebot 카메라를 견적서 für die Zeichnungen", "de"));
        assertThat(search("Zeichnung").total()).isEqualTo(1);
        assertThat(search("견적서").total()).isEqualTo(1);
    }

    @Test
    void allWordsAreWantedUnlessOrIsSaid() throws IOException {
        put(entry(1, "steel flange", "en"), entry(2, "steel valve", "en"), entry(3, "brass valve", "en"));
        assertThat(search("steel valve").total()).isEqualTo(1);
        assertThat(search("flange OR brass").total()).isEqualTo(2);
        assertThat(search("valve -steel").total()).isEqualTo(1);
        assertThat(search("\"valve brass\"").total()).isZero();
        assertThat(search("steel (flange OR valve)").total()).isEqualTo(2);
        assertThat(search("fla*").total()).isEqualTo(1);
        assertThat(search("*").total()).isEqualTo(3);
    }

    @Test
    void wordsOfBodyAndAttachmentMeetAndTheHitNamesThePage() throws IOException {
        put(entry(1, "please see the offer", "en", List.of(new AttachmentText(
                "quote.pdf", "application/pdf",
                List.of(new Part("page=1", "cover"), new Part("page=2", "HS code 84818090 gate valve")))))); 
        assertThat(search("offer 84818090").total()).isEqualTo(1);
        SearchResult.Hit hit = search("84818090").hits().getFirst();
        assertThat(hit.foundIn()).isEqualTo("attachment:quote.pdf#page=2");
        assertThat(hit.snippet().pieces()).contains(new SearchResult.Snippet.Piece("84818090", true));
        assertThat(search("type:pdf").total()).isEqualTo(1);
        assertThat(search("has:attachment filename:quote").total()).isEqualTo(1);
        assertThat(search("附件:valve").total()).isEqualTo(1);
    }

    @Test
    void nobodyFindsOrCountsWhatIsAnotherOwners() throws IOException {
        put(entry(1, "steel flange", "en"));
        put(new Entry(2).body("steel valve").visibleTo(WANG).customers("C0002").made());
        SearchQuery query = SearchQuery.of("steel", ZoneOffset.UTC, 10);
        assertThat(search(query).total()).isEqualTo(2);
        SearchResult seen = search(query.as(Optional.of(LI)));
        assertThat(seen.total()).isEqualTo(1);
        assertThat(seen.facets().get("customer")).containsExactly(new SearchResult.FacetCount("C0001", 1));
    }

    @Test
    void operatorsNarrowAndChineseOnesMeanTheSame() throws IOException {
        put(entry(1, "steel", "en"), entry(2, "steel", "en"));
        assertThat(search("from:kim steel").total()).isEqualTo(2);
        assertThat(search("to:kim").total()).isZero();
        assertThat(search("dir:in lang:en year:2026").total()).isEqualTo(2);
        assertThat(search("渠道：email 之后：2026-11-01").total()).isEqualTo(2);
        assertThat(search("before:2026-11-23").total()).isZero();
        assertThat(search("date:2026-11-01..2026-11-23").total()).isEqualTo(2);
        assertThat(search("newer_than:7d").total()).isEqualTo(2);
        assertThat(search("customer:c0001").total()).isEqualTo(2);
        CustomerTerms terms = (operator, value) ->
                operator.equals("grade") && value.equals("A") ? Optional.of(Set.of("C0001")) : Optional.empty();
        assertThat(index.search(SearchQuery.of("grade:A", ZoneOffset.UTC, 1), terms, NOW).total()).isEqualTo(2);
    }

    @Test
    void whatIsNoOperatorIsLookedForAsWordsAndSaidSo() throws IOException {
        put(entry(1, "on 31 of februar", "en"));
        SearchResult result = search("after:tomorrowish");
        assertThat(result.hints()).containsExactly(new Hint(Hint.Kind.NO_DATE, "after:tomorrowish"));
        assertThat(search("re: februar").hints()).isEmpty();
        assertThat(search("custmer:februar").hints()).containsExactly(new Hint(Hint.Kind.NO_OPERATOR, "custmer"));
        assertThat(search("http://februar.example").hints()).isEmpty();
    }

    @Test
    void nothingThatIsTypedMakesTheSearchFail() throws IOException {
        put(entry(1, "steel flange 报价", "en"));
        Random random = new Random(11);
        String alphabet = "ab报 \"()-*:：OR NOT|~^\\/[]{}+'&!?.,客户from:";
        for (int i = 0; i < 3000; i++) {
            StringBuilder query = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                query.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(search(query.toString()).understood()).as(query.toString()).isNotNull();
        }
        assertThat(search("(".repeat(5000)).total()).isGreaterThanOrEqualTo(0);
        assertThat(search("-".repeat(5000) + "a").total()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void aMessagePutAgainIsThereOnceAndTheMarkOutlivesTheProcess() throws IOException {
        put(entry(1, "steel", "en"));
        put(entry(1, "brass", "en"));
        index.commit(new Mark("ledger-1", 17, "k1"));
        assertThat(index.count(1)).isEqualTo(1);
        assertThat(search("steel").total()).isZero();
        index.close();
        index = LuceneSearchIndex.open(folder);
        assertThat(index.mark()).isEqualTo(new Mark("ledger-1", 17, "k1"));
        assertThat(index.documents()).isEqualTo(1);
    }

    private void put(IndexEntry... entries) throws IOException {
        index.put(List.of(entries));
        index.refresh();
    }

    private static IndexEntry entry(long row, String body, @Nullable String language) {
        return new Entry(row).body(body).language(language == null ? "" : language).made();
    }

    private static IndexEntry entry(long row, String body, String language, List<AttachmentText> attachments) {
        return new Entry(row).body(body).language(language).attachments(attachments).made();
    }
}
