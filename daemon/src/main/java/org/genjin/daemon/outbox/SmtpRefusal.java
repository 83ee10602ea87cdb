package org.genjin.daemon.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.genjin.config.Language;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.daemon.words.Words;

/** What a mail server meant by not taking a mail (RFC 5321, RFC 3463), with what to do, in a language. Immutable. */
final class SmtpRefusal {

    private static final int PERMANENT = 500;
    private static final int LONGEST = 300;

    private final Words words;

    SmtpRefusal(Language language) {
        this.words = Words.of("smtp", language);
    }

    /**
     * A mail was not taken, as far as is known.
     *
     * @param begun whether its words had begun to leave
     */
    Delivery of(MessagingException failure, String owner, boolean begun) {
        int code = code(failure);
        if (code >= PERMANENT) {
            return new Delivery.Rejected(said("answered", line(failure)) + " " + mend(code, line(failure), owner));
        }
        if (code > 0) {
            return new Delivery.Deferred(said("answered", line(failure)));
        }
        String why = said("broke", line(failure));
        return begun ? new Delivery.Unknown(why) : new Delivery.Deferred(why);
    }

    /** Whether the server could not look whom to let in, or hung up, rather than not letting us in. */
    static boolean isPassing(AuthenticationFailedException failure) {
        String said = line(failure);
        return said.startsWith("4") || said.contains("[EOF]");
    }

    /** Nothing could be said to the server. */
    Delivery unreached(MessagingException failure, Server server) {
        String said = line(failure);
        return new Delivery.Deferred(words.text(
                said.contains("STARTTLS") ? "no-encryption" : "unreached", words.bare(server.host()), Integer.toString(server.port()),
                words.bare(stopped(said))));
    }

    /** Nobody says where a mail could leave. */
    Delivery unknown(String address) {
        return new Delivery.Rejected(words.text("no-server", words.bare(address)));
    }

    /** A mailbox that somebody signed in is not let in to send. */
    Delivery signedInInVain(SourceConfig.Imap outlet, Server server) {
        return new Delivery.NotLetIn(
                words.text("token-refused", words.bare(server.host()), words.bare(outlet.user()), outlet.name()));
    }

    private String said(String key, String line) {
        return words.text(key, words.bare(stopped(line)));
    }

    private String mend(int code, String said, String owner) {
        if (code == 530) {
            return words.text("mend.encryption");
        }
        String whose = words.bare(owner);
        if (code == 552 || said.contains("5.2.2") || said.contains("5.2.3")) {
            return words.text("mend.full", whose);
        }
        return said.contains("5.1.1") || said.contains("5.1.10") ? words.text("mend.no-mailbox", whose) : words.text("mend.not-itself", whose);
    }

    /** The code of the answer; 0 if there was none. */
    private static int code(Exception failure) {
        for (Exception it = failure; it instanceof MessagingException next; it = next.getNextException()) {
            if (it instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                return send.getReturnCode();
            }
            if (it instanceof SMTPAddressFailedException address && address.getReturnCode() > 0) {
                return address.getReturnCode();
            }
        }
        return 0;
    }

    /** What was said, on one line. */
    static String line(MessagingException failure) {
        String said = String.valueOf(failure.getMessage());
        for (Exception it = failure; it instanceof MessagingException next; it = next.getNextException()) {
            if (it instanceof SMTPAddressFailedException) {
                said = String.valueOf(it.getMessage());
            }
        }
        String line = said.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static String stopped(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
