package org.genjin.connectors.discovery;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.genjin.config.Server;

/** Chooses among a domain's service records (RFC 6186, RFC 8314): TLS before STARTTLS, then the lowest priority. Pure. */
final class ServiceRecords {

    private ServiceRecords() {}

    /**
     * @param implicit records of the service over TLS, such as {@code _imaps._tcp}
     * @param startTls records of the one over STARTTLS, such as {@code _imap._tcp}
     */
    static Optional<Server> choose(List<Dns.Service> implicit, List<Dns.Service> startTls, String domain) {
        return best(implicit, domain, Server.Tls.IMPLICIT).or(() -> best(startTls, domain, Server.Tls.STARTTLS));
    }

    private static Optional<Server> best(List<Dns.Service> records, String domain, Server.Tls tls) {
        return records.stream()
                .filter(it -> it.port() > 0 && it.port() <= 65_535 && HostNames.mayBeNamedBy(domain, it.host()))
                .min(Comparator.comparingInt(Dns.Service::priority)
                        .thenComparing(Comparator.comparingInt(Dns.Service::weight).reversed()))
                .map(it -> new Server(it.host(), it.port(), tls));
    }
}
