package org.genjin.daemon.customerlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Question;
import org.junit.jupiter.api.Test;

/** Lists from Hong Kong, Japan, Germany and Russia, from boards and notebooks, as each is kept there. */
class ListsOfManyHandsTest {

    @Test
    void labelsSpacedToOneWidthOnACardAreTheirWords() throws Exception {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("Lundby", List.of(
                List.of("客户档案"), List.of("公司名称：", "Lundby Trä AB", "国　　家：", "瑞典"), List.of("联 系 人：", "Moa Ek", "邮　　箱：", "moa@lundby.example"),
                List.of("电　　话：", "+46 70 555 01 11", "等　　级：", "B")));
        sheets.put("空白模板", List.of(List.of("公司名称：", "", "国　　家：", ""), List.of("联 系 人：", "", "邮　　箱：", "")));
        Proposal.Customer it = Lists.only(Lists.read("cards.xlsx", Lists.workbook(sheets)));
        assertThat(it.country()).isEqualTo("SE");
        assertThat(it.grade()).isEqualTo(Grade.B);
        assertThat(it.contacts()).singleElement().satisfies(who -> {
            assertThat(who.name()).isEqualTo("Moa Ek");
            assertThat(who.addresses()).containsExactly("moa@lundby.example");
        });
    }

    @Test
    void aListFromHongKongIsReadLikeOneFromTheMainland() throws Exception {
        byte[] list = String.join("\r\n", "公司名稱,聯絡人,電郵,手提,國家,評級,下次跟進,備註", "Luzon Home Inc.,Ana Cruz,ana@luzonhome.example,+63 917 555 0122,菲律賓,重點,3/12/2026,樣辦已寄",
                "Penang Deco Sdn Bhd,Siti Amin,siti@penangdeco.example,+60 12 555 0100,馬來西亞,普通,28/11/2026,").getBytes(Charset.forName("Big5"));
        Proposal read = Lists.read("list.csv", list);
        assertThat(Lists.names(read)).containsExactly("Luzon Home Inc.", "Penang Deco Sdn Bhd");
        assertThat(read.customers()).extracting(Proposal.Customer::country).containsExactly("PH", "MY");
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.B);
        assertThat(read.customers().getFirst().nextFollowUp()).hasToString("2026-12-03");
        assertThat(read.customers().getFirst().allNotes()).contains("樣辦已寄");
    }

    @Test
    void aJapaneseListInShiftJisWithYearsOfTheEraIsRead() throws Exception {
        byte[] list = String.join("\r\n", "会社名,部署,ご担当者,メールアドレス,TEL,国,ランク,次回連絡日,備考", "株式会社あおば商会,輸入部,森 彩 様,mori@aoba.example,０３－５５５５－０１２２,日本,A,令和8年12月3日,見積書を送付済み",
                "みなと運輸(株),,原,hara@minato.example,045-555-0191,日本,,,運送業者").getBytes(Charset.forName("windows-31j"));
        Proposal.Customer it = Lists.only(Lists.read("list.csv", list));
        assertThat(it.name()).isEqualTo("株式会社あおば商会");
        assertThat(it.nextFollowUp()).hasToString("2026-12-03");
        assertThat(it.contacts()).singleElement().satisfies(who -> assertThat(who.phones()).containsExactly("+81355550122"));
        assertThat(it.allNotes()).contains("見積書を送付済み");
        assertThat(Lists.only(Lists.text("公司,Email,下次跟進", "Acme Ltd,kim@acme.example,民國115年12月3日")).nextFollowUp()).hasToString("2026-12-03");
    }

    @Test
    void aGermanAddressBookOfOutlookKnowsPrivatePeopleAndHauliers() throws Exception {
        Proposal read = Lists.text("Anrede,Vorname,Nachname,Firma,Position,Land/Region geschäftlich,Telefon geschäftlich,Mobiltelefon,Telefon (privat),E-Mail-Adresse,Kategorien,Priorität,Privat",
                "Frau,Heike,Petersen,Petersen Werkzeug KG,Einkauf,Deutschland,+49 (4921) 555-0,+49 171 3920133,,heike@petersen.example,Kunden,Normal,Aus",
                ",Onkel,Gerd,,,,,,04921 555 778,,Privat,Normal,Aus", "Herr,Udo,Kranz,Spedition Watt GmbH,,Deutschland,+49 4921 555 301,,,udo@watt.example,Spediteure,Normal,Aus");
        Proposal.Customer it = Lists.only(read);
        assertThat(it.name()).isEqualTo("Petersen Werkzeug KG");
        assertThat(it.grade()).isNull();
        assertThat(it.contacts()).singleElement().satisfies(who -> assertThat(who.phones()).containsExactly("+4949215550", "+491713920133"));
        assertThat(Lists.asked(read)).contains(Question.Kind.PRIVATE, Question.Kind.NOT_CUSTOMER);
    }

    @Test
    void whoseTheNumberIsMayStandInBracketsOrInFront() throws Exception {
        Proposal.Customer it = Lists.only(Lists.text("Полное имя контакта;Название компании;Должность (контакт);Рабочий телефон (контакт);Рабочий email (контакт);Страна",
                "Вера Соколова;ООО «Крепёж»;закупки;+78435550155;vera@krepezh.example;Россия"));
        assertThat(it.contacts()).singleElement().satisfies(who -> {
            assertThat(who.name()).isEqualTo("Вера Соколова");
            assertThat(who.phones()).containsExactly("+78435550155");
        });
        Proposal.Customer brazil = Lists.only(Lists.text("Empresa: Razão social;Pessoa: Nome;Pessoa: E-mail;Empresa: País;Empresa: Descrição;Qualificação;Próxima atividade",
                "Ferragens Sol Ltda;Rita Lopes;rita@ferragenssol.example;Brasil;Pede nota de origem;★★★★★;04/12/2026 09:30"));
        assertThat(brazil.name()).isEqualTo("Ferragens Sol Ltda");
        assertThat(brazil.allNotes()).contains("Pede nota de origem");
        assertThat(brazil.grade()).isEqualTo(Grade.S);
        assertThat(brazil.nextFollowUp()).hasToString("2026-12-04");
    }

    @Test
    void theColumnWithTheSamePersonInEachRowHoldsWhoLooksAfterThem() throws Exception {
        Proposal read = Lists.text("Name,Person,Contact name,E-mail,Priority", "Bay Light,Lin Hua,Priya Rao,priya@baylight.example,High", "Elk Bulbs,Lin Hua,Even Dahl,even@elk.example,Low",
                "Zephyr GmbH,Lin Hua,Annika Rust,annika@zephyr.example,Medium");
        assertThat(read.customers()).allSatisfy(it -> assertThat(it.contacts()).singleElement().satisfies(who -> assertThat(who.name()).isNotEqualTo("Lin Hua")));
    }

    @Test
    void aLinkBehindANameIsNoPartOfItAndTiersAreGrades() throws Exception {
        Proposal read = Lists.text("Company,Contact,Tier,Next touch,Email", "Cascade Co,Rowan Hill (https://notes.example/Rowan-Hill-0f1e),Tier 1,\"January 12, 2027 9:00 AM\",rowan@cascade.example",
                "Mistral SARL,\"Ana Roux (https://notes.example/a1), Leo Frost (https://notes.example/b2)\",Tier 3,\"December 3, 2026\",\"ana@mistral.example, leo@mistral.example\"");
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.C);
        assertThat(read.customers().getFirst().nextFollowUp()).hasToString("2027-01-12");
        assertThat(read.customers().getLast().contacts()).extracting(Proposal.Person::name).containsExactly("Ana Roux", "Leo Frost");
    }

    @Test
    void whatIsMergedOverSeveralRowsCountsForEachOfThem() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("跟进表");
            Lists.fill(sheet, List.of(
                    Arrays.asList("国家", "客户公司", "联系人信息", null, "跟进情况", null, null, "下次跟进"),
                    Arrays.asList(null, null, "姓名", "邮箱", "第一次", "第二次", "第三次", null),
                    Arrays.asList("泰国", "River Hardware Co., Ltd.", "Somchai Dee", "somchai@river.example", "9.1 展会见面", "9.15 报价 2.35", null, "2026.12.1"),
                    Arrays.asList(null, "Hill Decor", null, "info@hilldecor.example", null, "10.30 开发信", null, null)));
            for (String it : List.of("A1:A2", "B1:B2", "C1:D1", "E1:G1", "H1:H2", "A3:A4")) {
                sheet.addMergedRegion(CellRangeAddress.valueOf(it));
            }
            book.write(out);
            Proposal read = Lists.read("merged.xlsx", out.toByteArray());
            assertThat(Lists.names(read)).containsExactly("River Hardware Co., Ltd.", "Hill Decor");
            assertThat(read.customers()).extracting(Proposal.Customer::country).containsExactly("TH", "TH");
            assertThat(read.customers().getFirst().contacts()).extracting(Proposal.Person::name).containsExactly("Somchai Dee");
            assertThat(read.customers().getFirst().allNotes()).contains("9.15 报价 2.35");
        }
    }

    @Test
    void amongNumbersWithALetterBeforeEachTheFIsAFax() throws Exception {
        for (String numbers : List.of("T +32 61 55 01 26 · F +32 61 55 01 27", "T: +32 61 55 01 26 / F: +32 61 55 01 27", "Tel +32 61 55 01 26 Fax +32 61 55 01 27")) {
            Proposal.Customer it = Lists.only(Lists.text("Company,Contact,Country,Phone", "Ardenne SA,Luc Dehoux,Belgium," + numbers));
            assertThat(it.contacts()).as(numbers).singleElement().satisfies(who -> assertThat(who.phones()).containsExactly("+3261550126"));
        }
    }

    @Test
    void aNameOverTwoColumnsIsOneAndTheAccountOfCashBuyersIsNoCustomer() throws Exception {
        Proposal read = Lists.text("KdNr;Matchcode;Name1;Name2;LKZ;Ort;Telefon1;EMail;ABC", "701;ALPEN;Alpen Vertrieb;GmbH & Co. KG;D;Traunstein;0861/55501-0;einkauf@alpen.example;A",
                "702;TIROL;Tiroler Beschläge;Ges.m.b.H.;A;Wattens;05224 555 01;info@tirol.example;B", "999;DIVERSE;Diverse Barkunden;;;;;;");
        assertThat(Lists.names(read)).containsExactly("Alpen Vertrieb GmbH & Co. KG", "Tiroler Beschläge Ges.m.b.H.");
        assertThat(read.customers()).extracting(Proposal.Customer::country).containsExactly("DE", "AT");
        assertThat(Lists.asked(read)).contains(Question.Kind.NOT_CUSTOMER);
    }
}
