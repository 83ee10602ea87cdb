package org.genjin.connectors.mime;

/** Plain text whose lines were folded for sending: {@code format=flowed} (RFC 3676). */
final class Flowed {

    private Flowed() {}

    /** @param bytes the entity's body, or what is left of it */
    static String unfold(Entity entity, byte[] bytes) {
        String text = entity.text(bytes).replace("\r\n", "\n").replace('\r', '\n');
        if (!entity.contentType().get("format").equalsIgnoreCase("flowed")) {
            return text;
        }
        return unfold(text, entity.contentType().get("delsp").equalsIgnoreCase("yes"));
    }

    private static String unfold(String text, boolean deleteSpace) {
        StringBuilder unfolded = new StringBuilder(text.length());
        boolean open = false;
        int depth = 0;
        for (String line : text.split("\n", -1)) {
            int quotes = 0;
            while (quotes < line.length() && line.charAt(quotes) == '>') {
                quotes++;
            }
            String words = line.substring(quotes);
            boolean stuffed = words.startsWith(" ");
            words = stuffed ? words.substring(1) : words;
            boolean signature = words.equals("-- ");
            if (open && (quotes != depth || signature)) {
                unfolded.append('\n');
                open = false;
            }
            if (!open) {
                unfolded.append(">".repeat(quotes)).append(quotes > 0 ? " " : "");
            }
            boolean flows = words.endsWith(" ") && !signature;
            unfolded.append(flows && deleteSpace ? words.substring(0, words.length() - 1) : words);
            if (!flows) {
                unfolded.append('\n');
            }
            open = flows;
            depth = quotes;
        }
        int length = unfolded.length();
        return length > 0 && unfolded.charAt(length - 1) == '\n' && !text.endsWith("\n\n")
                ? unfolded.substring(0, length - 1)
                : unfolded.toString();
    }
}
