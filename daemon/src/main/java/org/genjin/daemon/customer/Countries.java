package org.genjin.daemon.customer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** What a country's code tells, and what tells a country. Nothing here guesses. */
public final class Countries {

    /** Country codes that are registered all over the world for their looks: alone they tell no country. */
    private static final Set<String> SOLD_EVERYWHERE = Set.of(
            "ac", "ag", "ai", "am", "as", "bz", "cc", "cd", "co", "cx", "dj", "eu", "fm", "gg", "gl", "gs", "im", "io",
            "is", "la", "li", "ly", "me", "mn", "mobi", "ms", "mu", "nu", "pm", "pw", "re", "sc", "sh", "st", "su", "tc",
            "tk", "to", "tv", "vc", "vg", "ws");

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Properties ZONES = zones();

    private Countries() {}

    /** The country of a registered domain: {@code acme.com.co} is Colombia's, {@code acme.co} tells nothing. */
    public static Optional<String> ofDomain(String registered) {
        String top = registered.substring(registered.lastIndexOf('.') + 1);
        boolean below = registered.chars().filter(it -> it == '.').count() > 1;
        if (top.equals("uk")) {
            return Optional.of("GB");
        }
        String code = top.toUpperCase(Locale.ROOT);
        return CODES.contains(code) && (below || !SOLD_EVERYWHERE.contains(top)) ? Optional.of(code) : Optional.empty();
    }

    public static boolean isCode(String code) {
        return CODES.contains(code);
    }

    /** The zone of a country that has one, or where nearly all of its people share one. */
    public static Optional<ZoneId> zone(String code) {
        return Optional.ofNullable(ZONES.getProperty(code)).map(ZoneId::of);
    }

    private static Properties zones() {
        Properties zones = new Properties();
        try (InputStream file = Countries.class.getResourceAsStream("/customer/zones.properties")) {
            zones.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zones;
    }
}
