package org.genjin.daemon.customerlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Question;
import org.junit.jupiter.api.Test;

/** One row of a list, and what a careful person would enter from it. */
class WhatARowSaysTest {

    private static Proposal.Customer row(String header, String row) throws Exception {
        return Lists.only(Lists.text(header, row));
    }

    @Test
    void headersAreKnownInEightLanguages() throws Exception {
        String row = "Nordlicht GmbH;Eva Kern;eva@nordlicht.example;+49 30 23125701;Deutschland;A;2026-12-03;liefert langsam, aber sicher";
        for (String header : List.of(
                "Company;Contact;E-mail;Phone;Country;Grade;Next follow-up;Remarks",
                "公司名称;联系人;邮箱;电话;国家/地区;客户等级;下次跟进;备注",
                "Empresa;Persona de contacto;Correo electrónico;Teléfono;País;Clasificación;Próximo contacto;Observaciones",
                "Empresa;Contato;E-mail;Celular;País;Classificação;Próximo retorno;Observações",
                "Société;Interlocuteur;Courriel;Téléphone;Pays;Priorité;Prochaine relance;Commentaires",
                "Firma;Ansprechpartner;E-Mail;Telefon;Land;Klasse;Wiedervorlage;Bemerkung",
                "Компания;Контактное лицо;Эл. почта;Телефон;Страна;Категория;Следующий контакт;Примечание",
                "اسم الشركة;جهة الاتصال;البريد الإلكتروني;الهاتف;الدولة;التصنيف;المتابعة القادمة;ملاحظات")) {
            Proposal.Customer it = row(header, row);
            assertThat(it.name()).as(header).isEqualTo("Nordlicht GmbH");
            assertThat(it.country()).as(header).isEqualTo("DE");
            assertThat(it.grade()).as(header).isEqualTo(Grade.A);
            assertThat(it.nextFollowUp()).as(header).hasToString("2026-12-03");
            assertThat(it.notes()).as(header).containsExactly("liefert langsam, aber sicher");
            assertThat(it.contacts()).as(header).singleElement().satisfies(person -> {
                assertThat(person.name()).isEqualTo("Eva Kern");
                assertThat(person.addresses()).containsExactly("eva@nordlicht.example");
                assertThat(person.phones()).containsExactly("+493023125701");
            });
        }
    }

    @Test
    void aHeaderInTwoLanguagesIsOneAndInChineseTheMonthStandsFirst() throws Exception {
        Proposal.Customer it = row("客户 Company\t联系人 Contact\t等级 Grade\t下次跟进 Next\t小记", "Acme Ltd\tKim Lee\tA类\t12.1\t询灯带100米");
        assertThat(it.contacts().getFirst().name()).isEqualTo("Kim Lee");
        assertThat(it.grade()).isEqualTo(Grade.A);
        assertThat(it.notes()).contains("询灯带100米");
        Proposal dated = Lists.text("公司\t联系人\t最近跟进\t下次跟进", "Acme Ltd\tKim Lee\t2026-11-05\t12.1");
        assertThat(Lists.only(dated).nextFollowUp()).hasToString("2026-12-01");
    }

    @Test
    void aNumberWithoutItsCountryCodeBelongsToTheCustomersCountry() throws Exception {
        assertThat(phones("Germany", "030/23125702")).containsExactly("+493023125702");
        assertThat(phones("Italy", "02 5555 7020")).containsExactly("+390255557020");
        assertThat(phones("Russia", "8 (905) 555-70-20")).containsExactly("+79055557020");
        assertThat(phones("Germany", "4917604069001")).containsExactly("+4917604069001");
        assertThat(phones("Germany", "+49 (0)30 23125703")).containsExactly("+493023125703");
        assertThat(phones("Brazil", "(21) 95555-7021 | 11 5555-7022")).containsExactly("+5521955557021", "+551155557022");
        assertThat(phones("USA", "(212) 555-0147 ext. 12")).containsExactly("+12125550147");
        assertThat(phones("UAE", "٠٠٩٧١٥٠٥٥٥٧٠٢٠")).containsExactly("+971505557020");
        assertThat(phones("Pakistan", "WhatsApp-92-3005557020；微信-abc")).containsExactly("+923005557020");
    }

    private static List<String> phones(String country, String phone) throws Exception {
        Proposal.Customer it = row("Company\tCountry\tPhone", "Acme Ltd\t" + country + "\t" + phone);
        return it.contacts().stream().flatMap(person -> person.phones().stream()).toList();
    }

    @Test
    void aNumberThatLostItsDigitsIsLeftOutAndAskedAbout() throws Exception {
        Proposal read = Lists.text("Company,Country,Phone", "Acme Ltd,Germany,4.9171E+11");
        assertThat(Lists.only(read).contacts()).isEmpty();
        assertThat(Lists.asked(read)).contains(Question.Kind.DIGITS_LOST);
    }

    @Test
    void aWorkbooksNumberHasAllItsDigitsAndATypedFormulaIsTheNumberTyped() throws Exception {
        byte[] book = Lists.workbook(Map.of("Kunden", List.of(
                List.of("Firma", "Land", "Telefon"), List.of("Acme GmbH", "Deutschland", 4917604069002L))));
        assertThat(Lists.only(Lists.read("list.xlsx", book)).contacts().getFirst().phones()).containsExactly("+4917604069002");
    }

    @Test
    void slipsInAddressesAreMended() throws Exception {
        for (String cell : List.of("mailto:Kim@Acme.example", "kim ＠ acme.example", "<kim@acme.example>", "kim(at)acme.example", "Kim [at] acme.example")) {
            assertThat(row("Company\tEmail", "Acme Ltd\t" + cell).contacts().getFirst().addresses()).as(cell).containsExactly("kim@acme.example");
        }
    }

    @Test
    void aCountryIsStatedByNameCodeFlagOrCityOrElseToldByAnInternationalNumber() throws Exception {
        assertThat(country("Holland", "")).isEqualTo("NL");
        assertThat(country("阿联酋-迪拜", "")).isEqualTo("AE");
        assertThat(country("🇨🇴", "")).isEqualTo("CO");
        assertThat(country("РФ, Екатеринбург", "")).isEqualTo("RU");
        assertThat(country("Texas", "")).isEqualTo("US");
        assertThat(country("KSA", "")).isEqualTo("SA");
        assertThat(country("", "+254 722 555701")).isEqualTo("KE");
        assertThat(country("", "+1 416 555 0147")).isNull();
        assertThat(country("", "")).isNull();
    }

    private static String country(String country, String phone) throws Exception {
        return Lists.only(Lists.text("Company\tCountry\tPhone\tContact", "Acme Ltd\t" + country + "\t" + phone + "\tKim Lee")).country();
    }

    @Test
    void titlesAreNoPartOfANameAndCapitalsMarkTheSurname() throws Exception {
        Map<String, String> names = Map.of(
                "Mr. Kim Lee", "Kim Lee", "Frau Eva Kern", "Eva Kern", "Sig.ra Anna Conti", "Anna Conti", "Mme TAZI Salwa", "Salwa Tazi",
                "Lee, Kim", "Kim Lee", "أ/ ناصر الحربي", "ناصر الحربي", "王小丽 女士", "王小丽", "张经理", "张经理", "Kim Lee (logistics)", "Kim Lee");
        for (Map.Entry<String, String> it : names.entrySet()) {
            Proposal.Person person = row("Company\tContact", "Acme Ltd\t" + it.getKey()).contacts().getFirst();
            assertThat(person.name()).as(it.getKey()).isEqualToIgnoringCase(it.getValue());
        }
    }

    @Test
    void severalPeopleInOneCellGetTheirOwnAddressesAndNumbers() throws Exception {
        Proposal.Customer it = row(
                "公司\t联系人\t邮箱\t电话",
                "Acme Ltd\tAnna Ford（采购）/ Greg Dunn（老板）\tanna.ford@acme.example；dunn@acme.example；accounts@acme.example\t"
                        + "+44 113 496 0701 (Anna)；+44 117 496 0702 (Greg)");
        assertThat(it.contacts()).extracting(Proposal.Person::name).containsExactly("Anna Ford", "Greg Dunn");
        assertThat(it.contacts().get(1).addresses()).containsExactly("dunn@acme.example", "accounts@acme.example");
        assertThat(it.contacts().get(1).phones()).containsExactly("+441174960702");
    }

    @Test
    void scalesOfThreeAreABCAndScalesOfFiveSABCE() throws Exception {
        assertThat(grades("等级", "高", "中", "低")).containsExactly(Grade.A, Grade.B, Grade.C);
        assertThat(grades("Priority", "hot", "warm", "cold")).containsExactly(Grade.A, Grade.B, Grade.C);
        assertThat(grades("星级", "★★★", "★★", "★")).containsExactly(Grade.A, Grade.B, Grade.C);
        assertThat(grades("Rating", "5 stars", "4 stars", "1 star")).containsExactly(Grade.S, Grade.A, Grade.E);
        assertThat(grades("Категория", "А", "В", "С")).containsExactly(Grade.A, Grade.B, Grade.C);
        assertThat(grades("Grade", "A+", "b", "黑名单")).containsExactly(Grade.A, Grade.B, null);
        assertThat(grades("Klasse", "A-Kunde", "B-Kunde", "")).containsExactly(Grade.A, Grade.B, null);
    }

    private static List<Grade> grades(String header, String... cells) throws Exception {
        StringBuilder text = new StringBuilder("Company\tContact\t" + header);
        for (int i = 0; i < cells.length; i++) {
            text.append("\nFirm ").append((char) ('K' + i)).append(" Ltd\tKim Lee\t").append(cells[i]);
        }
        return Lists.text(text.toString()).customers().stream().map(Proposal.Customer::grade).toList();
    }

    @Test
    void aLegendInTheListGoesBeforeEveryRule() throws Exception {
        Proposal read = Lists.text(
                "Suivi clients,,", "\"Priorité : 1 = forte, 2 = moyenne, 3 = faible\",,", "Société,Contact,Priorité", "Acme SARL,Luc Morel,1", "Brise SAS,Eva Roux,3");
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.C);
    }

    @Test
    void daysAreReadAsTheColumnShowsThemAndWordsAreAskedAbout() throws Exception {
        assertThat(days("05-Dec-26", "1er décembre 2026", "15 de diciembre de 2026", "20261203", "4. Dezember 2026", "٢٠٢٦/١٢/٥"))
                .containsExactly("2026-12-05", "2026-12-01", "2026-12-15", "2026-12-03", "2026-12-04", "2026-12-05");
        assertThat(days("12/15/2026", "12/03/2026")).containsExactly("2026-12-15", "2026-12-03");
        assertThat(days("15/12/2026", "03/12/2026")).containsExactly("2026-12-15", "2026-12-03");
        assertThat(days("2026-12-05", "12月10日")).containsExactly("2026-12-05", "2026-12-10");
        assertThat(days("mid Dec", "KW 49", "下周一", "TBC")).containsExactly("null", "null", "null", "null");
        Proposal read = Lists.text("Company\tContact\tNext contact", "Acme Ltd\tKim Lee\tmid Dec");
        assertThat(Lists.asked(read)).contains(Question.Kind.NO_DAY);
        assertThat(Lists.only(read).allNotes()).contains("mid Dec");
    }

    private static List<String> days(String... cells) throws Exception {
        StringBuilder text = new StringBuilder("Company\tContact\tNext contact");
        for (int i = 0; i < cells.length; i++) {
            text.append("\nFirm ").append((char) ('K' + i)).append(" Ltd\tKim Lee\t").append(cells[i]);
        }
        return Lists.text(text.toString()).customers().stream().map(it -> String.valueOf(it.nextFollowUp())).toList();
    }

    @Test
    void whatLooksLikeAFormulaIsKeptAsTextAndHtmlBecomesPlain() throws Exception {
        Proposal read = Lists.text("Company\tContact\tNotes", "Acme Ltd\tKim Lee\t=cmd|' /C calc'!A0", "Brise SAS\tEva Roux\t<p>pays late<br>but surely</p>");
        assertThat(read.customers().get(0).notes()).contains("=cmd|' /C calc'!A0");
        assertThat(read.customers().get(1).allNotes()).isEqualTo("pays late\nbut surely");
    }

    @Test
    void columnsWithoutAHeaderAreKnownByWhatIsInThem() throws Exception {
        Proposal read = Lists.text(
                "Acme Ltd,Kim Lee,kim@acme.example,+44 113 496 0703", "Brise SAS,Eva Roux,eva@brise.example,+33 1 99 00 70 31", "Nordlicht GmbH,Udo Matz,udo@nordlicht.example,+49 30 23125704");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Brise SAS", "Nordlicht GmbH");
        assertThat(read.customers().get(1).contacts().getFirst().name()).isEqualTo("Eva Roux");
    }

    @Test
    void aListWithItsLabelsDownTheSideIsRead() throws Exception {
        byte[] book = Lists.workbook(Map.of("Kunden", List.of(
                List.of("Firma", "Acme GmbH", "Brise SAS", "Conti Srl"), List.of("Ansprechpartner", "Kim Lee", "Eva Roux", "Anna Conti"),
                List.of("E-Mail", "kim@acme.example", "eva@brise.example", "anna@conti.example"), List.of("Land", "Deutschland", "Frankreich", "Italien"))));
        Proposal read = Lists.read("list.xlsx", book);
        assertThat(Lists.names(read)).containsExactly("Acme GmbH", "Brise SAS", "Conti Srl");
        assertThat(read.customers()).extracting(Proposal.Customer::country).isEqualTo(Arrays.asList("DE", "FR", "IT"));
    }
}
