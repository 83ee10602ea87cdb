package org.genjin.daemon.outbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.genjin.config.Server;

/** What a mail server meant by not taking a mail (RFC 5321, RFC 3463), with what to do in one sentence. */
final class SmtpRefusal {

    private static final int PERMANENT = 500;
    private static final int LONGEST = 300;

    private SmtpRefusal() {}

    /**
     * A mail was not taken, as far as is known.
     *
     * @param begun whether its words had begun to leave
     */
    static Delivery of(MessagingException failure, String owner, boolean begun) {
        int code = code(failure);
        if (code >= PERMANENT) {
            return new Delivery.Rejected("The server answered: " + stopped(line(failure)) + " " + mend(code, line(failure), owner));
        }
        if (code > 0) {
            return new Delivery.Deferred("The server answered: " + stopped(line(failure)));
        }
        String why = "The connection to the server broke: " + stopped(line(failure));
        return begun ? new Delivery.Unknown(why) : new Delivery.Deferred(why);
    }

    /** Whether the server could not look whom to let in, or hung up, rather than not letting us in. */
    static boolean isPassing(AuthenticationFailedException failure) {
        String said = line(failure);
        return said.startsWith("4") || said.contains("[EOF]");
    }

    /** Nothing could be said to the server. */
    static Delivery unreached(MessagingException failure, Server server) {
        String said = line(failure);
        String where = server.host() + " port " + server.port();
        if (said.contains("STARTTLS")) {
            return new Delivery.Deferred("The server " + where + " offers no encryption, so nothing is said to it;"
                    + " write the right port and 'tls' under smtp at this mailbox in genjin.yaml.");
        }
        return new Delivery.Deferred("The server " + where + " cannot be reached: " + stopped(said));
    }

    private static String mend(int code, String said, String owner) {
        if (code == 530) {
            return "It wants encryption or a login first: write the right port and 'tls' under smtp at this mailbox in genjin.yaml.";
        }
        if (code == 552 || said.contains("5.2.2") || said.contains("5.2.3")) {
            return "The mailbox " + owner + " is full, or takes no mail of that size: make room there.";
        }
        if (said.contains("5.1.1") || said.contains("5.1.10")) {
            return "It knows no mailbox " + owner + ": see that owner and address in genjin.yaml are written as they are.";
        }
        return "It does not let " + owner + " write to itself: look on the provider's web page for a notice, a limit on sending or a"
                + " filter, then run 'genjin digest send'.";
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
