package org.genjin.daemon.outbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Links that open a mail in the rep's own program, ready to be sent (RFC 6068). Immutable. */
public final class Mailto {

    private final String to;
    private final LinkedHashMap<String, String> fields = new LinkedHashMap<>();

    private Mailto(String to) {
        this.to = to;
    }

    public static Mailto to(String address) {
        return new Mailto(address);
    }

    /**
     * The same with a header field more, or the {@code body}.
     *
     * @param value an empty one is left out
     */
    public Mailto with(String field, String value) {
        Mailto more = new Mailto(to);
        more.fields.putAll(fields);
        if (!value.isEmpty()) {
            more.fields.put(field, value);
        }
        return more;
    }

    /** The address of the link. */
    @Override
    public String toString() {
        String link = "mailto:" + encoded(to).replace("%40", "@");
        return fields.isEmpty()
                ? link
                : link + "?" + fields.entrySet().stream().map(Mailto::field).collect(Collectors.joining("&"));
    }

    private static String field(Map.Entry<String, String> it) {
        return encoded(it.getKey()) + "=" + encoded(it.getValue());
    }

    /** Everything but letters and digits of ASCII and a few marks as UTF-8 in percents; ends of lines as CR LF. */
    public static String encoded(String text) {
        return URLEncoder.encode(text.replaceAll("\\R", "\r\n"), StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
