package org.genjin.connectors.outlook;

import java.util.Optional;

/**
 * Who is who in an item, in the form of a header's address list. Within a company Outlook keeps names of its directory in place
 * of addresses ({@code /O=…/CN=…}): who has no address besides is a name only.
 */
final class OutlookPeople {

    private OutlookPeople() {}

    /** On whose behalf it was sent, which is who wrote it; empty if it does not say. */
    static Optional<String> author(MapiProperties item) {
        String name = item.textOr(Mapi.SENT_REPRESENTING_NAME, "");
        String address = item.text(Mapi.SENT_REPRESENTING_SMTP)
                .or(() -> smtp(item, Mapi.SENT_REPRESENTING_ADDRESS))
                .or(() -> smtp(item, Mapi.SENT_REPRESENTING_NAME))
                .orElse("");
        boolean sameAsSender = address.isEmpty() && name.equals(item.textOr(Mapi.SENDER_NAME, ""));
        return name.isEmpty() && address.isEmpty() || sameAsSender ? Optional.empty() : Optional.of(person(name, address));
    }

    /** Who sent it; "" if it does not say. */
    static String sender(MapiProperties item) {
        String address = item.text(Mapi.SENDER_SMTP)
                .or(() -> smtp(item, Mapi.SENDER_ADDRESS))
                .or(() -> smtp(item, Mapi.SENDER_NAME))
                .orElse("");
        return person(item.textOr(Mapi.SENDER_NAME, ""), address);
    }

    static String recipient(MapiProperties recipient) {
        String address = recipient.text(Mapi.SMTP_ADDRESS).filter(it -> it.indexOf('@') > 0)
                .or(() -> smtp(recipient, Mapi.ADDRESS))
                .or(() -> smtp(recipient, Mapi.DISPLAY_NAME))
                .orElse("");
        String name = recipient.text(Mapi.DISPLAY_NAME).orElseGet(() -> recipient.textOr(Mapi.RECIPIENT_DISPLAY_NAME, ""));
        return person(name, address);
    }

    /** Somebody of whom there is the name that Outlook shows, which may be an address. */
    static String named(String shown) {
        String name = unquoted(shown);
        return isAddress(name) ? MailHeader.person("", name) : MailHeader.person(name, "");
    }

    private static String person(String name, String address) {
        return MailHeader.person(unquoted(name), address.strip());
    }

    private static Optional<String> smtp(MapiProperties properties, int id) {
        return properties.text(id).map(OutlookPeople::unquoted).filter(OutlookPeople::isAddress);
    }

    private static boolean isAddress(String text) {
        return text.matches("[^\\s<>\"@,;:]+@[^\\s<>\"@,;:]+");
    }

    private static String unquoted(String name) {
        String text = name.strip();
        boolean quoted = text.length() > 2 && (text.startsWith("'") && text.endsWith("'") || text.startsWith("\"") && text.endsWith("\""));
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
}
