package org.genjin.daemon.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    private final Languages languages = new Languages();

    @ParameterizedTest
    @CsvSource({
        "en, Thank you", "en, Noted thanks", "en, Any update?", "en, Price please", "es, Gracias Amy", "es, ¿Precio?", "es, Muchas gracias",
        "es, Buenas tardes", "pt, Bom dia", "pt, Obrigado!", "pt, Não recebi", "fr, Merci beaucoup", "fr, Bien reçu", "fr, Bonjour Amy",
        "de, Danke Amy", "de, Passt so", "de, Guten Morgen", "ru, Спасибо", "ru, Цена 5", "ar, شكرا لك", "zh, 收到", "zh, 好的 谢谢", "it, Grazie mille",
        "nl, Bedankt Amy", "tr, Teşekkür ederim", "pl, Dziękuję bardzo", "ja, ありがとうございます", "ko, 감사합니다", "uk, Дякую її",
    })
    void twoWordsTellTheLanguageIfOneOfThemIsItsOwn(String language, String words) {
        assertThat(languages.of(words)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"OK", "500 pcs FOB Ningbo", "Amy?", "DHL 1234567890", "🙂", "A-1312/B x 200"})
    void whatAnyoneCouldHaveWrittenTellsNothing(String words) {
        assertThat(languages.of(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "it|Vi preghiamo di confermare il nostro ordine e di inviarci la fattura con la data di consegna.",
        "nl|Kunt u ons de prijs van het monster sturen, wij hebben een klant die er veel van wil kopen.",
        "pl|Proszę o potwierdzenie zamówienia oraz podanie terminu dostawy, ponieważ klient czeka.",
        "tr|Siparişimiz için fiyat teklifinizi bekliyoruz, lütfen en kısa zamanda gönderin.",
        "cs|Prosím o zaslání nabídky na vzorek, který jsme dostali minulý týden.",
        "sv|Vi har fått provet och kunden är mycket nöjd, när kan ni leverera?",
        "da|Vi har modtaget prøven og kunden er meget glad, hvornår kan I levere?",
        "ro|Vă rugăm să ne trimiteți oferta pentru produsele care sunt în stoc.",
        "hu|Kérem küldje el az árajánlatot, mert az ügyfél nagyon várja.",
        "vi|Chúng tôi đã nhận được mẫu và khách hàng rất hài lòng.",
        "id|Kami sudah menerima sampel dan mohon kirim harga untuk 500 unit.",
    })
    void otherLanguagesAreNotTakenForOneOfTheEight(String language, String words) {
        assertThat(languages.of(words)).isEqualTo(language);
    }
}
