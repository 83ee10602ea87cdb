package org.genjin.daemon.customerlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.genjin.daemon.customer.Grade;
import org.genjin.daemon.customerlist.rules.Proposal;
import org.genjin.daemon.customerlist.rules.Question;
import org.junit.jupiter.api.Test;

/** Headers and values that nobody checked: misspelt, of other programs, or in words of somebody's own. */
class SlipsAndOwnWordsTest {

    @Test
    void aHeaderWithALetterWrongIsStillTheHeader() throws Exception {
        Proposal read = Lists.text("Compnay,Counrty,Contcat,E-mail,Remraks", "Acme Ltd,UK,Kim Lee,kim@acme.example,pays late",
                "Bolt Inc,Peru,Ann Ray,ann@bolt.example,wants a sample");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Bolt Inc");
        assertThat(read.customers()).extracting(Proposal.Customer::country).containsExactly("GB", "PE");
        assertThat(read.customers().getFirst().notes()).containsExactly("pays late");
    }

    @Test
    void aCountryWithALetterWrongIsTakenAndAskedAbout() throws Exception {
        Proposal read = Lists.text("Company,Country,E-mail", "Acme Ltd,Untied Kingdom,kim@acme.example", "Bolt Inc,Columbai,ann@bolt.example",
                "Nord GmbH,Deutchland,eva@nord.example");
        assertThat(read.customers()).extracting(Proposal.Customer::country).containsExactly("GB", "CO", "DE");
        assertThat(Lists.asked(read)).contains(Question.Kind.COUNTRY_MISSPELT);
    }

    @Test
    void aWordThatTwoCountriesAreLikeIsNone() throws Exception {
        Proposal read = Lists.text("Company,Country,E-mail", "Acme Ltd,Nigera,kim@acme.example", "Bolt Inc,Peru,ann@bolt.example");
        assertThat(read.customers().getFirst().country()).isNull();
    }

    @Test
    void anAccountMayBeACompanyAndAPrimaryContactAPerson() throws Exception {
        Proposal read = Lists.text("Account,Primary contact,Email", "Acme Ltd,Kim Lee,kim@acme.example", "Bolt Inc,Ann Ray,ann@bolt.example");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Bolt Inc");
        assertThat(read.customers().getFirst().contacts().getFirst().name()).isEqualTo("Kim Lee");
        Proposal marked = Lists.text("公司名称,姓名,主要联系人,邮箱", "Acme Ltd,Kim Lee,是,kim@acme.example", "Acme Ltd,Ann Ray,否,ann@acme.example");
        assertThat(marked.customers().getFirst().contacts()).extracting(Proposal.Person::name).containsExactly("Kim Lee", "Ann Ray");
    }

    @Test
    void shopsCallThePartsOfAnAddressByIt() throws Exception {
        for (String whose : List.of("Default Address", "Billing", "Shipping")) {
            Proposal read = Lists.text("First Name,Last Name,Email," + whose + " Company," + whose + " Country," + whose + " Phone",
                    "Kim,Lee,kim@acme.example,Acme Ltd,France,+33 1 99 00 12 34");
            assertThat(Lists.names(read)).as(whose).containsExactly("Acme Ltd");
            assertThat(read.customers().getFirst().country()).as(whose).isEqualTo("FR");
            assertThat(read.customers().getFirst().contacts().getFirst().phones()).as(whose).containsExactly("+33199001234");
        }
    }

    @Test
    void aTypeThatIsALetterIsTheGradeHoweverItIsMarked() throws Exception {
        Proposal read = Lists.text("客户公司,国家,邮箱,客户类别", "Acme Ltd,英国,a@acme.example,A+", "Bolt Inc,美国,a@bolt.example,B类", "Nord GmbH,德国,a@nord.example,C级",
                "Ost GmbH,德国,a@ost.example,A", "Sur SA,墨西哥,a@sur.example,B-", "Oslo AS,挪威,a@oslo.example,c");
        assertThat(read.customers()).extracting(Proposal.Customer::grade)
                .containsExactly(Grade.A, Grade.B, Grade.C, Grade.A, Grade.B, Grade.C);
    }

    @Test
    void nextAloneIsTheNextDayAndIntentIsAGrade() throws Exception {
        Proposal read = Lists.text("公司名称,国家,邮箱,意向,下次", "Acme Ltd,英国,a@acme.example,高,2026-12-03", "Bolt Inc,美国,a@bolt.example,低,2026-12-04");
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.C);
        assertThat(read.customers().getFirst().nextFollowUp()).hasToString("2026-12-03");
        Proposal english = Lists.text("Company,Country,Email,Feedback,Next", "Acme Ltd,UK,a@acme.example,too dear,2026-12-03", "Bolt Inc,US,a@bolt.example,fine,2026-12-04");
        assertThat(english.customers().getLast().nextFollowUp()).hasToString("2026-12-04");
    }

    @Test
    void aNameAnAddressAndANumberMayStandInOneCellByCommas() throws Exception {
        Proposal read = Lists.text("Client;Country;Contact details", "Acme Ltd;CO;\"Paola Vélez, paola@acme.example, +57 310 555 2231\"",
                "Bolt Inc;PE;\"Walter Rey, w.rey@bolt.example, +51 955 550 812\"");
        Proposal.Person paola = read.customers().getFirst().contacts().getFirst();
        assertThat(paola.name()).isEqualTo("Paola Vélez");
        assertThat(paola.addresses()).containsExactly("paola@acme.example");
        assertThat(paola.phones()).containsExactly("+573105552231");
    }

    @Test
    void aChineseMobileNumberIsOneWhereverTheCustomerIs() throws Exception {
        Proposal read = Lists.text("公司名称,联系人,国家,手机", "Acme LLC,Faisal Rahman,阿联酋,13800003333", "Bolt Inc,Ann Ray,美国,+1 303 555 0144");
        assertThat(read.customers().getFirst().contacts().getFirst().phones()).containsExactly("+8613800003333");
    }

    @Test
    void whoIsCalledByAWordForTheFamilyIsNobodysContact() throws Exception {
        Proposal read = Lists.text("姓名,电子邮件地址,移动电话,公司,附注", "Kim Lee,kim@acme.example,+44 20 7946 0318,Acme Ltd,老客户", "老婆,wife@qq.com,13800003333,,家人");
        assertThat(Lists.only(read).contacts()).hasSize(1);
        assertThat(Lists.only(read).notes()).containsExactly("老客户");
        assertThat(Lists.asked(read)).contains(Question.Kind.PRIVATE);
    }

    @Test
    void namesThatTheAddressesAreMadeOfArePeopleWhateverTheirHeaderSays() throws Exception {
        Proposal read = Lists.text("Wer war da;Unternehmen;Mailadresse;Notiz", "Petr Malík;Vltava s.r.o.;malik@vltava.example;x", "Andrei Popa;Casa SRL;andrei.popa@casa.example;y");
        assertThat(read.customers()).extracting(it -> it.contacts().getFirst().name()).containsExactly("Petr Malík", "Andrei Popa");
    }

    @Test
    void aColumnOfHighAndLowAloneIsTheGradeAndMayCount() throws Exception {
        Proposal read = Lists.text("Company,Country,E-mail,Gut feeling", "Acme Ltd,UK,kim@acme.example,High", "Bolt Inc,USA,ann@bolt.example,Low");
        assertThat(read.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.C);
        Proposal counted = Lists.text("Company,Country,E-mail,Priority level", "Acme Ltd,UK,kim@acme.example,1 - High", "Bolt Inc,USA,ann@bolt.example,3 - Low");
        assertThat(counted.customers()).extracting(Proposal.Customer::grade).containsExactly(Grade.A, Grade.C);
    }

    @Test
    void threeWordsForWhoItIsMakeAHeaderWhateverElseStandsInIt() throws Exception {
        Proposal read = Lists.text("客户,,对接人,联系方式,最近情况,打算,啥时候再联系,随便写写", "Acme Ltd,英国,Kim Lee,邮箱kim@acme.example，WA +44 20 7946 0318,样品收到了,发报价,2026.12.4,a",
                "Bolt Inc,美国,Ann Ray,邮箱ann@bolt.example,觉得贵,等,2026.12.5,b");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Bolt Inc");
        assertThat(read.customers().getFirst().contacts().getFirst().addresses()).containsExactly("kim@acme.example");
        assertThat(read.customers().getFirst().nextFollowUp()).hasToString("2026-12-04");
    }

    @Test
    void aPersonInThePlaceOfACompanyIsThePerson() throws Exception {
        Proposal read = Lists.text("客户名,国家,WhatsApp,邮箱", "Acme Ltd,英国,+44 20 7946 0318,info@acme.example", "Mr. Kwame Boateng,加纳,+233 24 455 1180,kwame.b@yahoo.com", "Miss Sixty,意大利,,info@misssixty.example");
        assertThat(Lists.names(read)).containsExactly("Acme Ltd", "Kwame Boateng", "Miss Sixty");
        assertThat(read.customers().get(1).contacts()).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("Kwame Boateng");
            assertThat(it.phones()).containsExactly("+233244551180");
        });
    }
}
