package org.genjin.connectors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;
import org.genjin.config.Provider;
import org.genjin.config.Providers;
import org.genjin.config.Server;
import org.genjin.config.Servers;
import org.genjin.connectors.Discovery;
import org.genjin.connectors.Reach;
import org.genjin.connectors.ScriptedDnsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an address to its servers, with a name server, a web server and a mail server of the test's own on loopback. */
class ServerDiscoveryTest {

    private static final String LI = "li@factory.example";

    @TempDir
    Path folder;

    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final Map<String, String> redirects = new ConcurrentHashMap<>();
    private final List<String> fetched = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> hosts = new ConcurrentHashMap<>();
    private ScriptedDnsServer dns;
    private HttpServer web;
    private SSLSocketFactory trusted = (SSLSocketFactory) SSLSocketFactory.getDefault();

    @BeforeEach
    void start() throws Exception {
        dns = new ScriptedDnsServer();
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        web.createContext("/", this::page);
        web.setExecutor(task -> Thread.ofPlatform().daemon(true).start(task));
        web.start();
    }

    @AfterEach
    void stop() {
        dns.close();
        web.stop(0);
    }

    @Test
    void aKnownDomainIsNotLookedForAtAll() {
        Discovery.Found it = found("kim@web.de");
        assertThat(it.how()).isEqualTo(Discovery.How.TABLE);
        assertThat(it.user()).isEqualTo("kim");
        assertThat(dns.asked()).isEmpty();
        assertThat(fetched).isEmpty();
    }

    @Test
    void aDomainOfOnesOwnIsRecognizedByItsMailExchanger() {
        dns.mx("factory.example", 10, "mxbiz2.qq.com").mx("factory.example", 5, "mxbiz1.qq.com");
        Discovery.Found it = found(LI);
        assertThat(it.how()).isEqualTo(Discovery.How.MX);
        assertThat(it.by()).isEqualTo("mxbiz1.qq.com");
        assertThat(it.provider()).map(Provider::id).contains("exmail");
        assertThat(it.servers().imap()).isEqualTo(new Server("imap.exmail.qq.com", 993, Server.Tls.IMPLICIT));
        assertThat(it.user()).isEqualTo(LI);
        assertThat(fetched).as("nobody else is told of the domain").isEmpty();
    }

    @Test
    void theDomainsOwnPageIsAskedBeforeItsServiceRecords() {
        dns.mx("factory.example", 10, "mail.factory.example").srv("_imaps._tcp.factory.example", 0, 1, 993, "srv.factory.example");
        pages.put("factory.example/.well-known/autoconfig/mail/config-v1.1.xml", xml("mail.hoster.example"));
        Discovery.Found it = found(LI);
        assertThat(it.how()).isEqualTo(Discovery.How.AUTOCONFIG);
        assertThat(it.by()).isEqualTo("factory.example");
        assertThat(it.servers().imap().host()).isEqualTo("mail.hoster.example");
        assertThat(it.vouched()).isTrue();
        assertThat(fetched).containsExactly(
                "autoconfig.factory.example/mail/config-v1.1.xml?emailaddress=li%40factory.example",
                "factory.example/.well-known/autoconfig/mail/config-v1.1.xml?emailaddress=li%40factory.example");
    }

    @Test
    void aRedirectIsFollowedWithinTheDomainAndNotBeyondIt() {
        redirects.put("autoconfig.factory.example/mail/config-v1.1.xml", "https://www.factory.example/mail.xml");
        pages.put("www.factory.example/mail.xml", xml("mail.factory.example"));
        assertThat(found(LI).by()).isEqualTo("autoconfig.factory.example");
        redirects.put("autoconfig.other.example/mail/config-v1.1.xml", "https://intranet.example/mail.xml");
        redirects.put("other.example/.well-known/autoconfig/mail/config-v1.1.xml", "http://other.example/plain.xml");
        pages.put("intranet.example/mail.xml", xml("mail.evil.example"));
        pages.put("other.example/plain.xml", xml("mail.evil.example"));
        redirects.put("autoconfig.round.example/mail/config-v1.1.xml", "https://autoconfig.round.example/mail/config-v1.1.xml");
        assertThat(search("li@other.example")).isInstanceOf(Discovery.Nothing.class);
        assertThat(search("li@round.example")).isInstanceOf(Discovery.Nothing.class);
        assertThat(fetched).noneMatch(it -> it.startsWith("intranet")).noneMatch(it -> it.contains("plain.xml"));
        assertThat(fetched).filteredOn(it -> it.startsWith("autoconfig.round")).hasSize(4);
    }

    @Test
    void aPageWithoutEndIsGivenUp() {
        pages.put("autoconfig.factory.example/mail/config-v1.1.xml", new byte[2_000_000]);
        long begun = System.nanoTime();
        assertThat(search(LI)).isInstanceOf(Discovery.Nothing.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void serviceRecordsNameServersByTheirPriority() {
        dns.srv("_imaps._tcp.factory.example", 10, 1, 993, "second.factory.example").srv("_imaps._tcp.factory.example", 0, 1, 10_993, "first.factory.example")
                .srv("_imap._tcp.factory.example", 0, 1, 143, "first.factory.example").srv("_submission._tcp.factory.example", 0, 1, 587, "out.factory.example")
                .srv("_submissions._tcp.factory.example", 0, 0, 0, "");
        Discovery.Found it = found(LI);
        assertThat(it.how()).isEqualTo(Discovery.How.SRV);
        assertThat(it.servers()).isEqualTo(new Servers.Known(
                new Server("first.factory.example", 10_993, Server.Tls.IMPLICIT), Optional.of(new Server("out.factory.example", 587, Server.Tls.STARTTLS))));
        assertThat(it.vouched()).isTrue();
    }

    @Test
    void aServiceRecordThatLeadsElsewhereNeedsAPersonsWord() {
        dns.srv("_imaps._tcp.factory.example", 0, 1, 993, "imap.stranger.example");
        assertThat(found(LI).vouched()).isFalse();
        dns.srv("_imaps._tcp.other.example", 0, 1, 993, "imap.fastmail.com");
        Discovery.Found known = found("li@other.example");
        assertThat(known.vouched()).isTrue();
        assertThat(known.provider()).map(Provider::id).contains("fastmail");
        dns.srv("_imaps._tcp.third.example", 0, 1, 993, "localhost");
        assertThat(search("li@third.example")).isInstanceOf(Discovery.Nothing.class);
    }

    @Test
    void atLastTheUsualNamesAreTriedAndOnlyAValidCertificateCounts() throws Exception {
        TestCertificate certificate = new TestCertificate(folder, "dns:mail.factory.example,dns:smtp.factory.example");
        try (ServerSocket server = certificate.serve()) {
            trusted = certificate.trusting();
            hosts.put("mail.factory.example", server.getLocalPort());
            hosts.put("smtp.factory.example", server.getLocalPort());
            hosts.put("imap.factory.example", server.getLocalPort()); // answers, and its certificate is for other names
            Discovery.Found it = found(LI);
            assertThat(it.how()).isEqualTo(Discovery.How.PROBE);
            assertThat(it.servers()).isEqualTo(new Servers.Known(
                    new Server("mail.factory.example", 993, Server.Tls.IMPLICIT), Optional.of(new Server("smtp.factory.example", 465, Server.Tls.IMPLICIT))));
            trusted = (SSLSocketFactory) SSLSocketFactory.getDefault();
            assertThat(search(LI)).isInstanceOf(Discovery.Nothing.class);
        }
    }

    @Test
    void aCertificatesFaultIsNamed() throws Exception {
        TestCertificate certificate = new TestCertificate(folder, "dns:mail.factory.example");
        try (ServerSocket server = certificate.serve()) {
            hosts.put("mail.factory.example", server.getLocalPort());
            hosts.put("imap.factory.example", server.getLocalPort());
            trusted = certificate.trusting();
            assertThat(why("imap.factory.example")).contains("for another name");
            trusted = (SSLSocketFactory) SSLSocketFactory.getDefault();
            assertThat(why("mail.factory.example")).contains("signed by nobody");
            assertThat(discovery().reach(new Server("nowhere.example", 993, Server.Tls.IMPLICIT))).isInstanceOf(Reach.NoSuchHost.class);
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            hosts.put("closed.factory.example", free.getLocalPort());
        }
        assertThat(discovery().reach(new Server("closed.factory.example", 993, Server.Tls.IMPLICIT))).isInstanceOf(Reach.NoAnswer.class);
    }

    @Test
    void whatWasAskedInVainIsListed() {
        assertThat(search(LI)).isEqualTo(new Discovery.Nothing(List.of(
                "MX factory.example", "https://autoconfig.factory.example", "https://factory.example", "SRV _imaps._tcp.factory.example",
                "imap.factory.example:993", "mail.factory.example:993")));
        assertThat(search("li@10.0.0.1")).isEqualTo(new Discovery.Nothing(List.of()));
        assertThat(search("li@factory.example:8080")).isEqualTo(new Discovery.Nothing(List.of()));
    }

    @Test
    void aChineseDomainIsAskedForAsTheDnsWritesIt() {
        dns.mx("xn--fiq228c.example", 5, "mx1.qiye.aliyun.com");
        assertThat(found("li@中文.example").provider()).map(Provider::id).contains("alibaba");
    }

    @Test
    void withoutANetworkItSaysSo() {
        dns.silence();
        web.stop(0);
        long begun = System.nanoTime();
        assertThat(search(LI)).isInstanceOfSatisfying(Discovery.Offline.class, it -> assertThat(it.why()).contains("factory.example"));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        assertThat(dns.asked()).noneMatch(it -> it.startsWith("SRV"));
    }

    private String why(String host) {
        return ((Reach.NotTrusted) discovery().reach(new Server(host, 993, Server.Tls.IMPLICIT))).why();
    }

    private Discovery.Found found(String address) {
        Discovery outcome = search(address);
        assertThat(outcome).isInstanceOf(Discovery.Found.class);
        return (Discovery.Found) outcome;
    }

    private Discovery search(String address) {
        return discovery().find(address);
    }

    private ServerDiscovery discovery() {
        int port = web.getAddress().getPort();
        return new ServerDiscovery(
                new Providers(), new JndiDns(dns.place()),
                new HttpsWeb(page -> URI.create("http://127.0.0.1:" + port + "/" + page.getHost() + page.getRawPath()
                        + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()))),
                new SocketDialer(this::place, trusted));
    }

    private InetSocketAddress place(String host, int port) throws UnknownHostException {
        Integer known = hosts.get(host);
        if (known == null) {
            throw new UnknownHostException(host);
        }
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), known);
    }

    private void page(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().toString().substring(1);
            fetched.add(asked);
            String path = asked.replaceFirst("\\?.*", "");
            byte[] page = pages.get(path);
            String elsewhere = redirects.get(path);
            if (elsewhere != null) {
                exchange.getResponseHeaders().add("Location", elsewhere);
                exchange.sendResponseHeaders(302, -1);
            } else if (page == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        }
    }

    private static byte[] xml(String host) {
        return ("<clientConfig><emailProvider>" + AutoconfigTest.server("incomingServer", "imap", host, "993", "SSL", "%EMAILADDRESS%")
                + AutoconfigTest.server("outgoingServer", "smtp", host, "465", "SSL", "%EMAILADDRESS%") + "</emailProvider></clientConfig>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
