package org.genjin.connectors.outlook;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset that an HTML document says it is in. */
final class HtmlCharset {

    private static final Pattern SAID =
            Pattern.compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w:.-]{1,40})", Pattern.CASE_INSENSITIVE);

    private HtmlCharset() {}

    static Optional<Charset> of(String head) {
        Matcher said = SAID.matcher(head);
        if (!said.find()) {
            return Optional.empty();
        }
        String name = said.group(1).toLowerCase(Locale.ROOT);
        if (name.startsWith("gb")) {
            return Optional.of(Charset.forName("GB18030"));
        }
        try {
            return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
        } catch (IllegalCharsetNameException e) {
            return Optional.empty(); // as if it had not said any
        }
    }
}
