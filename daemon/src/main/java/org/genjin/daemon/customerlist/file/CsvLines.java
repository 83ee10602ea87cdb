package org.genjin.daemon.customerlist.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of separated text as spreadsheets read them (RFC 4180), lenient where people edit by hand: a quotation mark
 * within a field is one, and one that is opened and never closed opens nothing. One thread.
 */
final class CsvLines {

    private static final int LONGEST_FIELD = 200_000;

    private final String text;
    private final char separator;
    private int at;

    CsvLines(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** The fields of the next row; null after the last. */
    @Nullable List<String> next() {
        if (at >= text.length()) {
            return null;
        }
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(field());
            if (at < text.length() && text.charAt(at) == separator) {
                at++;
                continue;
            }
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            return fields;
        }
    }

    private String field() {
        if (at < text.length() && text.charAt(at) == '"') {
            int close = closing(at + 1);
            if (close > 0) {
                StringBuilder field = new StringBuilder(text.substring(at + 1, close).replace("\"\"", "\""));
                at = close + 1;
                return field.append(plain()).toString().replace("\r\n", "\n").replace('\r', '\n');
            }
        }
        return plain();
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return text.substring(from, at);
    }

    /** Where the quotation mark is that ends the field; 0 if none does. */
    private int closing(int from) {
        int last = (int) Math.min(text.length(), (long) from + LONGEST_FIELD);
        for (int i = from; i < last; i++) {
            if (text.charAt(i) == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return 0;
    }
}
