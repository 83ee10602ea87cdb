package org.genjin.daemon.reading;

import org.jspecify.annotations.Nullable;

/**
 * What one message says, in parts that together are all of its words.
 *
 * @param text the new words; LF line ends
 * @param quoted what is quoted or forwarded, {@code >} marks taken off; "" if nothing
 * @param signature signature, disclaimer, newsletter footer; "" if nothing
 * @param also what only the mail's other form (HTML or plain) says: to be found, not to be shown; "" if nothing
 * @param language of the new words, ISO 639-1 without region; "" if the words do not tell
 * @param contact who the writer is by the signature; null if there is none
 * @param forwarded whose words are passed on; null if the message forwards nothing
 */
public record Reading(
        String text,
        String quoted,
        String signature,
        String also,
        String language,
        @Nullable ContactCard contact,
        @Nullable Forwarded forwarded) {

    public Reading(String text, String quoted, String signature, String language) {
        this(text, quoted, signature, "", language, null, null);
    }
}
