package org.genjin.daemon.outbox;

/**
 * What answers a mail of ours by a tap: a mail to oneself, ready to be sent, or the page that does the same by a button. Both
 * name the mail by its token, as no link can set In-Reply-To for certain.
 *
 * @param owner to whom the mail went, and who answers it
 * @param token {@link OwnMail#token} of the mail that is answered
 * @param page address of the page at the desk, without a slash at its end; "" if there is none
 */
public record AnswerLinks(String owner, String token, String page) {

    /** Where on the page, before the token. */
    public static final String PATH = "/answer/";

    /** @param subject before the token */
    public String mail(String subject, String words) {
        return Mailto.to(owner).with("subject", subject + " [" + token + "]").with("body", words).toString();
    }

    /** "" if there is no page. */
    public String page(String words) {
        return page.isEmpty() ? "" : page + PATH + token + "?say=" + Mailto.encoded(words);
    }
}
