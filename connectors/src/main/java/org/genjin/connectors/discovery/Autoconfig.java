package org.genjin.connectors.discovery;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genjin.config.Server;

/**
 * Reads an autoconfig page (config-v1.1.xml; draft-ietf-mailmaint-autoconfig). Of the servers named the first over TLS is
 * taken, else the first over STARTTLS; one without either never. Pure; the page may be as hostile as it likes.
 */
final class Autoconfig {

    private final String address;
    private final String domain;

    private Autoconfig(String address, String domain) {
        this.address = address;
        this.domain = domain;
    }

    /** Empty if the page is none, or names no IMAP server that can be used. */
    static Optional<Candidate> read(byte[] page, String address, String domain) {
        return new Autoconfig(address, domain).read(page);
    }

    /** One {@code incomingServer} or {@code outgoingServer}. */
    private record Named(String kind, Server server, String user) {}

    private Optional<Candidate> read(byte[] page) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        List<Named> named = new ArrayList<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(page));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().matches("incomingServer|outgoingServer")) {
                    server(xml).ifPresent(named::add);
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return best(named, "imap")
                .map(imap -> new Candidate(imap.server(), best(named, "smtp").map(Named::server), imap.user()));
    }

    private static Optional<Named> best(List<Named> named, String kind) {
        List<Named> fit = named.stream().filter(it -> it.kind().equals(kind)).toList();
        return fit.stream()
                .filter(it -> it.server().tls() == Server.Tls.IMPLICIT)
                .findFirst()
                .or(() -> fit.stream().findFirst());
    }

    private Optional<Named> server(XMLStreamReader xml) throws XMLStreamException {
        String kind = String.valueOf(xml.getAttributeValue(null, "type"));
        Map<String, String> values = new HashMap<>();
        int depth = 1;
        String element = "";
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                element = depth == 2 ? xml.getLocalName() : "";
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                element = "";
            } else if (event == XMLStreamConstants.CHARACTERS && !element.isEmpty()) {
                values.putIfAbsent(element, filledIn(xml.getText().strip()));
            }
        }
        String host = values.getOrDefault("hostname", "").toLowerCase(Locale.ROOT);
        String port = values.getOrDefault("port", "");
        Server.Tls tls = switch (values.getOrDefault("socketType", "").toUpperCase(Locale.ROOT)) {
            case "SSL" -> Server.Tls.IMPLICIT;
            case "STARTTLS" -> Server.Tls.STARTTLS;
            default -> Server.Tls.NONE;
        };
        if (tls == Server.Tls.NONE || !HostNames.mayBeNamedBy(domain, host) || !port.matches("[1-9]\\d{0,4}")
                || Integer.parseInt(port) > 65_535) {
            return Optional.empty();
        }
        String user = values.getOrDefault("username", "");
        return Optional.of(new Named(kind, new Server(host, Integer.parseInt(port), tls), user.isEmpty() ? address : user));
    }

    private String filledIn(String text) {
        return text.replace("%EMAILADDRESS%", address)
                .replace("%EMAILLOCALPART%", address.substring(0, address.lastIndexOf('@')))
                .replace("%EMAILDOMAIN%", domain);
    }
}
