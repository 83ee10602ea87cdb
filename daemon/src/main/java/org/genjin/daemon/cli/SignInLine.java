package org.genjin.daemon.cli;

import java.time.ZoneId;
import java.util.Optional;
import org.genjin.config.OAuthClient;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.SignInState;

/** How a mailbox's sign-in stands, in words. */
public final class SignInLine {

    private SignInLine() {}

    /** Empty if it has a password. */
    public static Optional<String> of(SourceConfig.Imap mailbox, SignInState state, ZoneId zone) {
        if (!(mailbox.credentials() instanceof OAuthClient client)) {
            return Optional.empty();
        }
        String provider = client.provider().title();
        return switch (state) {
            case SignInState.NotNeeded _ -> Optional.empty();
            case SignInState.Missing _ -> Optional.of(
                    "nobody has signed in with " + provider + " yet; run 'genjin sign-in " + mailbox.name() + "'.");
            case SignInState.Valid valid -> Optional.of(
                    "signed in with " + provider + " since " + valid.since().atZone(zone).toLocalDate());
            case SignInState.Ended ended -> Optional.of(
                    provider + " has ended the sign-in of " + ended.since().atZone(zone).toLocalDate() + " (" + ended.why()
                            + "); run 'genjin sign-in " + mailbox.name() + "'.");
        };
    }
}
