package org.genjin.connectors.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.genjin.connectors.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GB18030       | 请问这个产品的最小起订量是多少？谢谢，期待您的回复。
            GB18030       | 询价
            GB18030       | 您好
            GB18030       | Dear Li, 我们的订单什么时候发货? Best regards, 王伟
            Big5          | 您好，請問這個產品的最小訂購量是多少？謝謝，期待您的回覆。
            Shift_JIS     | お世話になっております。見積書をお送りください。よろしくお願いいたします。
            EUC-JP        | お世話になっております。見積書をお送りください。よろしくお願いいたします。
            EUC-JP        | 見積依頼の件
            EUC-KR        | 안녕하세요. 견적서를 보내주시기 바랍니다. 감사합니다.
            windows-1251  | Добрый день, пришлите пожалуйста прайс-лист на подшипники.
            KOI8-R        | Добрый день, пришлите пожалуйста прайс-лист на подшипники.
            windows-1251  | Запрос цены
            windows-1256  | السلام عليكم نرجو ارسال عرض السعر في اقرب وقت
            ISO-8859-6    | السلام عليكم نرجو ارسال عرض السعر في اقرب وقت
            windows-1255  | שלום, אנא שלחו הצעת מחיר בהקדם
            windows-1253  | Καλημέρα, παρακαλώ στείλτε μας προσφορά για τα προϊόντα.
            x-windows-874 | สวัสดีครับ ขอใบเสนอราคาสินค้าด้วยครับ
            windows-1254  | Merhaba, lütfen fiyat teklifinizi gönderiniz. Teşekkürler, Ayşe Yılmaz
            windows-1250  | Dzień dobry, proszę o przesłanie cennika łożysk. Pozdrawiam, Łukasz Żak
            ISO-8859-2    | Dzień dobry, proszę o przesłanie cennika łożysk. Pozdrawiam, Łukasz Żak
            windows-1250  | Dobrý den, prosím o zaslání ceníku ložisek. Děkuji, Jiří Dvořák
            windows-1252  | Estimado señor, ¿cuál es el precio para la próxima temporada?
            windows-1252  | Prezado senhor, não recebemos a cotação, por favor envie até amanhã
            windows-1252  | Sehr geehrter Herr Müller, bitte schicken Sie uns Ihre Preise für Kugellager.
            windows-1252  | Cotação
            windows-1252  | The price is €5 – “best offer”
            """)
    void theCharsetThatNobodyDeclaredIsFoundByTheLanguage(String charset, String words) {
        assertThat(Charsets.decode(words.getBytes(Charset.forName(charset)), null, false)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            us-ascii   | UTF-8        | Grüße aus Köln
            iso-8859-1 | GB18030      | 您好，我们的订单什么时候发货？
            iso-8859-1 | windows-1251 | Добрый день, пришлите пожалуйста прайс-лист.
            utf-8      | GB18030      | 您好，我们的订单什么时候发货？
            utf-8      | windows-1252 | Sehr geehrter Herr Müller, schöne Grüße
            gb2312     | UTF-8        | 您好，我们的订单什么时候发货？
            x-unknown  | KOI8-R       | Добрый день, пришлите прайс-лист на подшипники.
            iso-8859-1 | windows-1252 | Cotação à vista, não há exceções à previsão
            """)
    void aCharsetThatIsDeclaredWronglyIsNotBelieved(String declared, String charset, String words) {
        assertThat(Charsets.decode(words.getBytes(Charset.forName(charset)), declared, false)).isEqualTo(words);
    }

    @Test
    void aFewSignsThatAreValidUtf8ByChanceAreReadAsDeclared() {
        byte[] bytes = {(byte) 0xC4, (byte) 0xBF, (byte) 0xC2, (byte) 0xBC};
        assertThat(Charsets.decode(bytes, "gb2312", false)).isEqualTo("目录");
        assertThat(Charsets.decode("é".getBytes(StandardCharsets.UTF_8), "gb2312", false)).isEqualTo("é");
    }

    @Test
    void wideTextWithoutAMarkIsReadAsDeclared() {
        assertThat(Charsets.decode("Price 5".getBytes(StandardCharsets.UTF_16LE), "utf-16le", false)).isEqualTo("Price 5");
        assertThat(Charsets.decode("Price 5".getBytes(StandardCharsets.UTF_16BE), "utf-16", false)).isEqualTo("Price 5");
    }

    @Test
    void aSubjectInBareBytesIsReadAsTheMailsWordsAre() throws Exception {
        byte[] mail = ("From: w@x.example\nSubject: 询价\nContent-Type: text/plain; charset=gbk\n\n请报价")
                .getBytes(Charset.forName("GB18030"));
        Message message = Mails.read(mail);
        assertThat(message.subject()).isEqualTo("询价");
        assertThat(message.body().plain()).isEqualTo("请报价");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            =?utf-8?B?5L2g?= =?UTF8?B?5aW9?=            | 你好
            =?utf-8?B?5L0=?= =?utf-8?B?oOWlvQ==?=       | 你好
            =?utf-8*en?Q?Gr=C3=BC=C3=9Fe?=              | Grüße
            =?x-unknown?Q?Gr=FC=DFe_aus_K=F6ln?=        | Grüße aus Köln
            =?utf-8?Q?Really??=                         | Really?
            =?utf-8?Q?500 pcs?=                         | 500 pcs
            =?utf-8?B?5L2g5aW9?= and =?utf-8?Q?more?=   | 你好 and more
            =?gb2312?B?6UY=?=                           | 镕
            =?utf-8?Q?unended                           | =?utf-8?Q?unended
            """)
    void encodedWordsAreReadHoweverTheyAreWritten(String raw, String words) {
        assertThat(HeaderText.decode(raw)).isEqualTo(words);
    }
}
