package org.genjin.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Domains where anybody can have an address, so that they tell nothing of a company. Immutable. */
public final class FreeMail {

    private final Set<String> domains;

    public FreeMail() {
        try (InputStream file = FreeMail.class.getResourceAsStream("/config/free-mail.txt")) {
            if (file == null) {
                throw new IllegalStateException("the list of free-mail domains is missing");
            }
            this.domains = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
                    .filter(domain -> !domain.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isFreeMail(String domain) {
        return domains.contains(domain.toLowerCase(Locale.ROOT));
    }
}
