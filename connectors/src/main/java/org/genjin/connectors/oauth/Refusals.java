package org.genjin.connectors.oauth;

import java.util.Set;
import org.genjin.config.OAuthClient;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;

/** What a provider's refusal means, as a sentence that says what to do. */
final class Refusals {

    /** The grant is spent, or a person is wanted: RFC 6749 section 5.2, OpenID Connect Core section 3.1.2.6, Microsoft. */
    private static final Set<String> ENDS =
            Set.of("invalid_grant", "interaction_required", "consent_required", "login_required", "account_selection_required");
    /** It is this program that the provider does not want. */
    private static final Set<String> CLIENT = Set.of("invalid_client", "unauthorized_client");

    private Refusals() {}

    /** Whether only a new sign-in helps. */
    static boolean endsTheSignIn(Answer.Denied denied) {
        return ENDS.contains(denied.code());
    }

    static ConnectorException.Refused missing(SourceConfig.Imap mailbox) {
        return new ConnectorException.Refused(
                "Nobody has signed in to " + mailbox.name() + " yet: run '" + command(mailbox) + "'.", null);
    }

    static ConnectorException.Refused ended(SourceConfig.Imap mailbox, OAuthClient client, String why) {
        return new ConnectorException.Refused(
                client.provider().title() + " has ended the sign-in of " + mailbox.name() + " (" + why + "): run '" + command(mailbox)
                        + "' to sign in again.",
                null);
    }

    static ConnectorException.Refused denied(SourceConfig.Imap mailbox, OAuthClient client, Answer.Denied denied) {
        String provider = client.provider().title();
        String keys = "oauth." + client.provider().id();
        if (denied.said().contains("AADSTS7000218")) {
            return new ConnectorException.Refused(
                    "Microsoft wants a secret of this program, which has none: switch 'Allow public client flows' on at its"
                            + " registration (Authentication), then run '" + command(mailbox) + "'.",
                    null);
        }
        if (CLIENT.contains(denied.code())) {
            return new ConnectorException.Refused(
                    provider + " does not accept this program's registration (" + denied.said() + "): check " + keys
                            + " in genjin.yaml, then run '" + command(mailbox) + "'.",
                    null);
        }
        return new ConnectorException.Refused(
                provider + " refuses to sign " + mailbox.name() + " in (" + denied.said() + "): check " + keys
                        + " in genjin.yaml, then run '" + command(mailbox) + "'.",
                null);
    }

    static String command(SourceConfig.Imap mailbox) {
        return "genjin sign-in " + mailbox.name();
    }
}
