package org.genjin.connectors.oauth;

/** What a provider says in an error, fit to be shown: one line, short, and nothing in it that could be a secret. */
final class Said {

    private static final int LONGEST = 200;

    private Said() {}

    static String clean(String code, String description) {
        String line = description.lines().findFirst().orElse("")
                .replaceFirst("(?i)\\s*(?:Trace ID|Correlation ID|Timestamp):.*", "")
                .replaceAll("[\\p{Cntrl}]", " ")
                .replaceAll("[A-Za-z0-9._~+/=-]{40,}", "…")
                .strip()
                .replaceFirst("[.;]+$", "");
        String text = line.isEmpty() ? code : line;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
