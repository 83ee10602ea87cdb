package org.genjin.daemon;

import java.nio.file.Path;
import java.time.Duration;
import org.genjin.config.Home;
import org.genjin.config.Language;
import org.genjin.connectors.Connectors;
import org.genjin.daemon.outbox.Delivery;
import org.genjin.daemon.outbox.Mailer;
import org.genjin.daemon.outbox.SmtpMailer;
import org.genjin.daemon.provider.ProviderWords;

/** A process that sends the morning mail of a day and comes to a stand at a point, to be killed there. */
final class SendingChild {

    /** Where it comes to a stand by itself; between the two it does so where its mail server makes it. */
    enum Stand {
        /** The intent is written, nothing is said to the server. */
        BEFORE,
        AT_THE_SERVER,
        /** The server has taken the mail and said so, and nothing of that is written. */
        AFTER
    }

    private SendingChild() {}

    /** @param args home, instant, {@link Stand} */
    public static void main(String[] args) throws Exception {
        MutableClock clock = new MutableClock(args[1]);
        TestHome home = new TestHome(Path.of(args[0]), clock);
        Stand stand = Stand.valueOf(args[2]);
        try (Daemon daemon = Daemon.open(new Home(Path.of(args[0])), home.config(), home.around)) {
            Mailer smtp = new SmtpMailer(
                    home.config().mailboxes(), Connectors.signIns(home.home.tokens(), home.around.environment(), clock).logins(), it -> it,
                    new ProviderWords(Language.EN));
            daemon.sweepWith((owner, mail) -> {
                if (stand == Stand.BEFORE) {
                    standStill();
                }
                Delivery delivery = smtp.send(owner, mail);
                if (stand == Stand.AFTER) {
                    standStill();
                }
                return delivery;
            }).run();
        }
    }

    private static void standStill() {
        System.out.println("standing");
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMinutes(5).toNanos());
        throw new IllegalStateException("nobody has killed this process");
    }
}
