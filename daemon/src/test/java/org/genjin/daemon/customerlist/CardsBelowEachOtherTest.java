package org.genjin.daemon.customerlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.junit.jupiter.api.Test;

/** Sheets with customers below each other, each as labels with values. */
class CardsBelowEachOtherTest {

    @Test
    void eachCompanyBeginsACustomer() throws Exception {
        Proposal read = sheet(
                Arrays.asList("重点客户资料"),
                List.of("公司：Acme Ltd"), List.of("国家：英国"), List.of("联系人：Kim Lee"), List.of("邮箱：kim@acme.example"), List.of("等级：A"),
                List.of("公司：Bolt Inc"), List.of("国家：美国"), List.of("联系人：Ann Ray"), List.of("邮箱：ann@bolt.example"), List.of("备注：付款方式：T/T"));
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Bolt Inc");
        assertThat(read.customers()).extracting(Proposal.Customer::country).containsExactly("GB", "US");
        assertThat(read.customers().getFirst().grade()).isEqualTo(Grade.A);
        assertThat(read.customers().getLast().notes()).containsExactly("付款方式：T/T");
    }

    @Test
    void labelsMayStandBesideEachOtherAndBeginWithANumber() throws Exception {
        Proposal read = sheet(
                Arrays.asList("Nº:", "1", "Empresa:", "Casa Lino SA"), Arrays.asList("Contacto:", "Eva Luna", "País:", "México"),
                Arrays.asList("Correo:", "eva@casalino.example", "Próxima llamada:", "04/12/2026"),
                Arrays.asList("Nº:", "2", "Empresa:", "Moda Sur Lda"), Arrays.asList("Contacto:", "Rui Neves", "País:", "Portugal"),
                Arrays.asList("Correo:", "rui@modasur.example", "Próxima llamada:", "05/12/2026"));
        assertThat(Lists.names(read)).containsExactly("Casa Lino SA", "Moda Sur Lda");
        assertThat(read.customers()).extracting(it -> it.contacts().getFirst().name()).containsExactly("Eva Luna", "Rui Neves");
        assertThat(read.customers()).extracting(it -> String.valueOf(it.nextFollowUp())).containsExactly("2026-12-04", "2026-12-05");
    }

    @Test
    void aNameWithoutALabelAboveEachBlockIsTheCustomers() throws Exception {
        Proposal read = sheet(
                Arrays.asList("1. Nord GmbH"), Arrays.asList("Land", "Deutschland"), Arrays.asList("E-Mail", "a@nord.example"), Arrays.asList("Klasse", "B"),
                Arrays.asList("2. Ost GmbH"), Arrays.asList("Land", "Polen"), Arrays.asList("E-Mail", "a@ost.example"), Arrays.asList("Klasse", "C"));
        assertThat(Lists.names(read)).containsExactly("Nord GmbH", "Ost GmbH");
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.B, Grade.C);
    }

    @Test
    void eachKeepsItsOwnTalk() throws Exception {
        Proposal read = sheet(
                Arrays.asList("Company", "Acme Ltd"), Arrays.asList("Country", "UK"), Arrays.asList("E-mail", "kim@acme.example"),
                Arrays.asList("Date", "Way", "Notes"), Arrays.asList("2026-11-02", "mail", "sent the catalogue"),
                Arrays.asList("Company", "Bolt Inc"), Arrays.asList("Country", "USA"), Arrays.asList("E-mail", "ann@bolt.example"),
                Arrays.asList("Date", "Way", "Notes"), Arrays.asList("2026-11-03", "call", "wants a sample"));
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Bolt Inc");
        assertThat(read.customers().getFirst().allNotes()).contains("sent the catalogue").doesNotContain("sample");
        assertThat(read.customers().getLast().allNotes()).contains("wants a sample");
    }

    private static Proposal sheet(List<?>... rows) throws Exception {
        List<List<Object>> cells = Arrays.stream(rows).map(row -> row.stream().map(it -> (Object) it).toList()).toList();
        return Lists.read("kunden.xlsx", Lists.workbook(Map.of("Sheet1", cells)));
    }
}
