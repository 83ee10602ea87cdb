package org.genjin.daemon.crm;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes contacts as address cards: vCard 4.0 (RFC 6350) or 3.0 (RFC 2426), UTF-8, lines of at most 75 octets, broken off between
 * characters. What has no property of its own stands under names that begin with X-GENJIN, which other programs pass over.
 */
final class Vcard {

    static final Set<Field> CARRIED = Set.of(
            Field.COMPANY_ID, Field.COMPANY, Field.COUNTRY, Field.DOMAIN, Field.GRADE, Field.STAGE, Field.TYPE, Field.SOURCE, Field.NOTES, Field.CONTACT_ID, Field.CONTACT,
            Field.FIRST, Field.LAST, Field.TITLE, Field.EMAIL, Field.EMAIL2, Field.EMAIL3, Field.EMAILS, Field.MORE_EMAILS, Field.PHONE,
            Field.PHONE2, Field.PHONE3, Field.PHONES, Field.MORE_PHONES, Field.WECHAT, Field.LINKEDIN, Field.SOCIAL, Field.LANGUAGE,
            Field.TIME_ZONE);

    private static final int LONGEST = 75;
    private static final String END = "\r\n";

    private final boolean four;

    /** @param four 4.0, else 3.0, which older phones and Outlook want */
    Vcard(boolean four) {
        this.four = four;
    }

    String card(Line it) {
        StringBuilder card = new StringBuilder();
        boolean firm = it.of(Field.CONTACT).isEmpty();
        String name = firm ? it.first(Field.COMPANY) : it.first(Field.CONTACT);
        line(card, "BEGIN:VCARD");
        line(card, "VERSION:" + (four ? "4.0" : "3.0"));
        line(card, "UID:" + (four ? "urn:genjin:" : "genjin-") + it.first(Field.CONTACT_ID).toLowerCase(Locale.ROOT));
        if (four) {
            line(card, "KIND:" + (firm ? "org" : "individual"));
        } else if (firm) {
            line(card, "X-ABShowAs:COMPANY");
        }
        line(card, "FN:" + text(name));
        line(card, "N:" + (firm ? ";;;;" : text(it.first(Field.LAST)) + ";" + text(it.first(Field.FIRST)) + ";;;"));
        put(card, "ORG:", it.of(Field.COMPANY));
        put(card, "TITLE:", it.of(Field.TITLE));
        for (String address : it.of(Field.EMAILS)) {
            line(card, (four ? "EMAIL;TYPE=work:" : "EMAIL;TYPE=INTERNET,WORK:") + text(address));
        }
        for (String phone : it.of(Field.PHONES)) {
            line(card, four ? "TEL;VALUE=uri;TYPE=\"voice,work\":tel:" + phone : "TEL;TYPE=WORK,VOICE:" + phone);
        }
        if (!it.of(Field.COUNTRY).isEmpty()) {
            String country = Locale.of("", it.first(Field.COUNTRY)).getDisplayCountry(Locale.ENGLISH);
            line(card, "ADR;TYPE=" + (four ? "work" : "WORK") + ":;;;;;;" + text(country));
        }
        it.of(Field.DOMAIN).forEach(domain -> line(card, "URL:https://" + domain));
        social(card, it.of(Field.SOCIAL));
        if (four) {
            put(card, "LANG:", it.of(Field.LANGUAGE));
            put(card, "TZ:", it.of(Field.TIME_ZONE));
        }
        put(card, "NOTE:", it.of(Field.NOTES));
        line(card, "CATEGORIES:Genjin");
        put(card, "X-GENJIN-ID:", it.of(Field.COMPANY_ID));
        put(card, "X-GENJIN-GRADE:", it.of(Field.GRADE));
        put(card, "X-GENJIN-STAGE:", it.of(Field.STAGE));
        put(card, "X-GENJIN-TYPE:", it.of(Field.TYPE));
        put(card, "X-GENJIN-SOURCE:", it.of(Field.SOURCE));
        line(card, "END:VCARD");
        return card.toString();
    }

    /** A property and its label are one group; the apps of phones show the label. */
    private void social(StringBuilder card, List<String> names) {
        int group = 0;
        for (String it : names) {
            int dash = it.indexOf('-');
            group++;
            line(card, "item" + group + ".IMPP:" + it.substring(0, dash).toLowerCase(Locale.ROOT) + ":" + text(it.substring(dash + 1)));
            line(card, "item" + group + ".X-ABLabel:" + text(it.substring(0, dash)));
        }
    }

    private void put(StringBuilder card, String property, List<String> values) {
        values.forEach(it -> line(card, property + text(it)));
    }

    private static String text(String value) {
        String lines = value.replace("\r\n", "\n").replace("\r", "\n");
        return lines.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;");
    }

    /** Broken off after 75 octets, never within a character; what goes on begins with a blank. */
    private static void line(StringBuilder card, String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int point = line.codePointAt(at);
            String letter = Character.toString(point);
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                card.append(END).append(' ');
                octets = 1;
            }
            card.append(letter);
            octets += size;
            at += Character.charCount(point);
        }
        card.append(END);
    }
}
