package org.genjin.daemon.customer;

import java.util.Locale;
import java.util.Optional;

/** A customer's number as people write it, {@code C0042}: never reused, at least four digits. */
public record CustomerId(long number) implements Comparable<CustomerId> {

    public static Optional<CustomerId> parse(String text) {
        String digits = text.strip().toUpperCase(Locale.ROOT);
        return digits.matches("C\\d{1,15}") ? Optional.of(new CustomerId(Long.parseLong(digits.substring(1)))) : Optional.empty();
    }

    @Override
    public int compareTo(CustomerId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "C%04d", number);
    }
}
