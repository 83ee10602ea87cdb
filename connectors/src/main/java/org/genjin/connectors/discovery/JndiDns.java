package org.genjin.connectors.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/** Asks the machine's name servers, or one that is named, with the JDK's own client (RFC 1035, UDP first). Thread-safe. */
final class JndiDns implements Dns {

    /** The wait for a first answer; the second is twice as long. */
    private static final String FIRST_MILLIS = "1500";
    private static final String ATTEMPTS = "2";

    private final String servers;

    /** @param server HOST or HOST:PORT; "" asks the machine's own */
    JndiDns(String server) {
        this.servers = server.isEmpty() ? "dns:" : "dns://" + server;
    }

    private record Exchanger(int preference, String host) {}

    @Override
    public List<String> exchangers(String domain) throws NoDns {
        List<Exchanger> found = new ArrayList<>();
        for (String record : records(domain, "MX")) {
            String[] it = record.split("\\s+", -1);
            if (it.length == 2 && it[0].matches("\\d{1,5}")) {
                found.add(new Exchanger(Integer.parseInt(it[0]), withoutDot(it[1])));
            }
        }
        // A single dot says that the domain takes no mail (RFC 7505).
        return found.stream()
                .filter(it -> !it.host().isEmpty())
                .sorted(Comparator.comparingInt(Exchanger::preference))
                .map(Exchanger::host)
                .toList();
    }

    @Override
    public List<Service> services(String name) throws NoDns {
        List<Service> found = new ArrayList<>();
        for (String record : records(name, "SRV")) {
            String[] it = record.split("\\s+", -1);
            if (it.length == 4 && record.matches("(\\d{1,5}\\s+){3}\\S+")) {
                found.add(new Service(
                        Integer.parseInt(it[0]), Integer.parseInt(it[1]), Integer.parseInt(it[2]), withoutDot(it[3])));
            }
        }
        return found;
    }

    // The JDK's DNS client gives records as text and nothing else, so nothing is deserialized; it takes a Hashtable.
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    private List<String> records(String name, String type) throws NoDns {
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, servers);
        settings.put("com.sun.jndi.dns.timeout.initial", FIRST_MILLIS);
        settings.put("com.sun.jndi.dns.timeout.retries", ATTEMPTS);
        InitialDirContext context = null;
        try {
            context = new InitialDirContext(settings);
            Attribute records = context.getAttributes(name, new String[] {type}).get(type);
            List<String> texts = new ArrayList<>();
            if (records != null) {
                NamingEnumeration<?> all = records.getAll();
                while (all.hasMore()) {
                    texts.add(String.valueOf(all.next()));
                }
            }
            return texts;
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new NoDns("the DNS does not answer", e);
        } finally {
            close(context);
        }
    }

    private static void close(@Nullable InitialDirContext context) throws NoDns {
        try {
            if (context != null) {
                context.close();
            }
        } catch (NamingException e) {
            throw new NoDns("the DNS client could not be closed", e);
        }
    }

    private static String withoutDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
