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

/** What stands around a table, in brackets behind its headers, or two things under one. */
class TitlesHintsAndPairsTest {

    @Test
    void aSheetOrTitleOfAGradeGradesAllBelowIt() throws Exception {
        Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
        sheets.put("A类客户", List.of(List.of("公司", "国家", "邮箱"), List.of("Acme Ltd", "英国", "kim@acme.example")));
        sheets.put("C类客户", List.of(List.of("公司", "国家", "邮箱"), List.of("Bolt Inc", "美国", "ann@bolt.example")));
        Proposal read = Lists.read("k.xlsx", Lists.workbook(sheets));
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.C);
        assertThat(Lists.asked(read)).contains(Question.Kind.SCALE);
        for (List<String> titles : List.of(List.of("A-Kunden", "B-Kunden"), List.of("Clientes A", "Clientes B"), List.of("Class A", "Class B"), List.of("Категория А", "Категория В"))) {
            Proposal german = Lists.text("Firma;Land;E-Mail;Notiz", titles.getFirst(), "Nord GmbH;DE;a@nord.example;x", titles.getLast(), "Ost GmbH;PL;a@ost.example;y");
            assertThat(german.customers()).as("%s", titles).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.B);
        }
    }

    @Test
    void theLettersOfAnIndexAreNoGrades() throws Exception {
        Proposal read = Lists.text("Company;Country;E-mail;Notes", "A", "Acme Ltd;UK;kim@acme.example;x", "B", "Bolt Inc;USA;ann@bolt.example;y");
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsOnlyNulls();
    }

    @Test
    void bracketsBehindAHeaderSayHowToFillItIn() throws Exception {
        Proposal read = Lists.text("*客户名称,国家（地区）,手机（含国家区号）,等级(A/B/C),下次跟进时间（yyyy-mm-dd）", "Acme Ltd,西班牙,+34-655-55-12-19,B,2026-12-10", "Bolt Inc,美国,+1 303 555 0144,A,2026-12-11");
        assertThat(read.customers().getFirst().contacts().getFirst().phones()).containsExactly("+34655551219");
        assertThat(read.customers().getFirst().grade()).isEqualTo(Grade.B);
        assertThat(read.customers().getFirst().nextFollowUp()).hasToString("2026-12-10");
    }

    @Test
    void aCompanyAndItsPersonMayStandInOneCell() throws Exception {
        Proposal read = Lists.text("公司/联系人,国家,邮箱", "\"Acme Ltd\nKim Lee\",英国,kim@acme.example", "Bolt Inc / Ann Ray,美国,ann@bolt.example", "Nord GmbH,德国,info@nord.example");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Bolt Inc", "Nord GmbH");
        assertThat(read.customers()).extracting(it -> it.contacts().getFirst().name()).containsExactly("Kim Lee", "Ann Ray", "");
        Proposal turned = Lists.text("Contact / Company,Country,E-mail", "Kim Lee / Acme Ltd,UK,kim@acme.example", "Ann Ray / Bolt Inc,USA,ann@bolt.example");
        assertThat(Lists.names(turned)).containsExactly("Acme Ltd", "Bolt Inc");
        assertThat(turned.customers().getFirst().contacts().getFirst().name()).isEqualTo("Kim Lee");
    }

    @Test
    void aFlagBeforeANameIsTheCountryAndNoPartOfTheName() throws Exception {
        Proposal read = Lists.text("Customer,Contact,E-mail", "🇩🇪 Nord GmbH,Eva Kern,eva@nord.example", "Bolt Inc 🇺🇸,Ann Ray,ann@bolt.example");
        assertThat(Lists.names(read)).containsExactly("Nord GmbH", "Bolt Inc");
        assertThat(read.customers()).extracting(Proposal.Customer::country).containsExactly("DE", "US");
    }

    @Test
    void remarksOfTheRepAreRemarksAndADayOfDeliveryIsNoFollowUp() throws Exception {
        Proposal read = Lists.text("PI No.,Date,Customer,Country,Product,Qty,Amount (USD),Deposit,Balance,ETD,Sales rep notes", "PI26-001,2026-06-03,Acme Ltd,UK,LED panel,1000,12000,3600,8400,2026-07-20,ships late",
                "PI26-002,2026-07-03,Bolt Inc,USA,LED panel,1000,12000,3600,8400,2026-08-20,paid", "PI26-003,2026-08-03,Acme Ltd,UK,LED panel,1000,12000,3600,8400,2026-09-20,again");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Bolt Inc");
        assertThat(read.customers()).extracting(Proposal.Customer::nextFollowUp).containsOnlyNulls();
        assertThat(read.customers().getFirst().allNotes()).contains("ships late").contains("again");
    }

    @Test
    void whatTheNextPartOfACardIsCalledIsNoPerson() throws Exception {
        Proposal read = Lists.read("k.xlsx", Lists.workbook(Map.of("Acme", List.of(
                Arrays.asList("Company:", "Acme Ltd"), Arrays.asList("Country:", "UK"), Arrays.asList("Contacts"),
                Arrays.asList("Name", "Position", "Email", "Phone"), Arrays.asList("Kim Lee", "Buyer", "kim@acme.example", "+44 20 7946 0318"),
                Arrays.asList("History"), Arrays.asList("Date", "Channel", "Summary"), Arrays.asList("2026-11-02", "mail", "quoted FOB")))));
        assertThat(Lists.only(read).contacts()).extracting(Proposal.Person::name).containsExactly("Kim Lee");
        assertThat(Lists.only(read).allNotes()).contains("quoted FOB");
    }
}
