package org.genjin.connectors.discovery;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.genjin.config.Provider;
import org.genjin.config.Providers;
import org.genjin.config.Server;
import org.genjin.config.Servers;
import org.genjin.connectors.Discovery;
import org.genjin.connectors.Reach;

/** Looks for the mail servers of an address, the surest source first. Takes half a minute at the most. Thread-safe. */
public final class ServerDiscovery {

    private final Providers providers;
    private final Dns dns;
    private final Web web;
    private final Dialer dialer;

    ServerDiscovery(Providers providers, Dns dns, Web web, Dialer dialer) {
        this.providers = providers;
        this.dns = dns;
        this.web = web;
        this.dialer = dialer;
    }

    /** @param nameServer HOST or HOST:PORT to be asked instead of the machine's own; "" for the latter */
    public static ServerDiscovery system(String nameServer) {
        return new ServerDiscovery(new Providers(), new JndiDns(nameServer), new HttpsWeb(), new SocketDialer());
    }

    /** Connects to a server and hangs up. */
    public Reach reach(Server server) {
        return dialer.dial(server);
    }

    /** @param address an e-mail address in lower case */
    public Discovery find(String address) {
        Optional<Provider> known = providers.ofAddress(address);
        if (known.isPresent()) {
            return found(known.get(), address, Discovery.How.TABLE, "");
        }
        return HostNames.domain(address)
                .map(domain -> new Search(address, domain).run())
                .orElseGet(() -> new Discovery.Nothing(List.of()));
    }

    private static Discovery found(Provider provider, String address, Discovery.How how, String by) {
        return new Discovery.Found(
                provider.servers(address), provider.user(address), how, by, Optional.of(provider), true);
    }

    /** One search for one address. */
    private final class Search {

        private final String address;
        private final String domain;
        private final List<String> asked = new ArrayList<>();
        /** Whether anybody has answered at all. */
        private boolean online;
        private boolean dnsAnswers = true;

        Search(String address, String domain) {
            this.address = address;
            this.domain = domain;
        }

        Discovery run() {
            Optional<Discovery> found = exchangers()
                    .or(() -> autoconfig("autoconfig." + domain, "/mail/config-v1.1.xml"))
                    .or(() -> autoconfig(domain, "/.well-known/autoconfig/mail/config-v1.1.xml"))
                    .or(this::services)
                    .or(this::usualNames);
            return found.orElseGet(() -> online
                    ? new Discovery.Nothing(asked)
                    : new Discovery.Offline("neither the DNS nor a page of " + domain + " answers"));
        }

        private Optional<Discovery> exchangers() {
            asked.add("MX " + domain);
            try {
                List<String> names = dns.exchangers(domain);
                online = true;
                return names.stream()
                        .flatMap(name -> providers.ofExchanger(name).map(it -> found(it, address, Discovery.How.MX, name)).stream())
                        .findFirst();
            } catch (Dns.NoDns e) {
                dnsAnswers = false;
                return Optional.empty();
            }
        }

        private Optional<Discovery> autoconfig(String host, String path) {
            asked.add("https://" + host);
            URI page = URI.create(
                    "https://" + host + path + "?emailaddress=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
            try {
                Optional<byte[]> text = web.get(page, domain);
                online = true;
                return text.flatMap(it -> Autoconfig.read(it, address, domain))
                        .map(it -> named(it, Discovery.How.AUTOCONFIG, host, true));
            } catch (IOException e) {
                return Optional.empty(); // most domains have no such page: the next source is asked
            }
        }

        private Optional<Discovery> services() {
            if (!dnsAnswers) {
                return Optional.empty();
            }
            asked.add("SRV _imaps._tcp." + domain);
            try {
                Optional<Server> imap = ServiceRecords.choose(
                        dns.services("_imaps._tcp." + domain), dns.services("_imap._tcp." + domain), domain);
                if (imap.isEmpty()) {
                    return Optional.empty();
                }
                Optional<Server> smtp = ServiceRecords.choose(
                        dns.services("_submissions._tcp." + domain), dns.services("_submission._tcp." + domain), domain);
                boolean vouched = vouched(imap.get()) && smtp.map(this::vouched).orElse(true);
                return Optional.of(named(
                        new Candidate(imap.get(), smtp, address), Discovery.How.SRV, "_imaps._tcp." + domain, vouched));
            } catch (Dns.NoDns e) {
                return Optional.empty(); // it answered a moment ago; what it does not say now is not there
            }
        }

        /** Service records are not signed: another domain's server is believed only if it is a provider's that is known. */
        private boolean vouched(Server server) {
            return HostNames.isWithin(domain, server.host()) || providers.ofServer(server).isPresent();
        }

        private Optional<Discovery> usualNames() {
            Optional<Server> imap = answering("imap.", 993).or(() -> answering("mail.", 993));
            return imap.map(it -> named(
                    new Candidate(it, answering("smtp.", 465).or(() -> answering("mail.", 465)), address),
                    Discovery.How.PROBE, it.host(), true));
        }

        private Optional<Server> answering(String start, int port) {
            Server server = new Server(start + domain, port, Server.Tls.IMPLICIT);
            asked.add(server.host() + ":" + port);
            Reach reach = dialer.dial(server);
            online |= !(reach instanceof Reach.NoSuchHost);
            return reach instanceof Reach.Reached ? Optional.of(server) : Optional.empty();
        }

        private Discovery named(Candidate it, Discovery.How how, String by, boolean vouched) {
            return new Discovery.Found(
                    new Servers.Known(it.imap(), it.smtp()), it.user(), how, by, providers.ofServer(it.imap()), vouched);
        }
    }
}
