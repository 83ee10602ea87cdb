package org.genjin.connectors.chat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Meta's text: UTF-8 whose bytes were each written as a character; and its own sentences. Pure. */
final class MetaText {

    private static final String SOMEBODY = "[^\\n]{1,80}? ";
    private static final Pattern NOTICE = Pattern.compile(
            "^(?:" + SOMEBODY + ")?(?:(?:[Rr]eacted .{1,20} to your message|[Ll]iked a message)\\s*"
                    + "|(?:started an audio call|started a video call|missed (?:your|a) (?:audio |video )?call|missed an audio call"
                    + "|joined the (?:video |audio )?call|called you|named the group .{0,200}|added .{1,200} to the group"
                    + "|left the group|removed .{1,200} from the group|changed the (?:group photo|chat theme|theme).{0,100}"
                    + "|set the (?:nickname|quick reaction|emoji).{0,200})\\.?)$");
    private static final Pattern ONLY_SENT =
            Pattern.compile("^" + SOMEBODY + "sent (?:an attachment|a photo|\\d+ photos|a video|a voice message|a GIF|a sticker|a file|a link)\\.?$");

    private MetaText() {}

    /** Left alone if it cannot be what it would have to be. */
    static String repaired(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return text;
            }
            plain &= text.charAt(i) < 0x80;
        }
        if (plain) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /** A reaction, a call, a change of the group. */
    static boolean isNotice(String text) {
        return text.length() < 300 && NOTICE.matcher(text).matches();
    }

    static boolean saysOnlyThatItWasSent(String text) {
        return text.length() < 120 && ONLY_SENT.matcher(text).matches();
    }
}
