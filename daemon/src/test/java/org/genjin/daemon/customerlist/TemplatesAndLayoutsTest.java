package org.genjin.daemon.customerlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Question;
import org.junit.jupiter.api.Test;

/** Templates that were filled in, and lists laid out in other ways. */
class TemplatesAndLayoutsTest {

    @Test
    void theRowOfATemplateThatSaysHowToFillItInIsNoCustomer() throws Exception {
        for (List<String> said : List.of(
                List.of("必填，唯一", "必填", "选填", "A/B/C/D", "yyyy-mm-dd"),
                List.of("(required)", "required", "optional", "A, B or C", "dd/mm/yyyy"),
                List.of("Pflichtfeld", "Pflichtfeld", "optional", "A, B, C", "TT.MM.JJJJ"),
                List.of("Obligatorio", "obligatorio", "opcional", "A/B/C", "dd/mm/aaaa"))) {
            Proposal read = Lists.text("Customer No,Company,Country,Grade,Next contact", "\"" + String.join("\",\"", said) + "\"",
                    "K1,Acme Ltd,UK,A,2026-12-03", "K2,Bolt Inc,USA,B,2026-12-10");
            assertThat(Lists.names(read)).as("%s", said).containsExactly("Acme Ltd", "Bolt Inc");
            assertThat(Lists.asked(read)).as("%s", said).doesNotContain(Question.Kind.NO_DAY, Question.Kind.NO_COUNTRY);
        }
    }

    @Test
    void aCustomerWhoseRemarkIsOptionalIsStillOne() throws Exception {
        Proposal read = Lists.text("Company,Country,E-mail,Notes", "Acme Ltd,UK,kim@acme.example,optional", "Bolt Inc,USA,ann@bolt.example,text");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Bolt Inc");
    }

    @Test
    void whoHasNoCompanyIsEnteredUnderTheirOwnName() throws Exception {
        for (String none : List.of("-", "—", "n/a", "无", "keine", "ninguna", "нет", "لا يوجد")) {
            Proposal read = Lists.text("Company,Contact,Country,E-mail", "Acme Ltd,Kim Lee,UK,kim@acme.example", none + ",Ilse Brandt,South Africa,ilse@gmail.com");
            assertThat(Lists.names(read)).as(none).containsExactly("Acme Ltd", "Ilse Brandt");
        }
    }

    @Test
    void aSheetWithACustomerInEachColumnMayHaveATitleAndARemark() throws Exception {
        Proposal read = Lists.read("fichas.xlsx", Lists.workbook(Map.of("Fichas", List.of(
                Arrays.asList("Fichas de clientes"),
                Arrays.asList("Empresa", "Textiles Duero SL", "Moda Sur Lda", "Casa Lino SA"),
                Arrays.asList("País", "España", "Portugal", "México"),
                Arrays.asList("Contacto", "Pilar Soto", "Rui Neves", "Eva Luna"),
                Arrays.asList("2º contacto", null, "Ana Neves", null),
                Arrays.asList("Correo", "pilar@duero.example", "rui@modasur.example", "eva@casalino.example"),
                Arrays.asList("Categoría (A/B/C)", "A", "C", "B"),
                Arrays.asList("Próxima llamada prevista", "03/12/2026", "15/12/2026", "21/01/2027"),
                Arrays.asList("Actualizado el 24 de noviembre de 2026")))));
        assertThat(Lists.names(read)).containsExactly("Textiles Duero SL", "Moda Sur Lda", "Casa Lino SA");
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.C, Grade.B);
        assertThat(read.customers().getFirst().nextFollowUp()).hasToString("2026-12-03");
    }

    @Test
    void daysAfterTheLastContactAreTheNextOneWhateverTheirHeaderSays() throws Exception {
        Proposal read = Lists.text("Firma;Ansprechpartner;E-Mail;Letzter Kontakt;Dran bleiben!", "Nord GmbH;Eva Kern;a@nord.example;01.11.2026;03.12.2026",
                "Ost GmbH;Ina Roth;a@ost.example;05.11.2026;", "West GmbH;Max Huber;a@west.example;07.11.2026;15.12.2026");
        assertThat(read.customers().getFirst().nextFollowUp()).hasToString("2026-12-03");
        assertThat(read.customers().getLast().nextFollowUp()).hasToString("2026-12-15");
        Proposal before = Lists.text("Firma;E-Mail;Letzter Kontakt;Gegründet", "Nord GmbH;a@nord.example;01.11.2026;03.12.1999",
                "Ost GmbH;a@ost.example;05.11.2026;01.01.2001", "West GmbH;a@west.example;07.11.2026;15.12.2012");
        assertThat(before.customers()).extracting(Proposal.Customer::nextFollowUp).containsOnlyNulls();
    }

    @Test
    void aColumnOfDaysHoldsNoPeopleThoughItsHeaderSaysContact() throws Exception {
        Proposal read = Lists.text("Công ty;Người liên hệ;Email;Liên hệ gần nhất;Hẹn liên hệ vào", "Acme Ltd;Kim Lee;kim@acme.example;20/11/2026;04/12/2026",
                "Bolt Inc;Ann Ray;ann@bolt.example;05/11/2026;18/12/2026");
        assertThat(read.customers()).allSatisfy(it -> assertThat(it.contacts()).singleElement().satisfies(who -> assertThat(who.phones()).isEmpty()));
        assertThat(read.customers()).extracting(it -> String.valueOf(it.nextFollowUp())).containsExactly("2026-12-04", "2026-12-18");
    }

    @Test
    void headersInTwoRowsMayHaveYearsAmongThem() throws Exception {
        Proposal read = Lists.read("list.xlsx", Lists.workbook(Map.of("Kunden", List.of(
                Arrays.asList("Firma", "Ansprechpartner", null, "Land", "Umsatz", null, "Klasse"),
                Arrays.asList(null, "Name", "E-Mail", null, 2024, 2025, null),
                Arrays.asList("Nordlicht GmbH", "Eva Kern", "eva@nordlicht.example", "Deutschland", 12.5, 14, "A"),
                Arrays.asList("Alpenglanz AG", "Max Huber", "max@alpenglanz.example", "Schweiz", 3, 4, "B")))));
        assertThat(Lists.names(read)).containsExactly("Nordlicht GmbH", "Alpenglanz AG");
        assertThat(read.customers().getFirst().contacts().getFirst().name()).isEqualTo("Eva Kern");
    }

    @Test
    void potentialCustomersAreTheLastOfThreeGradesAndNoGradeAlone() throws Exception {
        Proposal three = Lists.text("公司,联系人,邮箱,客户级别", "Acme Ltd,Kim Lee,kim@acme.example,重点", "Bolt Inc,Ann Ray,ann@bolt.example,一般", "Corda SA,Lea Sol,lea@corda.example,潜在");
        assertThat(three.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.B, Grade.C);
        Proposal alone = Lists.text("公司,联系人,邮箱,客户类型", "Acme Ltd,Kim Lee,kim@acme.example,潜在客户", "Bolt Inc,Ann Ray,ann@bolt.example,潜在客户");
        assertThat(alone.customers()).extracting(Proposal.Customer::grade).containsOnlyNulls();
    }

    @Test
    void aLegendOfColoursBelowTheListIsNoCustomer() throws Exception {
        Proposal read = Lists.read("liste.xlsx", Coloured.list(
                List.of(List.of("Firma", "E-posta", "Ülke"), List.of("Acme Ltd", "kim@acme.example", "İngiltere"), List.of("Bolt Inc", "ann@bolt.example", "ABD"),
                        List.of("", "", ""), List.of("A sınıfı", "B sınıfı", "")),
                Map.of("1,0", "FFC000", "2,0", "70AD47", "4,0", "70AD47", "4,1", "FFC000")));
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Bolt Inc");
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.B, Grade.A);
    }

    @Test
    void whoIsCalledOursBeforeTheNameIsLeftOut() throws Exception {
        for (String own : List.of("我司 - Bright Lamps Co., Ltd", "Our company - Bright Lamps", "شركتنا - مصابيح النور", "Наша компания – Свет")) {
            Proposal read = Lists.text("Company;Country;E-mail", "Acme Ltd;UK;kim@acme.example", own + ";China;office@bright.example");
            assertThat(Lists.names(read)).as(own).containsExactly("Acme Ltd");
            assertThat(Lists.asked(read)).as(own).contains(Question.Kind.OURSELVES);
        }
    }

    @Test
    void theSameCustomerInWordsIsTheRowAbove() throws Exception {
        for (String same : List.of("same customer", "同一客户", "mismo cliente", "тот же клиент", "نفس الشركة")) {
            Proposal.Customer it = Lists.only(Lists.text("Company;Contact;E-mail", "Acme Ltd;Kim Lee;kim@acme.example", same + ";Joe Lee;accounts@acme.example"));
            assertThat(it.contacts()).as(same).extracting(Proposal.Person::name).containsExactly("Kim Lee", "Joe Lee");
        }
        Proposal noted = Lists.text("Company;Contact;E-mail;Notes", "Acme Ltd;Kim Lee;kim@acme.example;wants samples", "Bolt Inc;Ann Ray;ann@bolt.example;same company");
        assertThat(noted.customers().getLast().notes()).containsExactly("same company");
    }
}
