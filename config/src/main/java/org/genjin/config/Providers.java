package org.genjin.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The mail providers that are known, from {@code config/providers.yaml}: by the domain of an address, by a domain's mail
 * exchangers, by a server. Immutable.
 */
public final class Providers {

    private final List<Provider> all;
    private final Map<String, Provider> byDomain = new HashMap<>();

    public Providers() {
        try (InputStream file = Providers.class.getResourceAsStream("/config/providers.yaml")) {
            List<Provider> read = new ArrayList<>();
            for (Row row : YAMLMapper.shared().readValue(file, Row[].class)) {
                read.add(row.provider());
            }
            this.all = List.copyOf(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.forEach(it -> it.domains().forEach(domain -> byDomain.put(domain, it)));
    }

    public List<Provider> all() {
        return all;
    }

    /** Who gives out such addresses. */
    public Optional<Provider> ofAddress(String address) {
        return Optional.ofNullable(byDomain.get(address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT)));
    }

    /**
     * Who receives the mail of a domain.
     *
     * @param exchanger the name of one of its mail exchangers (MX)
     */
    public Optional<Provider> ofExchanger(String exchanger) {
        String name = exchanger.toLowerCase(Locale.ROOT);
        return all.stream().filter(it -> it.exchangers().stream().anyMatch(end -> isWithin(name, end))).findFirst();
    }

    /** Whose server it is; a server on this machine is a provider's only at the provider's own port. */
    public Optional<Provider> ofServer(Server server) {
        return all.stream().filter(it -> it.runs(server)).findFirst();
    }

    private static boolean isWithin(String host, String end) {
        return host.equals(end) || host.endsWith("." + end);
    }

    /** A row of the file. */
    record Row(
            String id,
            String name,
            @Nullable String zh,
            @Nullable String domains,
            @Nullable String mx,
            String imap,
            String smtp,
            @Nullable String login,
            String needs,
            String settings,
            @Nullable String menu) {

        Provider provider() {
            return new Provider(
                    id, name, zh == null ? name : zh, words(domains), words(mx), server(imap, 993), server(smtp, 465),
                    "local".equals(login),
                    words(needs).stream()
                            .map(it -> Provider.Need.valueOf(it.toUpperCase(Locale.ROOT).replace('-', '_')))
                            .toList(),
                    settings, menu == null ? "" : menu);
        }

        private static List<String> words(@Nullable String text) {
            return text == null ? List.of() : List.of(text.strip().split("\\s+", -1));
        }

        private static Server server(String text, int standard) {
            int colon = text.lastIndexOf(':');
            String host = colon < 0 ? text : text.substring(0, colon);
            int port = colon < 0 ? standard : Integer.parseInt(text.substring(colon + 1));
            boolean implicit = port == 993 || port == 465 || port == 994;
            return new Server(host, port, implicit ? Server.Tls.IMPLICIT : Server.Tls.STARTTLS);
        }
    }
}
