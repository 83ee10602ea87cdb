package org.genjin.connectors.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.genjin.connectors.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same chat exported by phones of every language: what was sent, left out, taken back, changed, called is told apart. */
class WhatsAppLanguagesTest {

    /**
     * WhatsApp's words in one language.
     *
     * @param android a header with {@code M} for the minute
     * @param iphone the same of an iPhone
     * @param file what the export is called
     */
    record Language(
            String name, String android, String iphone, String omitted, String attached, String iphoneAttached,
            String iphoneOmitted, String document, String deleted, String edited, String missed, String encryption, String file) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Language> languages() {
        return Stream.of(
                new Language("American English", "3/19/26, 2:0M\u202fPM - ", "[3/19/26, 2:0M:33\u202fPM] ", "Media omitted", "file attached",
                        "attached: ", "image omitted", "2 pages \u200edocument omitted", "This message was deleted", "This message was edited",
                        "Missed voice call", "Messages and calls are end-to-end encrypted. Learn more.", "WhatsApp Chat with Ana Ruiz.txt"),
                new Language("Spanish of Colombia", "19/3/2026, 2:0M\u202fp.\u00a0m. - ", "[19/03/26, 2:0M:33\u202fp.\u00a0m.] ", "Multimedia omitido",
                        "archivo adjunto", "adjunto: ", "imagen omitida", "2 páginas \u200edocumento omitido", "Se eliminó este mensaje.",
                        "Se editó este mensaje.", "Llamada perdida", "Los mensajes y las llamadas están cifrados de extremo a extremo.",
                        "Chat de WhatsApp con Ana Ruiz.txt"),
                new Language("Brazilian", "19/03/2026 14:0M - ", "[19/03/2026, 14:0M:33] ", "Mídia oculta", "arquivo anexado", "anexado: ",
                        "imagem ocultada", "2 páginas \u200edocumento omitido", "Mensagem apagada", "Mensagem editada", "Ligação de voz perdida",
                        "As mensagens e as ligações são protegidas com a criptografia", "Conversa do WhatsApp com Ana Ruiz.txt"),
                new Language("Portuguese", "19/03/26, 14:0M - ", "[19/03/26, 14:0M:33] ", "Ficheiro não revelado", "ficheiro anexado", "anexo: ",
                        "imagem não revelada", "2 páginas \u200edocumento não revelado", "Esta mensagem foi apagada", "Esta mensagem foi editada",
                        "Chamada de voz perdida", "As mensagens e as chamadas são encriptadas ponto a ponto.", "Conversa no WhatsApp com Ana Ruiz.txt"),
                new Language("German", "19.03.26, 14:0M - ", "[19.03.26, 14:0M:33] ", "Medien ausgeschlossen", "Datei angehängt", "Anhang: ",
                        "Bild weggelassen", "2 Seiten \u200eDokument weggelassen", "Diese Nachricht wurde gelöscht.", "Diese Nachricht wurde bearbeitet.",
                        "Verpasster Sprachanruf", "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.", "WhatsApp-Chat mit Ana Ruiz.txt"),
                new Language("French", "19/03/2026 à 14:0M - ", "[19/03/2026, 14:0M:33] ", "Médias omis", "fichier joint", "pièce jointe : ",
                        "image absente", "2 pages \u200edocument manquant", "Ce message a été supprimé", "Ce message a été modifié",
                        "Appel vocal manqué", "Les messages et les appels sont chiffrés de bout en bout.", "Discussion WhatsApp avec Ana Ruiz.txt"),
                new Language("Russian", "19.03.2026, 14:0M - ", "[19.03.2026, 14:0M:33] ", "Без медиафайлов", "файл добавлен", "прикреплено: ",
                        "изображение отсутствует", "2 стр. \u200eдокумент отсутствует", "Данное сообщение удалено", "Сообщение изменено",
                        "Пропущенный аудиозвонок", "Сообщения и звонки защищены сквозным шифрованием.", "Чат WhatsApp с контактом Ana Ruiz.txt"),
                new Language("Arabic", "١٩\u200f/٣\u200f/٢٠٢٦، ٢:٠M\u00a0م - ", "[١٩\u200f/٣\u200f/٢٠٢٦، ٢:٠M:٣٣\u00a0م] ", "تم استبعاد الوسائط",
                        "الملف مرفق", "المُرفق: ", "لم يتم إدراج الصورة", "2 صفحات \u200eلم يتم إدراج المستند", "تم حذف هذه الرسالة",
                        "تم تعديل هذه الرسالة", "مكالمة صوتية فائتة", "الرسائل والمكالمات مشفرة تمامًا بين الطرفين", "دردشة واتساب مع Ana Ruiz.txt"),
                new Language("Turkish", "19.03.2026 14:0M - ", "[19.03.2026 14:0M:33] ", "Medya dahil edilmedi", "dosya ekli", "eklendi: ",
                        "görüntü dahil edilmedi", "2 sayfa \u200ebelge dahil edilmedi", "Bu mesaj silindi", "Bu mesaj düzenlendi",
                        "Cevapsız sesli arama", "Mesajlar ve aramalar uçtan uca şifrelidir.", "Ana Ruiz ile WhatsApp Sohbeti.txt"),
                new Language("Chinese", "2026/3/19 下午2:0M - ", "[2026/3/19 14:0M:33] ", "省略影音内容", "文件附件", "附件：", "图像已忽略",
                        "2 页 \u200e文档已省略", "这条消息已删除", "此消息已编辑", "未接语音通话", "消息和通话已进行端到端加密。", "与Ana Ruiz的 WhatsApp 聊天.txt"),
                new Language("Chinese of Hong Kong", "19/3/2026 下午2:0M - ", "[19/3/2026 下午2:0M:33] ", "已省略多媒體檔案", "附件檔案", "附件：",
                        "圖片已略去", "2 頁 \u200e文件已略去", "此訊息已刪除。", "此訊息已編輯", "未接語音通話", "訊息和通話經端對端加密。",
                        "與Ana Ruiz的 WhatsApp 對話.txt"),
                new Language("Hindi", "19/03/26, 2:0M\u202fpm - ", "[19/03/26, 2:0M:33\u202fPM] ", "मीडिया के बिना", "फाइल अटैच कर दी गई है",
                        "अटैच किया गया: ", "फ़ोटो हटाई गई", "2 पेज \u200eडॉक्यूमेंट छोड़ा गया", "यह मैसेज डिलीट कर दिया गया है",
                        "इस मैसेज में बदलाव किया गया", "वॉइस कॉल मिस हुई", "मैसेजेस और कॉल्स एंड-टू-एंड एन्क्रिप्टेड हैं.", "Ana Ruiz के साथ WhatsApp चैट.txt"),
                new Language("Italian", "19/03/26, 14:0M - ", "[19/03/26, 14:0M:33] ", "Media omessi", "file allegato", "allegato: ",
                        "immagine omessa", "2 pagine \u200edocumento omesso", "Questo messaggio è stato eliminato", "Questo messaggio è stato modificato",
                        "Chiamata vocale persa", "I messaggi e le chiamate sono crittografati end-to-end.", "Chat WhatsApp con Ana Ruiz.txt"),
                new Language("Indonesian", "19/03/26 14.0M - ", "[19/03/26 14.0M.33] ", "Media tidak disertakan", "file terlampir", "terlampir: ",
                        "gambar tidak disertakan", "2 halaman \u200edokumen tidak disertakan", "Pesan ini dihapus", "Pesan ini diedit",
                        "Panggilan suara tak terjawab", "Pesan dan panggilan terenkripsi secara end-to-end.", "Chat WhatsApp dengan Ana Ruiz.txt"),
                // Not in the lists of words: the shape of the lines tells.
                new Language("Basque", "26/3/19 (14:0M) - ", "[26/3/19 14:0M:33] ", "Multimedia fitxategia kenduta", "fitxategia erantsita", "erantsita: ",
                        "image omitted", "2 pages \u200edocument omitted", "This message was deleted", "This message was edited", "Missed voice call",
                        "Messages and calls are end-to-end encrypted.", "WhatsApp Chat with Ana Ruiz.txt"));
    }

    private static String header(String pattern, int minute) {
        return pattern.replace("M", pattern.indexOf('\u0662') >= 0 ? String.valueOf((char) ('\u0660' + minute)) : "" + minute)
                .replace("P" + minute, "PM");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anAndroidPhonesChatIsRead(Language it) {
        List<String> lines = List.of(
                it.encryption(), "Ana Ruiz: note: one", "Ana Ruiz: <" + it.omitted() + ">\nlike this one",
                "Li Ting: \u200eIMG-20260319-WA0001.jpg (" + it.attached() + ")\nand this", "Li Ting: two <" + it.edited() + ">",
                "Ana Ruiz: " + it.deleted(), "Ana Ruiz: " + it.missed(), "Li Ting: <" + it.omitted() + ">", "Ana Ruiz: null");
        check(it, it.android(), lines, "\n", "");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anIPhonesChatIsRead(Language it) {
        List<String> lines = List.of(
                "Ana Ruiz: \u200e" + it.encryption(), "Ana Ruiz: note: one", "\u200eAna Ruiz: \u200e" + it.iphoneOmitted(),
                "\u200eLi Ting: \u200e<" + it.iphoneAttached() + "00000003-PHOTO-2026-03-19-14-03-33.jpg>",
                "Li Ting: two \u200e<" + it.edited() + ">", "\u200eAna Ruiz: \u200e" + it.deleted(), "Ana Ruiz: \u200e" + it.missed(),
                "\u200eLi Ting: offer.pdf • \u200e" + it.document(), "Ana Ruiz: ");
        check(it, it.iphone(), lines, "\r\n", "\u200e");
    }

    private static void check(Language it, String pattern, List<String> lines, String end, String mark) {
        StringBuilder export = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean marked = !mark.isEmpty() && line.startsWith(mark);
            export.append(marked ? mark : "").append(header(pattern, i)).append(marked ? line.substring(1) : line).append(end);
        }
        boolean iphone = !mark.isEmpty();
        List<Message> messages = Exports.messages(it.file(), export.toString());
        assertThat(messages).extracting(message -> message.kind() == Message.Kind.SYSTEM)
                .containsExactly(true, false, false, false, false, true, true, false, false);
        assertThat(messages).extracting(message -> message.body().plain()).contains("note: one", "two");
        assertThat(messages.get(2).body().plain()).isEqualTo(iphone ? "" : "like this one");
        assertThat(messages.get(2).attachments()).singleElement().satisfies(file -> assertThat(file.name()).isEmpty());
        assertThat(messages.get(3).body().plain()).isEqualTo(iphone ? "" : "and this");
        assertThat(messages.get(3).attachments()).singleElement().satisfies(file -> assertThat(file.name()).endsWith(".jpg"));
        assertThat(messages.get(4).change()).isEqualTo(Message.Change.EDITED);
        assertThat(messages.get(5).change()).isEqualTo(Message.Change.TAKEN_BACK);
        assertThat(messages.get(7).attachments()).singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo(iphone ? "offer.pdf" : ""));
        assertThat(messages.get(8).body().plain()).isEmpty();
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.chat()).isEqualTo("Ana Ruiz");
            assertThat(message.room()).isNull();
            assertThat(message.problem()).isNull();
            assertThat(message.localTime()).asString().startsWith("2026-03-19T14:0");
        });
        assertThat(messages.get(1).speaker()).isEqualTo(Message.Speaker.OTHER);
        assertThat(messages.get(3).speaker()).isEqualTo(Message.Speaker.OWNER);
    }
}
