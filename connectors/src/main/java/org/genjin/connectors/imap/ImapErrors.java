package org.genjin.connectors.imap;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.genjin.config.OAuthClient;
import org.genjin.config.Server;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.LoginRefused;
import org.genjin.connectors.TlsFaults;

/** What went wrong with a server, as one of the two decisions and a sentence that says what to do. */
final class ImapErrors {

    /** A quota of traffic is counted by the day (Gmail: 2,500 MB). */
    private static final Duration QUOTA_PAUSE = Duration.ofHours(24);

    /** Wants to be left alone for a while: response codes of RFC 5530 and what servers write instead. */
    private static final Pattern THROTTLING = Pattern.compile(
            "\\[(?:unavailable|inuse|limit|overquota|throttled)\\b|too many|try (?:again|later)|\\bbusy\\b|throttl|rate.?limit"
                    + "|bandwidth|concurrent|connection limit|frequen|频率|频繁|系统繁忙|稍后",
            Pattern.CASE_INSENSITIVE);

    /** A refusal at login that is none of the person. */
    private static final Pattern PASSING = Pattern.compile(
            "\\[serverbug\\b|temporar|not connected|system error|internal (?:server )?error|timed? ?out|backend|not available"
                    + "|connection (?:closed|reset|refused|dropped)|shutting down",
            Pattern.CASE_INSENSITIVE);

    /** What servers say when the token that we logged in with is over (Microsoft, Google). */
    private static final Pattern TOKEN_OVER = Pattern.compile(
            "AccessTokenExpired|token (?:has |is )?(?:expired|invalid)|(?:expired|invalid) (?:access )?token|Session invalidated"
                    + "|authenticated but not connected|\\[AUTHENTICATIONFAILED\\]|\\[EXPIRED\\]",
            Pattern.CASE_INSENSITIVE);

    private ImapErrors() {}

    /** Whether another token may help: a login that was refused, or a session that was ended for it. */
    static boolean mayBeTheToken(ConnectorException failure) {
        for (Throwable it = failure.getCause(); it != null; it = it.getCause()) {
            boolean said = switch (it) {
                case ImapFailure.LoginRefused login -> isClear(login.completion()) || isTokenOver(login.completion());
                case ImapFailure.Ended ended -> isTokenOver(ended.completion());
                case ImapFailure.Refused refused -> isTokenOver(refused.completion());
                default -> false;
            };
            if (said) {
                return true;
            }
        }
        return false;
    }

    static boolean isTokenOver(Completion said) {
        return TOKEN_OVER.matcher(said.said()).find();
    }

    static boolean isThrottling(Completion said) {
        return THROTTLING.matcher(said.said()).find();
    }

    /** Whether it may be one mail's fault that the connection broke: not if the server wants rest, or another token. */
    static boolean isAboutMail(IOException failure) {
        return switch (failure) {
            case ImapFailure.Ended it -> !isThrottling(it.completion()) && !isTokenOver(it.completion());
            case ImapFailure.Refused _ -> false;
            default -> true;
        };
    }

    static ConnectorException of(IOException failure, SourceConfig.Imap source) {
        String name = source.name();
        String where = source.imap().host() + " port " + source.imap().port();
        return switch (failure) {
            case ImapFailure.LoginRefused it -> login(it, source);
            case ImapFailure.Ended it -> asked(
                    "The server of " + name + " ended the connection (" + it.completion().said() + ")", it.completion(), it);
            case ImapFailure.Refused it -> refused(it, source);
            case ImapFailure.NotEncrypted it -> unavailable(
                    "The server " + where + " of " + name + " cannot be trusted: " + it.getMessage()
                            + ". No password was sent; check host, port and tls of this mailbox, and the network.",
                    it);
            case ImapFailure.Garbled it -> unavailable(
                    "The server of " + name + " (" + where + ") does not speak IMAP as it should: " + it.getMessage()
                            + ". What was read is kept; it is tried again by itself.",
                    it);
            case SSLException it -> unavailable(tls(it, source.imap()), it);
            case UnknownHostException it -> unavailable(
                    "The server " + source.imap().host() + " of " + name
                            + " is not known: check its name and the network. It is tried again by itself.",
                    it);
            case ConnectException it -> down(name, where, it);
            case NoRouteToHostException it -> down(name, where, it);
            case SocketTimeoutException it -> unavailable(
                    "The server of " + name + " (" + where + ") took too long to answer. It is tried again by itself.", it);
            default -> unavailable(
                    "The connection of " + name + " to " + where + " broke: " + text(failure)
                            + ". What was read is kept; it goes on by itself.",
                    failure);
        };
    }

    private static ConnectorException down(String name, String where, IOException failure) {
        return unavailable(
                "The server of " + name + " (" + where
                        + ") does not answer: it is down, or the port is wrong. It is tried again by itself.",
                failure);
    }

    private static ConnectorException refused(ImapFailure.Refused failure, SourceConfig.Imap source) {
        String said = failure.completion().said();
        if (said.toLowerCase(Locale.ROOT).contains("unsafe login")) {
            return new ConnectorException.Refused(
                    "The server of " + source.name() + " lets Genjin in but shows it no mail (" + said + "): in the provider's web"
                            + " mail, confirm the new login and allow IMAP for other programs. Then restart, or run 'genjin sync'.",
                    failure);
        }
        return asked(
                "The server of " + source.name() + " refuses to " + failure.what() + " (" + said + ")",
                failure.completion(), failure);
    }

    /** Whether a refusal at login is about who logs in, not about the hour. */
    private static boolean isClear(Completion completion) {
        String said = completion.said();
        return completion.has("AUTHENTICATIONFAILED") || completion.has("AUTHORIZATIONFAILED") || completion.has("EXPIRED")
                || !(THROTTLING.matcher(said).find() || PASSING.matcher(said).find());
    }

    private static ConnectorException login(ImapFailure.LoginRefused failure, SourceConfig.Imap source) {
        Completion completion = failure.completion();
        String said = completion.said();
        if (!isClear(completion)) {
            return asked("The server of " + source.name() + " lets nobody in just now (" + said + ")", completion, failure);
        }
        if (source.credentials() instanceof OAuthClient client) {
            return new ConnectorException.Refused(
                    "The server " + source.imap().host() + " refuses " + source.user() + " (" + said + "), although "
                            + client.provider().title() + " has signed " + source.name() + " in: see that IMAP is switched on for this"
                            + " mailbox and that it was this mailbox's account that signed in; then run 'genjin sign-in "
                            + source.name() + "'.",
                    failure);
        }
        return new ConnectorException.Refused(
                "The server " + source.imap().host() + " refuses the login of " + source.user() + " (" + said
                        + "): check the password behind its secret. Many providers want an app password or authorization"
                        + " code instead, and IMAP switched on in their settings. Then restart, or run 'genjin sync'.",
                failure, new LoginRefused(source.imap(), source.user(), said));
    }

    private static ConnectorException asked(String what, Completion said, IOException cause) {
        boolean quota = said.has("OVERQUOTA") || said.text().toLowerCase(Locale.ROOT).contains("bandwidth");
        return new ConnectorException.Unavailable(
                what + (quota ? ": its daily limit is reached. It goes on tomorrow by itself." : ". It is tried again by itself."),
                cause,
                quota ? QUOTA_PAUSE : Duration.ZERO);
    }

    private static ConnectorException unavailable(String sentence, IOException cause) {
        return new ConnectorException.Unavailable(sentence, cause);
    }

    private static String tls(SSLException failure, Server server) {
        return "The server " + server.host() + " cannot be trusted: " + TlsFaults.why(failure, server)
                + ". No password was sent; check host, port and tls of this mailbox, and the network. It is tried again by itself.";
    }

    /** The innermost message, on one line. */
    static String text(Exception failure) {
        return TlsFaults.innermost(failure);
    }
}
