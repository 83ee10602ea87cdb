package org.genjin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of providers. */
class ProvidersTest {

    private final Providers providers = new Providers();

    @ParameterizedTest
    @CsvSource({
        "li@qq.com,imap.qq.com,smtp.qq.com:465,li@qq.com",
        "li@foxmail.com,imap.qq.com,smtp.qq.com:465,li@foxmail.com",
        "li@126.com,imap.126.com,smtp.126.com:465,li@126.com",
        "li@vip.163.com,imap.vip.163.com,smtp.vip.163.com:465,li@vip.163.com",
        "li@sina.cn,imap.sina.cn,smtp.sina.cn:465,li@sina.cn",
        "li@139.com,imap.139.com,smtp.139.com:465,li@139.com",
        "kim@gmail.com,imap.gmail.com,smtp.gmail.com:465,kim@gmail.com",
        "kim@hotmail.co.uk,outlook.office365.com,smtp-mail.outlook.com:587,kim@hotmail.co.uk",
        "kim@yahoo.com.br,imap.mail.yahoo.com,smtp.mail.yahoo.com:465,kim@yahoo.com.br",
        "kim@me.com,imap.mail.me.com,smtp.mail.me.com:587,kim",
        "kim@web.de,imap.web.de,smtp.web.de:587,kim",
        "kim@proton.me,127.0.0.1,127.0.0.1:1025,kim@proton.me",
        "kim@uol.com.br,imap.uol.com.br,smtps.uol.com.br:587,kim",
    })
    void anAddressTellsItsServersAndItsLogin(String address, String imap, String smtp, String user) {
        Provider provider = providers.ofAddress(address).orElseThrow();
        Servers.Known servers = provider.servers(address);
        Server out = servers.smtp().orElseThrow();
        assertThat(servers.imap().host()).isEqualTo(imap);
        assertThat(out.host() + ":" + out.port()).isEqualTo(smtp);
        assertThat(out.tls()).isEqualTo(out.port() == 465 ? Server.Tls.IMPLICIT : Server.Tls.STARTTLS);
        assertThat(provider.user(address)).isEqualTo(user);
    }

    @ParameterizedTest
    @CsvSource({
        "mxbiz1.qq.com,exmail", "mx.qiye.163.com,netease-enterprise", "qiye163mx01.mxmail.netease.com,netease-enterprise",
        "mxn.mxhichina.com,alibaba", "mx2.qiye.aliyun.com,alibaba", "aspmx.l.google.com,google-workspace", "SMTP.GOOGLE.COM,google-workspace",
        "factory-example.mail.protection.outlook.com,microsoft-365", "mx.zoho.com.au,zoho-company-au", "mx.zoho.eu,zoho-company-eu",
        "in1-smtp.messagingengine.com,fastmail", "mx.yandex.net,yandex", "emx.mail.ru,mail-ru", "mx01.ionos.de,ionos-de", "mx00.kundenserver.de,ionos-de",
        "mx1.mail.ovh.net,ovh", "mx.core.locaweb.com.br,locaweb", "mx1.hostinger.com,hostinger", "mx1.feishu.cn,feishu",
    })
    void aMailExchangerTellsWhoKeepsTheMailboxes(String exchanger, String id) {
        assertThat(providers.ofExchanger(exchanger)).map(Provider::id).contains(id);
    }

    @Test
    void aNameThatOnlyLooksLikeAnExchangerIsNone() {
        for (String it : List.of("notgoogle.com", "google.com.evil.example", "ex5.mail.ovh.net")) {
            assertThat(providers.ofExchanger(it)).as(it).isEmpty();
        }
    }

    @Test
    void aServerTellsWhoseItIsAndALocalOneOnlyAtTheBridgesPort() {
        assertThat(providers.ofServer(new Server("imap.126.com", 993, Server.Tls.IMPLICIT))).map(Provider::id).contains("netease");
        assertThat(providers.ofServer(new Server("SMTP.qq.com", 465, Server.Tls.IMPLICIT))).map(Provider::id).contains("qq");
        assertThat(providers.ofServer(new Server("imap.qq.com", 143, Server.Tls.STARTTLS))).map(Provider::id).contains("qq");
        assertThat(providers.ofServer(new Server("127.0.0.1", 1143, Server.Tls.STARTTLS))).map(Provider::id).contains("proton");
        assertThat(providers.ofServer(new Server("127.0.0.1", 3143, Server.Tls.NONE))).isEmpty();
    }

    @Test
    void everyRowIsWholeAndNoDomainHasTwo() {
        Set<String> seen = new HashSet<>();
        assertThat(providers.all()).hasSizeGreaterThan(90);
        for (Provider it : providers.all()) {
            assertThat(seen.add(it.id())).as(it.id()).isTrue();
            assertThat(it.needs()).as(it.id()).isNotEmpty();
            assertThat(it.domains().size() + it.exchangers().size()).as(it.id()).isPositive();
            assertThat(URI.create(it.settings()).getScheme()).as(it.id()).isEqualTo("https");
            it.domains().forEach(domain -> {
                assertThat(seen.add("@" + domain)).as(domain).isTrue();
                assertThat(domain).matches("[a-z0-9.-]+");
            });
            it.exchangers().forEach(end -> assertThat(seen.add("mx " + end)).as(end).isTrue());
        }
    }

    @Test
    void whereAnybodyCanHaveAnAddressNothingIsToldOfACompany() {
        FreeMail freeMail = new FreeMail();
        List<String> companies = List.of("google.com", "263.net", "onmicrosoft.com", "aruba.it", "one.com", "strato.de", "gandi.net", "ovh.net",
                "emailsrvr.com", "secureserver.net", "titan.email", "corp.mail.ru", "technet.it", "online.de", "onlinehome.de", "telstra.com");
        List<String> missing = providers.all().stream().flatMap(it -> it.domains().stream())
                .filter(it -> !freeMail.isFreeMail(it) && !companies.contains(it)).toList();
        assertThat(missing).isEmpty();
    }
}
