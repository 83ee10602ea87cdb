package org.genjin.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same thing written differently. */
class WritingsTest extends InAnIndex {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            zh | 請盡快發送不鏽鋼閥門的報價單          | 不锈钢阀门
            zh | 请尽快发送不锈钢阀门的报价单          | 報價單
            zh | 请尽快发送不锈钢阀门的报价单          | 阀门的报价
            zh | 联系人：欧阳晓琳女士                 | 晓琳
            zh | 联系人：欧阳晓琳女士                 | 琳
            zh | 304不锈钢管                         | 304不锈钢
            zh | ＤＮ６５ 球阀                       | dn65
            ja | ﾊﾞﾙﾌﾞの見積書                       | バルブ
            ko | 견적서를 보내 주세요                  | 견적서
            th | กรุณาส่งใบเสนอราคา                   | ใบเสนอราคา
            ar | أرسل عرض الأسعار إلى الشركة           | ارسل
            ar | الكمية ٣٥٠ قطعة                      | 350
            ar | كمية 350                            | ٣٥٠
            ar | مُحَمَّد                              | محمد
            ar | الشـــركة                            | الشركه
            ar | مصطفى                               | مصطفي
            de | Größe und Maße der Straße             | strasse
            de | Strasse                             | Straße
            de | Müller                              | MULLER
            ru | Ёлка и подшипники                    | елка
            tr | İSTANBUL ofis, ılık                  | istanbul
            tr | ISPARTA                             | ısparta
            fr | l'échantillon n'est pas arrivé        | echantillon
            es | cotización                          | COTIZACION
            en | code A-1312/B is out                  | A1312B
            en | code A1312B is out                    | A-1312/B
            en | code A 1312 B is out                  | a1312b
            en | code A-1312/B is out                  | 1312
            en | bearing 6205-2RS                     | 62052RS
            en | bearing 62052RS                      | 6205-2rs
            en | bearing 6205-2RS                     | 6205
            en | HS 8481.80.90                        | 84818090
            en | HS 84818090                          | 8481.80.90
            en | call +86 138 0013 8000               | 13800138000
            en | call 13800138000                     | 138-0013-8000
            en | call 138-0013-8000                   | +86 138 0013 8000
            en | call +49 (0)30 555 01234             | 03055501234
            en | total 1,250.00 net                   | 1250
            en | total 1250 net                       | 1,250.00
            de | Summe 1.250,00 netto                 | 1250
            de | Summe 1.250,00 netto                 | 1,250.00
            de | je 0,82 EUR                          | 0.82
            en | one at 12.50                         | 12,5
            en | write to kim.lee@acme-trading.example | acme-trading
            en | write to kim.lee@acme-trading.example | kim.lee
            en | write to kim.lee@acme-trading.example | trading
            en | our follow-up is late                | followup
            en | send an email                        | e-mail
            en | 5⁄8 m² and x²                        | m2
            """)
    void isFoundByEachOther(String language, String body, String query) throws IOException {
        index.put(List.of(new Entry(1).body(body).language(language).made(), new Entry(2).body("something else").people("Ana").made()));
        index.refresh();
        SearchResult result = search(query);
        assertThat(result.hits()).as(query).extracting(SearchResult.Hit::row).containsExactly(1L);
        assertThat(result.instead()).as("as it is").isEmpty();
        assertThat(result.hits().getFirst().snippet().pieces()).as("marked").anyMatch(SearchResult.Snippet.Piece::hit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            price 12.50    | 1250
            A-1312/B       | A-1313/B
            138-0013-8000  | 138-0013-8001
            flange         | flangeless
            不锈钢           | 钢不
            """)
    void whatIsNotTheSameIsNotFound(String body, String query) throws IOException {
        index.put(List.of(new Entry(1).body(body).made()));
        index.refresh();
        assertThat(search('"' + query + '"').total()).isZero();
    }

    @Test
    void theWordAsWrittenComesBeforeItsOtherForms() throws IOException {
        index.put(List.of(
                new Entry(1).body("we need flanges of steel").made(), new Entry(2).body("we need a flange of steel").made(),
                new Entry(3).body("we need flanges of steel").made()));
        index.refresh();
        assertThat(search("flange").hits().getFirst().row()).isEqualTo(2);
    }
}
