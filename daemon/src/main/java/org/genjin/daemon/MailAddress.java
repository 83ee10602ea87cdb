package org.genjin.daemon;

import java.util.regex.Pattern;

/** Whether something can be an e-mail address that a mailbox has. Pure. */
final class MailAddress {

    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";
    /** A last label of digits would be an IP address. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[^@\\s<>()\\[\\],;:\"\\\\/]{1,64}@(?:" + LABEL + "\\.)*(?!\\d+$)" + LABEL);

    private MailAddress() {}

    static boolean isPlausible(String text) {
        return text.length() <= 254 && ADDRESS.matcher(text).matches();
    }
}
