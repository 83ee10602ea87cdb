package org.genjin.connectors.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.genjin.connectors.mime.Mails.body;
import static org.genjin.connectors.mime.Mails.plain;
import static org.genjin.connectors.mime.Mails.read;

import org.genjin.connectors.Message;
import org.genjin.connectors.Message.Participant;
import org.genjin.connectors.Message.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who said it, and whether anybody did. */
class SpeakersTest {

    @Test
    void behindAListStandsWhoeverWroteToIt() throws Exception {
        String list = "From: Kim Park via Trade <trade@list.example>\nList-Id: <trade.list.example>\n";
        assertThat(read(list + "X-Original-From: Kim Park <kim@acme.example>\n\nx").author())
                .isEqualTo(new Participant("kim@acme.example", "Kim Park"));
        assertThat(read(list + "Reply-To: Kim Park <kim@acme.example>\n\nx").author())
                .isEqualTo(new Participant("kim@acme.example", "Kim Park"));
        assertThat(read(list + "Reply-To: trade@list.example\n\nx").author()).isEqualTo(new Participant(null, "Kim Park"));
        assertThat(read(list + "\nx").from()).isEqualTo(new Participant("trade@list.example", "Kim Park via Trade"));
        Message plain = read("From: Kim <kim@acme.example>\nList-Id: <trade.list.example>\nReply-To: trade@list.example\n\nx");
        assertThat(plain.author()).isEqualTo(new Participant("kim@acme.example", "Kim"));
    }

    @Test
    void behindAFormStandsWhoeverFilledItIn() throws Exception {
        assertThat(read("From: WordPress <wordpress@shop.example>\nReply-To: Ana <ana@cliente.example>\n\nx").author())
                .isEqualTo(new Participant("ana@cliente.example", "Ana"));
        assertThat(read("From: no-reply@shop.example\nReply-To: help@shop.example\n\nx").author())
                .isEqualTo(new Participant("no-reply@shop.example", null));
        assertThat(read("From: Kim <kim@acme.example>\nReply-To: office@other.example\n\nx").author())
                .isEqualTo(new Participant("kim@acme.example", "Kim"));
    }

    @Test
    void theReturnPathAndSenderSayNothingOfTheAuthor() throws Exception {
        Message message = read("Return-Path: <SRS0=x=y=acme.example=kim@relay.example>\nSender: relay@relay.example\n"
                + "From: Kim <kim@acme.example>\n\nx");
        assertThat(message.author()).isEqualTo(new Participant("kim@acme.example", "Kim"));
        assertThat(message.headers()).containsEntry("sender", "relay@relay.example");
    }

    @Test
    void aBounceTellsWhoWasNotReachedAndWhy() throws Exception {
        Message message = read("From: MAILER-DAEMON@mx.example\nSubject: Undelivered\n"
                + body("multipart/report; report-type=delivery-status", "R", plain("I'm sorry to have to inform you"),
                        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
                                + "Final-Recipient: rfc822; Kim@acme.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 no such user",
                        "Content-Type: message/rfc822\n\nFrom: li@factory.example\nTo: kim@acme.example\nMessage-ID: <q1@factory.example>\n"
                                + "Subject: Quotation\n\nour best price"));
        assertThat(message.auto()).isTrue();
        assertThat(message.headers())
                .containsEntry(Told.REPORT, "bounce")
                .containsEntry(Told.REPORT_RECIPIENT, "kim@acme.example")
                .containsEntry(Told.REPORT_ACTION, "failed")
                .containsEntry(Told.REPORT_STATUS, "5.1.1")
                .containsEntry(Told.REPORT_MESSAGE, "<q1@factory.example>");
        assertThat(message.body().plain().strip()).isEqualTo("I'm sorry to have to inform you");
        assertThat(message.body().quoted()).contains("Diagnostic-Code", "our best price");
        assertThat(Mails.shown(message)).isEmpty();
    }

    @Test
    void aReadReceiptAndAComplaintAreToldFromAnAnswer() throws Exception {
        Message receipt = read("From: kim@acme.example\nSubject: Read: Quotation\n"
                + body("multipart/report; report-type=disposition-notification", "R", plain("Your message was read"),
                        "Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;kim@acme.example\n"
                                + "Original-Message-ID: <q1@factory.example>\nDisposition: manual-action/MDN-sent-manually; displayed"));
        assertThat(receipt.headers())
                .containsEntry(Told.REPORT, "receipt")
                .containsEntry(Told.REPORT_ACTION, "displayed")
                .containsEntry(Told.REPORT_MESSAGE, "<q1@factory.example>");
        assertThat(receipt.auto()).isTrue();
        Message prose = read("From: kim@acme.example\nSubject: 已读: 报价\nIn-Reply-To: <q1@factory.example>\n\n您的邮件已被阅读");
        assertThat(prose.auto()).isTrue();
        Message complaint = read("From: fbl@provider.example\n"
                + body("multipart/report; report-type=feedback-report", "R", plain("abuse report"),
                        "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: <kim@acme.example>"));
        assertThat(complaint.headers()).containsEntry(Told.REPORT, "complaint").containsEntry(Told.REPORT_RECIPIENT, "kim@acme.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Automatic reply: RFQ 77", "Automatic_reply: RFQ 77", "AUTO: Kim is out of the office (returning 03/09/2026)", "Out of Office Re: RFQ",
        "Automatische Antwort: Anfrage", "Abwesenheitsnotiz: Anfrage", "Réponse automatique : Demande", "Absence : Demande",
        "Respuesta automática: Pedido", "Resposta automática: Cotação", "Risposta automatica: Ordine", "Автоответ: Запрос",
        "自动回复: 询价", "自动回复：询价", "自動回覆: 詢價", "رد تلقائي: عرض سعر", "Otomatik Yanıt: Teklif", "Automatyczna odpowiedź: Oferta",
        "Automatisch antwoord: offerte", "自動応答: 見積", "자동 회신: 견적", "Autosvar: Offert", "Automatikus válasz: ajánlat",
        "Undeliverable: Quotation", "系统退信: 报价单", "Unzustellbar: Angebot", "Delivery Status Notification (Failure)",
    })
    void whatProgramsWriteBeforeASubjectIsKnownInManyLanguages(String subject) throws Exception {
        assertThat(read("From: kim@acme.example\nSubject: " + subject + "\n\nx").auto()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Re: Automatic reply: RFQ 77", "Auto parts - request for quotation", "Automatic packing machine, price?", "Office chairs",
        "Absence of documents for shipment 12", "Out of stock items", "Read this before Friday", "外出考察安排", "Auto - spare parts RFQ",
    })
    void aPersonsSubjectThatBeginsAlikeIsAPersons(String subject) throws Exception {
        assertThat(read("From: kim@acme.example\nSubject: " + subject + "\n\nx").auto()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | This is an automated reply. I am away until Monday.
            true  | 您好！这是来自QQ邮箱的假期自动回复邮件。
            true  | Dies ist eine automatische Antwort.
            true  | Это письмо создано автоматически.
            false | I am out of the office next week, so please send the PI before Friday.
            false | Your automatic packing machine arrived damaged.
            """)
    void whatOpensAMailMayTellThatAProgramWroteIt(boolean auto, String words) throws Exception {
        assertThat(read("From: kim@acme.example\nSubject: Re: Order\n\n" + words).auto()).isEqualTo(auto);
        assertThat(read("From: kim@acme.example\nSubject: Re: Order\nContent-Type: text/html\n\n<html><body><p>" + words + "</p>").auto())
                .isEqualTo(auto);
    }
}
