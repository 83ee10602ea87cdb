package org.genjin.daemon.customerlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Question;
import org.junit.jupiter.api.Test;

/** Who becomes a customer of all who stand in a list, and who is the same. */
class WhoIsEnteredTest {

    @Test
    void oneCompanyIsOneCustomerHoweverItIsSpelled() throws Exception {
        Proposal read = Lists.text(
                "Company,Contact,Email", "Nordlicht Handels GmbH & Co. KG,Eva Kern,kern@nordlicht.example",
                "NORDLICHT HANDELS GMBH U. CO KG,Udo Matz,matz@nordlicht.example", "Brise et Fils S.A.S.,Luc Morel,luc@brise.example",
                "Brise & Fils SAS,Eva Roux,roux@brise.example");
        assertThat(Lists.names(read)).containsExactly("Nordlicht Handels GmbH & Co. KG", "Brise et Fils S.A.S.");
        assertThat(read.customers().getFirst().contacts()).hasSize(2);
        assertThat(Lists.asked(read)).contains(Question.Kind.SAME_COMPANY);
    }

    @Test
    void likeNamesInDifferentPlacesStayApart() throws Exception {
        Proposal read = Lists.text(
                "Company,Country,Contact,Email", "Star Trading LLC,UAE,Omar Aziz,omar@startrading.example", "Star Trading LLC,Egypt,Mona Said,mona@startradingeg.example");
        assertThat(read.customers()).hasSize(2);
        assertThat(Lists.asked(read)).contains(Question.Kind.LIKE_NAMES);
    }

    @Test
    void whoHasNoCompanyGoesToTheOnlyOneWithTheDomainOrStandsUnderTheOwnName() throws Exception {
        Proposal read = Lists.text(
                "Record ID,Company name,First name,Last name,Email", "1,Acme Ltd,Kim,Lee,kim@acme.example", "2,,Ana,Diaz,ana@acme.example",
                "3,,Bo,Holm,boholm@gmail.com", "4,,,,info@delta-tools.example");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Bo Holm", "delta-tools.example");
        assertThat(read.customers().getFirst().contacts()).extracting(Proposal.Person::name).containsExactly("Kim Lee", "Ana Diaz");
    }

    @Test
    void aRowWithoutACompanyBelowOneWithItIsAnotherPersonThere() throws Exception {
        Proposal read = Lists.text(
                "Société,Contact,E-mail,Pays,Commentaires", "Acme SARL,Luc Morel,luc@acme.example,France,", ",Eva Roux,eva@acme.example,,factures à son nom");
        assertThat(Lists.only(read).contacts()).hasSize(2);
        assertThat(Lists.only(read).allNotes()).contains("factures à son nom");
    }

    @Test
    void titlesExamplesTotalsAndEmptyRowsAreNobody() throws Exception {
        Proposal read = Lists.text(
                "外贸客户跟进表（2026）,,,", ",,,", "序号,客户名称,联系人,邮箱", "例,ABC Lighting Inc.（示例，请勿删除）,Tom Smith,tom@abc.example",
                "1,Acme Ltd,Kim Lee,kim@acme.example", ",,,", "2,test,test,test@test.example", "3,Muster GmbH (Vorlage),Max Mustermann,max@muster.example",
                "合计：,2家,,");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd");
    }

    @Test
    void whomTheListCallsSupplierForwarderOrColleagueIsLeftOutAndNamed() throws Exception {
        Proposal read = Lists.text(
                "Company,Contact,Email,Type", "Acme Ltd,Kim Lee,kim@acme.example,Importer", "Paperboat Logistics,Kelly Wu,kelly@paperboat.example,freight forwarder",
                "Steelworks Co,Ma Jun,ma@steelworks.example,供应商", "Us,Li Na,li@factory.example,");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd");
        assertThat(Lists.asked(read)).contains(Question.Kind.NOT_CUSTOMER, Question.Kind.OURSELVES);
    }

    @Test
    void aFactoryThatBuysAndALogisticsPersonOfACustomerStay() throws Exception {
        Proposal read = Lists.text(
                "公司,联系人,邮箱,客户类型", "Acme Ltd,Kim Lee（物流）,kim@acme.example,工厂", "Brise SAS,Eva Roux,eva@brise.example,品牌商");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Brise SAS");
    }

    @Test
    void inAPhonesAddressBookPrivatePeopleAreLeftOut() throws Exception {
        String cards = """
                BEGIN:VCARD
                VERSION:3.0
                FN:Kim Lee
                ORG:Acme\\, Sons & Co Ltd;
                TEL;TYPE=CELL:+44 7700 900701
                NOTE:pays in 14 days\\nlikes tea
                END:VCARD
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=E8=80=81=E5=A9=86;;;
                TEL;CELL:13900007012
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                FN:Anju Rao (Ganga Traders)
                TEL;VALUE=uri:tel:+91-98555-07012
                END:VCARD
                """;
        Proposal read = Lists.read("phone.vcf", cards.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(Lists.names(read)).containsExactly("Acme, Sons & Co Ltd", "Ganga Traders");
        assertThat(read.customers().getFirst().allNotes()).isEqualTo("pays in 14 days\nlikes tea");
        assertThat(Lists.asked(read)).contains(Question.Kind.PRIVATE, Question.Kind.BRACKETS);
    }

    @Test
    void aSheetOfTheCustomersOwnAddsWhatItSays() throws Exception {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("总览", List.of(List.of("序号", "客户名称", "国家", "联系人", "邮箱", "等级"), List.of(1, "Acme Ltd", "英国", "Kim Lee", "kim@acme.example", "A")));
        sheets.put("01 Acme Ltd", List.of(
                List.of("← 返回总览"), List.of("Acme Ltd"), List.of("国家", "英国", "网址", "www.acme.example"), List.of("联系人", "Kim Lee", "邮箱", "kim@acme.example"),
                List.of("联系人2", "Ana Diaz（仓库收货）", "邮箱", "ana@acme.example"), List.of("日期", "方式", "沟通内容", "下一步"),
                List.of("2026-11-18", "WhatsApp", "客户确认价格，下周发PO", "")));
        sheets.put("新-Brise SAS", List.of(List.of("Brise SAS"), List.of("国家", "法国", "网址", ""), List.of("联系人", "Eva Roux", "邮箱", "eva@brise.example")));
        Proposal read = Lists.read("list.xlsx", Lists.workbook(sheets));
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Brise SAS");
        assertThat(read.customers().getFirst().contacts()).extracting(Proposal.Person::name).containsExactly("Kim Lee", "Ana Diaz");
        assertThat(read.customers().getFirst().allNotes()).contains("客户确认价格，下周发PO");
        assertThat(Lists.asked(read)).contains(Question.Kind.ONLY_SHEET);
    }

    @Test
    void ofALogTheLastEntrySaysWhenToWriteNext() throws Exception {
        Proposal read = Lists.text(
                "Date,Customer,Channel,Direction,Summary,Next follow-up", "2026-11-01,Acme Ltd,Email,in,asked a price,2026-11-10",
                "2026-11-09,Acme Ltd,Email,out,quoted 0.31,2026-11-28", "2026-11-02,Brise SAS,Email,in,wants a catalogue,2026-11-05", "2026-11-15,Brise SAS,Phone,in,no interest,");
        assertThat(read.customers().getFirst().nextFollowUp()).hasToString("2026-11-28");
        assertThat(read.customers().getLast().nextFollowUp()).isNull();
        assertThat(read.customers().getFirst().allNotes()).contains("asked a price").contains("quoted 0.31");
    }

    @Test
    void systemsAreKnownByTheirHeaders() throws Exception {
        assertThat(Lists.text("Record ID,First Name,Last Name,Email,Company Name,Lifecycle Stage", "1,Kim,Lee,kim@acme.example,Acme Ltd,Lead").system())
                .isEqualTo("HubSpot contacts");
        assertThat(Lists.text("客户编号,公司名称,公海分组,客户星级,昵称,邮箱", "C1,Acme Ltd,,4,Kim Lee,kim@acme.example").system()).startsWith("OKKI");
        Proposal odoo = Lists.text(
                "External ID,Name,Is a Company,Related Company/External ID,Email", "p1,Acme Ltd,TRUE,,info@acme.example", "p2,Kim Lee,FALSE,p1,kim@acme.example");
        assertThat(odoo.system()).isEqualTo("Odoo");
        assertThat(Lists.only(odoo).contacts()).extracting(Proposal.Person::name).containsExactly("Kim Lee", "");
    }
}
