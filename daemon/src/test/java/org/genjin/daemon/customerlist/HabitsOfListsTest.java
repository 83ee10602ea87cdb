package org.genjin.daemon.customerlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Question;
import org.junit.jupiter.api.Test;

/** Habits that people have with their lists, and what a careful person makes of them. */
class HabitsOfListsTest {

    @Test
    void twoTablesBesideEachOtherAreReadAsTwo() throws Exception {
        Proposal read = Lists.read("list.xlsx", Lists.workbook(Map.of("Kunden", List.of(
                Arrays.asList("DEUTSCHLAND", null, null, null, "ÖSTERREICH"),
                Arrays.asList("Firma", "Ansprechpartner", "E-Mail", null, "Firma", "Ansprechpartner", "E-Mail", "Wiedervorlage"),
                Arrays.asList("Nordlicht GmbH", "Eva Kern", "eva@nordlicht.example", null, "Alpenglanz GmbH", "Max Huber", "max@alpenglanz.example", "2026-12-03"),
                Arrays.asList("Südlicht GmbH", "Ina Roth", "ina@suedlicht.example"),
                Arrays.asList(null, null, null, null, "Seeblick OG", "Vroni Maier", "vroni@seeblick.example")))));
        assertThat(Lists.names(read)).containsExactlyInAnyOrder("Nordlicht GmbH", "Südlicht GmbH", "Alpenglanz GmbH", "Seeblick OG");
        assertThat(customer(read, "Nordlicht GmbH").country()).isEqualTo("DE");
        assertThat(customer(read, "Alpenglanz GmbH").country()).isEqualTo("AT");
        assertThat(customer(read, "Alpenglanz GmbH").nextFollowUp()).hasToString("2026-12-03");
        assertThat(customer(read, "Alpenglanz GmbH").contacts().getFirst().name()).isEqualTo("Max Huber");
    }

    @Test
    void anEmptyColumnWithinATableDoesNotPartIt() throws Exception {
        Proposal read = Lists.read("list.xlsx", Lists.workbook(Map.of("Clients", List.of(
                Arrays.asList("Company", "Country", null, "Contact", "E-mail"),
                Arrays.asList("Acme Ltd", "UK", null, "Kim Lee", "kim@acme.example"),
                Arrays.asList("Bolt Inc", "USA", null, "Ann Ray", "ann@bolt.example")))));
        assertThat(customer(read, "Acme Ltd").contacts().getFirst().addresses()).containsExactly("kim@acme.example");
        assertThat(read.customers()).hasSize(2);
    }

    @Test
    void whatIsMarkedAsTheCellAboveIsTheSame() throws Exception {
        for (String mark : List.of("同上", "ditto", "ídem", "-//-", "〃", "как выше", "\"\"\"\"")) {
            Proposal read = Lists.text("Company,Country,Source,E-mail", "Acme Ltd,Spain,Fair,kim@acme.example", "Bolt SA," + mark + "," + mark + ",ann@bolt.example");
            assertThat(customer(read, "Bolt SA").country()).as(mark).isEqualTo("ES");
            assertThat(Lists.asked(read)).as(mark).contains(Question.Kind.DITTO);
        }
        Proposal none = Lists.text("Company,Country,E-mail", "Acme Ltd,Spain,kim@acme.example", "Bolt Inc,-,ann@bolt.example");
        assertThat(customer(none, "Bolt Inc").country()).isNull();
    }

    @Test
    void datesWithoutAYearAreOfTheYearThatTheListNames() throws Exception {
        Proposal titled = Lists.text("Клиенты 2026 год;;;", "Компания;Контакт;Последний контакт;Перезвонить",
                "ООО Альфа;Ирина Котова;18.11;02.12", "ООО Бета;Олег Титов;11.11;15.01.2027", "ООО Гамма;Яна Лис;10.11;08.12");
        assertThat(customer(titled, "ООО Альфа").nextFollowUp()).hasToString("2026-12-02");
        assertThat(customer(titled, "ООО Бета").nextFollowUp()).hasToString("2027-01-15");
        Proposal dated = Lists.text("公司\t联系人\t最近联系\t下次跟进", "Acme Ltd\tKim Lee\t2026-11-05\t12.8", "Bolt Inc\tAnn Ray\t2026-10-11\t2027.1.10",
                "Corda SA\tLea Sol\t2026-09-01\t11.30", "Dorn AG\tUli Rau\t2026-11-12\t12.22");
        assertThat(customer(dated, "Acme Ltd").nextFollowUp()).hasToString("2026-12-08");
        assertThat(customer(dated, "Bolt Inc").nextFollowUp()).hasToString("2027-01-10");
        Proposal old = Lists.text("Preisliste 2019;;;", "Firma;E-Mail;Letzter Kontakt;Wiedervorlage",
                "Nord GmbH;a@nord.example;01.11.2026;3.12.", "Ost GmbH;a@ost.example;05.11.2026;04.12.", "West GmbH;a@west.example;07.11.2026;5.12.");
        assertThat(customer(old, "Nord GmbH").nextFollowUp()).hasToString("2026-12-03");
    }

    @Test
    void inADiaryOneRowIsAnEventAndTheLastOneCounts() throws Exception {
        Proposal read = Lists.text("Date;Customer;Country;Spoke with;E-mail;What was said;Next contact;Grade",
                "02.09.2026;Acme Ltd;UK;Kim Lee;kim@acme.example;asked for samples;10.09.2026;B",
                "05.09.2026;Bolt Inc;USA;Ann Ray;ann@bolt.example;met at the fair;20.12.2026;A",
                "11.09.2026;Acme Ltd;;Kim Lee;;sent the catalogue;25.09.2026;",
                "12.11.2026;Acme Ltd;;Joe Lee;joe@acme.example;ordered;03.12.2026;A",
                "14.11.2026;Bolt Inc;USA;Ann Ray;;does not want to be called;;");
        Proposal.Customer acme = customer(read, "Acme Ltd");
        assertThat(acme.nextFollowUp()).hasToString("2026-12-03");
        assertThat(acme.grade()).isEqualTo(Grade.A);
        assertThat(acme.contacts()).extracting(Proposal.Person::name).containsExactly("Kim Lee", "Joe Lee");
        assertThat(acme.notes()).anyMatch(it -> it.contains("sent the catalogue"));
        assertThat(customer(read, "Bolt Inc").nextFollowUp()).isNull();
        assertThat(Lists.asked(read)).doesNotContain(Question.Kind.SAME_COMPANY);
    }

    @Test
    void whoTheListCallsSupplierOrOurselvesIsLeftOutWithAllPeople() throws Exception {
        Proposal read = Lists.text("Company;Country;Contact;E-mail;Notes",
                "Acme Ltd;UK;Kim Lee;kim@acme.example;buys screws",
                "Lieferant: Stahl Wendt;DE;Uwe Wendt;uwe@wendt.example;",
                "Kurz Logistik (Spedition);DE;Ina Kurz;ina@kurz.example;",
                "宁波明亮电器有限公司（本公司）;CN;王芳;fang@bright.example;",
                "Hangzhou Feather Co., Ltd.;CN;Li Na;na@feather.example;This is our own company record",
                "Hangzhou Feather Co., Ltd.;CN;Zhou Bo;bo@feather.example;",
                "intern;;Team;;Preisliste");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd");
        assertThat(Lists.asked(read)).contains(Question.Kind.OURSELVES, Question.Kind.NOT_CUSTOMER);
    }

    @Test
    void lostCustomersAreKeptAndAskedAbout() throws Exception {
        Proposal read = Lists.text("Company;Tags;E-mail", "Acme Ltd;Kunden, Verloren;kim@acme.example");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd");
        assertThat(Lists.asked(read)).contains(Question.Kind.LOST);
    }

    @Test
    void aRowThatOnlyNamesAWebsiteIsEnteredUnderIt() throws Exception {
        Proposal read = Lists.text("Company name,Website URL,Country,Owner", "Acme Ltd,acme.example,UK,Mia", ",https://www.bolt.example/shop,Portugal,Mia");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "bolt.example");
        assertThat(Lists.asked(read)).contains(Question.Kind.BARE_DOMAIN);
    }

    @Test
    void theColumnsOfTheFirstContactAreNotMoreContacts() throws Exception {
        for (String header : List.of("公司名称,联系人1-昵称,联系人1-邮箱,联系人1-职位", "Company,Contact 1,Contact 1 E-mail,Contact 1 Job", "Firma,Ansprechpartner,E-Mail,Ansprechpartner Funktion")) {
            Proposal.Customer it = Lists.only(Lists.text(header, "Acme Ltd,Kim Lee,kim@acme.example,Purchasing"));
            assertThat(it.contacts()).as(header).singleElement().satisfies(person -> {
                assertThat(person.name()).isEqualTo("Kim Lee");
                assertThat(person.title()).isEqualTo("Purchasing");
            });
        }
    }

    @Test
    void twoDaysForOneCustomerAreAskedAbout() throws Exception {
        Proposal read = Lists.text("Company;Contact;E-mail;Next follow-up", "Acme Ltd;Kim Lee;kim@acme.example;2026-12-01", "ACME LTD.;Joe Lee;joe@acme.example;2026-12-10");
        assertThat(Lists.only(read).nextFollowUp()).hasToString("2026-12-10");
        assertThat(Lists.asked(read)).contains(Question.Kind.TWO_DAYS);
    }

    @Test
    void aBusinessCardInOneCellSaysWhoItIsAndHowToReachThem() throws Exception {
        Proposal read = Lists.read("fair.xlsx", Lists.workbook(Map.of("Messe", List.of(
                List.of("Nr.", "Visitenkarte", "Land", "Prio", "Notiz"),
                List.of(1, "Nordlicht Leuchten GmbH\nEva Kern\nEinkaufsleiterin\nTel. 030 23125701  Fax 030 23125702\nMobil: 0171 3920061\neva.kern@nordlicht.example\nwww.nordlicht.example",
                        "Deutschland", "hoch", "will Muster"),
                List.of(2, "Garden & Home\nTom Ash / Buyer\nT 0113 496 0285  M 07700 900417\ntom.ash (at) gardenhome.example\nMill Road 4, Leeds, United Kingdom", "", "mittel", ""),
                List.of(3, "Ann Ray\nPresident\nRay Imports\nOffice 602-555-0182\nann@rayimports.example", "USA", "hoch", ""),
                List.of(4, "keine Karte\nAbdou\nWhatsApp +221 77 555 30 16", "Senegal", "niedrig", "nur Französisch")))));
        assertThat(Lists.names(read)).containsExactly("Nordlicht Leuchten GmbH", "Garden & Home", "Ray Imports", "Abdou");
        assertThat(customer(read, "Nordlicht Leuchten GmbH").contacts()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("Eva Kern");
            assertThat(it.title()).isEmpty();
            assertThat(it.addresses()).containsExactly("eva.kern@nordlicht.example");
            assertThat(it.phones()).containsExactly("+493023125701", "+491713920061");
        });
        assertThat(customer(read, "Garden & Home").country()).isEqualTo("GB");
        assertThat(customer(read, "Garden & Home").contacts().getFirst().addresses()).containsExactly("tom.ash@gardenhome.example");
        assertThat(customer(read, "Ray Imports").contacts().getFirst().phones()).containsExactly("+16025550182");
        assertThat(customer(read, "Abdou").contacts().getFirst().phones()).containsExactly("+221775553016");
        assertThat(customer(read, "Nordlicht Leuchten GmbH").grade()).isEqualTo(Grade.A);
    }

    @Test
    void peopleMayStandBesideTheirAddressesInOneColumn() throws Exception {
        Proposal.Customer it = Lists.only(Lists.text("Record ID,Company name,Website URL,Associated Contact",
                "1,Acme Ltd,acme.example,Kim Lee-Ek (kim@acme.example);Ann Ray <ann.ray@acme.example>"));
        assertThat(it.contacts()).extracting(Proposal.Person::name).containsExactly("Kim Lee-Ek", "Ann Ray");
        assertThat(it.contacts()).extracting(Proposal.Person::addresses).containsExactly(List.of("kim@acme.example"), List.of("ann.ray@acme.example"));
    }

    @Test
    void aFaxIsNoTelephoneWhereverItSaysSo() throws Exception {
        Proposal.Customer it = Lists.only(Lists.text("Name,Given Name,Family Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Organization 1 - Name",
                "Eva Kern,Eva,Kern,Work,+49 30 23125701,Work Fax,+49 30 23125702,Nordlicht GmbH"));
        assertThat(it.contacts().getFirst().phones()).containsExactly("+493023125701");
        assertThat(Lists.only(Lists.text("Company;Phone", "Nordlicht GmbH;Fax +49 30 23125702  Tel +49 30 23125701")).contacts().getFirst().phones())
                .containsExactly("+493023125701");
    }

    @Test
    void aLegendMayGiveEachColourALetterWithItsMeaning() throws Exception {
        Proposal read = Lists.read("clienti.xlsx", Coloured.list(
                List.of(List.of("A ordina", "B in trattativa"), List.of("", ""), List.of("Ragione sociale", "E-mail"), List.of("Alfa SpA", "a@alfa.example"),
                        List.of("Beta Srl", "b@beta.example"), List.of("Gamma Snc", "c@gamma.example")),
                Map.of("0,0", "A9D08E", "0,1", "FFE699", "3,0", "A9D08E", "4,0", "FFE699")));
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.B, null);
        Proposal swatches = Lists.read("kunden.xlsx", Coloured.list(
                List.of(List.of("", "A = Stammkunde", "", "B = Interessent"), List.of("", ""), List.of("Firma", "E-Mail"), List.of("Alfa GmbH", "a@alfa.example"), List.of("Beta GmbH", "b@beta.example")),
                Map.of("0,0", "A9D08E", "0,2", "FFE699", "3,0", "FFE699", "4,0", "A9D08E")));
        assertThat(swatches.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.B, Grade.A);
    }

    @Test
    void aNumberThatHasItsCodeAlreadyDoesNotGetItAgain() throws Exception {
        Proposal.Customer it = Lists.only(Lists.text("公司名称,国家/地区,座机区号,座机号码,联系人,WhatsApp,邮箱", "Domaine SARL,法国,33,1 99 00 41 20,Yann Bihan,33639984112,yann@domaine.example"));
        assertThat(it.contacts()).flatExtracting(Proposal.Person::phones).containsExactlyInAnyOrder("+33639984112", "+33199004120");
    }

    @Test
    void aSheetOfOneCustomerMayNameWhoDoesWhat() throws Exception {
        Proposal read = Lists.read("book.xlsx", Lists.workbook(new LinkedHashMap<>(Map.of(
                "K01", List.of(List.of("客户：Acme Audio Ltd"), List.of("财务：Ann Ray  ann@acme.example"), List.of("老板：Joe Lee，电话 +44 7700 900123"),
                        List.of("日期", "方式", "跟进内容"), List.of("11.16", "邮件", "确认 PI"))))));
        assertThat(Lists.only(read).contacts()).extracting(Proposal.Person::name).containsExactly("Ann Ray", "Joe Lee");
        assertThat(Lists.only(read).contacts()).extracting(Proposal.Person::phones).containsExactly(List.of(), List.of("+447700900123"));
    }

    @Test
    void inAMixedColumnEachCellIsTakenForWhatItHolds() throws Exception {
        Proposal read = Lists.text("客户,联系人,联系方式,国家", "Acme Ltd,Kim Lee,kim@acme.example,英国", "Bolt SA,Ana Ruiz,+34 655 55 90 90,西班牙", "Corda Lda,Rui Melo,rui@corda.example,葡萄牙",
                "Dorn AG,Uli Rau,uli@dorn.example,瑞士");
        assertThat(customer(read, "Bolt SA").contacts().getFirst().phones()).containsExactly("+34655559090");
        assertThat(Lists.asked(read)).doesNotContain(Question.Kind.NO_ADDRESS);
    }

    @Test
    void aTitleAboveATableSaysWhoStandsInIt() throws Exception {
        Proposal read = Lists.text("Kunden", "Firma;Land;E-Mail", "Nord GmbH;DE;a@nord.example", "Ost AG;CH;b@ost.example", "Lieferanten", "Firma;Land;E-Mail", "Blech KG;DE;c@blech.example");
        assertThat(Lists.names(read)).containsExactly("Nord GmbH", "Ost AG");
    }

    @Test
    void daysOfOneColumnThatCouldBeReadTwoWaysAreShownAsTheyWereTaken() throws Exception {
        Proposal read = Lists.text("Account Name,Email,Next contact", "Acme Ltd,a@acme.example,12/04/2026", "Bolt Inc,b@bolt.example,12/15/2026");
        assertThat(customer(read, "Acme Ltd").nextFollowUp()).hasToString("2026-12-04");
        assertThat(read.questions()).anyMatch(it -> it.kind() == Question.Kind.DATE_ORDER && it.what().contains("12/04/2026 = 2026-12-04"));
    }

    @Test
    void gradesInWordsAndInOtherAlphabetsAreShownAsTheyWereTaken() throws Exception {
        Proposal words = Lists.text("Account;Rating;E-mail", "Acme Ltd;Hot;a@acme.example", "Bolt Inc;Cold;b@bolt.example");
        assertThat(words.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.C);
        assertThat(words.questions()).anyMatch(it -> it.kind() == Question.Kind.SCALE && it.what().equals("Rating: Hot = A, Cold = C"));
        assertThat(Lists.text("اسم الشركة;التصنيف;الإيميل", "شركة الأمل;أ;a@alamal.example", "مؤسسة النجم;ب;b@alnajm.example").customers())
                .extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.B);
        assertThat(Lists.text("公司;等级;邮箱", "Acme Ltd;甲;a@acme.example", "Bolt Inc;丙;b@bolt.example").customers())
                .extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.C);
        assertThat(Lists.text("公司;客户等级;邮箱", "Acme Ltd;重点客户;a@acme.example", "Bolt Inc;普通客户;b@bolt.example").customers())
                .extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.B);
    }

    @Test
    void aHeaderSaysWhoseAndWhatInAnyOrder() throws Exception {
        Proposal.Customer it = Lists.only(Lists.text("Person - Name;Organization - Name;Person - Email;Organization - Phone;Person - Notes;公司主营产品",
                "Kim Lee;Acme Ltd;kim@acme.example;+44 161 496 0111;buys screws;灯具"));
        assertThat(it.contacts()).extracting(Proposal.Person::name).containsExactly("Kim Lee", "");
        assertThat(it.notes()).contains("buys screws", "公司主营产品: 灯具");
        for (String header : List.of("Fecha ult. contacto;Fecha prox. contacto", "Дата посл. контакта;Дата след. звонка", "上次跟进日;下次拜访日")) {
            assertThat(Lists.only(Lists.text("Cliente;Email;" + header, "Acme Ltd;kim@acme.example;2026-11-01;2026-12-03")).nextFollowUp()).as(header).hasToString("2026-12-03");
        }
    }

    @Test
    void aNumberIsMendedOnlyWhereNoDigitIsLost() throws Exception {
        Proposal read = Lists.text("Company,Country,Phone,E-mail", "Acme Inc,USA,5035550111.0,a@acme.example", "Bolt Oy,Finland,#######,b@bolt.example");
        assertThat(customer(read, "Acme Inc").contacts().getFirst().phones()).containsExactly("+15035550111");
        assertThat(customer(read, "Bolt Oy").contacts().getFirst().phones()).isEmpty();
        assertThat(Lists.asked(read)).contains(Question.Kind.DIGITS_LOST);
    }

    @Test
    void aSignBehindANameIsExplainedBelowTheList() throws Exception {
        Proposal read = Lists.text("Ragione sociale;Nazione;E-mail", "Bar Nizza*;Francia;a@nizza.example", "Oste Srl;Italia;b@oste.example", "* fattura alla moglie;;");
        assertThat(customer(read, "Bar Nizza").notes()).contains("* fattura alla moglie");
        assertThat(Lists.asked(read)).contains(Question.Kind.FOOTNOTE);
    }

    @Test
    void aLegendMayOnlyNameTheColours() throws Exception {
        for (String legend : List.of("Vert = A (commande) – Jaune = B", "绿色=A类，黄色=B类", "green = A; yellow = B", "Grün: A | Gelb: B")) {
            Proposal read = Lists.read("suivi.xlsx", Coloured.list(
                    List.of(List.of(legend, ""), List.of("", ""), List.of("Société", "Courriel"), List.of("Alpha SA", "a@alpha-sa.example"), List.of("Beta SAS", "b@beta-sas.example"),
                            List.of("Gamma SARL", "c@gamma-sarl.example")),
                    Map.of("3,0", "FFFF99", "4,0", "92D050")));
            assertThat(read.customers()).as(legend).extracting(Proposal.Customer::grade).containsExactly(Grade.B, Grade.A, null);
        }
    }

    @Test
    void aSheetOfContactsBelongsToTheCompaniesByTheirNumbers() throws Exception {
        Map<String, List<List<Object>>> book = new LinkedHashMap<>();
        book.put("客户", List.of(List.of("客户资料导入"), List.of("*客户编码", "*客户名称", "国家", "备注"), List.of("C0001", "示例客户", "美国", "示例"),
                List.of("JH01", "Rosewood Toys Ltd", "英国", "要报告"), List.of("JH02", "Juguetes Sol SA", "西班牙", "")));
        book.put("联系人", List.of(List.of("联系人导入"), List.of("*客户编码", "*联系人", "邮箱", "手机"), List.of("C0001", "张三", "zhangsan@example.example", ""),
                List.of("JH01", "Emma Clay", "emma@rosewood.example", "+44 7700 900222"), List.of("JH01", "Mark Dale", "mark@rosewood.example", ""), List.of("JH02", "Lucía Ramos", "lucia@juguetessol.example", "")));
        Proposal read = Lists.read("import.xlsx", Lists.workbook(book));
        assertThat(Lists.names(read)).containsExactly("Rosewood Toys Ltd", "Juguetes Sol SA");
        assertThat(customer(read, "Rosewood Toys Ltd").contacts()).extracting(Proposal.Person::name).containsExactly("Emma Clay", "Mark Dale");
    }

    @Test
    void aSheetWithACustomerInEachColumnMayCountItsLines() throws Exception {
        Proposal read = Lists.read("matrix.xlsx", Lists.workbook(Map.of("Leads", List.of(
                Arrays.asList("Lead overview"),
                Arrays.asList("#", "Field", "Lead 1", "Lead 2"),
                Arrays.asList(1, "Company", "Fjord Outdoor AS", "Pine & Co"),
                Arrays.asList(2, "Country", "Norway", "USA"),
                Arrays.asList(3, "Contact person", "Siri Dahl", "Bob Pine"),
                Arrays.asList(4, "E-mail", "siri@fjord.example", "bob@pine.example"),
                Arrays.asList(5, "Priority", "High", "Low")))));
        assertThat(Lists.names(read)).containsExactly("Fjord Outdoor AS", "Pine & Co");
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.C);
    }

    @Test
    void theContactsCellMayHoldTheAddressToo() throws Exception {
        Proposal.Customer it = Lists.only(Lists.text("Company,Country,Contact", "Acme Ltd,UK,\"Kim Lee\nkim@acme.example\n+44 7700 900111\""));
        assertThat(it.contacts()).singleElement().satisfies(person -> {
            assertThat(person.name()).isEqualTo("Kim Lee");
            assertThat(person.addresses()).containsExactly("kim@acme.example");
            assertThat(person.phones()).containsExactly("+447700900111");
        });
    }

    private static Proposal.Customer customer(Proposal read, String name) {
        Map<String, Proposal.Customer> byName = new LinkedHashMap<>();
        read.customers().forEach(it -> byName.put(it.name(), it));
        assertThat(byName).containsKey(name);
        return byName.get(name);
    }
}
