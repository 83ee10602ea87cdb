package org.genjin.connectors.oauth;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.genjin.config.OAuthClient;
import org.genjin.config.SourceConfig;
import org.genjin.connectors.ConnectorException;
import org.genjin.connectors.SignInState;

/**
 * Keeps each mailbox's tokens and renews them: when four fifths of their life are over, or when a server did not take one.
 * Of a mailbox, one thread at a time asks the provider; the others take what it got. A new refresh token is on disk before
 * anything is done with what came with it. Thread-safe.
 */
final class TokenKeeper {

    /** A token that was got so little ago is not the trouble; asking for another would only load the provider. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final TokenFiles files;
    private final TokenEndpoint endpoint;
    private final ClientForm form;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> busy = new ConcurrentHashMap<>();
    /** What could not be written down, until it can: the provider may honour no older one. */
    private final Map<String, Tokens> unwritten = new ConcurrentHashMap<>();

    TokenKeeper(Path folder, TokenEndpoint endpoint, ClientForm form, InstantSource clock) {
        this.files = new TokenFiles(folder);
        this.endpoint = endpoint;
        this.form = form;
        this.clock = clock;
    }

    /** An access token that is good for a while. */
    String access(SourceConfig.Imap mailbox, OAuthClient client) throws ConnectorException {
        ReentrantLock mine = lock(mailbox);
        try {
            Tokens known = load(mailbox, client);
            if (!known.isDue(clock.instant())) {
                return known.accessToken();
            }
            try {
                return refresh(mailbox, client, known).accessToken();
            } catch (ConnectorException.Unavailable e) {
                if (!known.isExpired(clock.instant()) && !unwritten.containsKey(mailbox.name())) {
                    return known.accessToken(); // the provider is asked again at the next login
                }
                throw e;
            }
        } finally {
            mine.unlock();
        }
    }

    /** @return false if the refused token is so new that another would fare no better */
    boolean renew(SourceConfig.Imap mailbox, OAuthClient client, String refused) throws ConnectorException {
        ReentrantLock mine = lock(mailbox);
        try {
            Tokens known = load(mailbox, client);
            if (!known.accessToken().equals(refused)) {
                return true; // another thread was quicker, or somebody has signed in
            }
            if (clock.instant().isBefore(known.issuedAt().plus(FRESH))) {
                return false;
            }
            refresh(mailbox, client, known);
            return true;
        } finally {
            mine.unlock();
        }
    }

    /** Takes what came of a sign-in, in place of what was there. */
    void keep(SourceConfig.Imap mailbox, Tokens tokens) throws ConnectorException {
        ReentrantLock mine = lock(mailbox);
        try {
            save(mailbox, tokens);
        } finally {
            mine.unlock();
        }
    }

    SignInState state(SourceConfig.Imap mailbox, OAuthClient client) {
        try {
            Optional<Tokens> found = find(mailbox).filter(it -> it.areOf(client));
            if (found.isEmpty()) {
                return new SignInState.Missing();
            }
            String ended = found.get().ended();
            Instant since = found.get().signedInAt();
            return ended == null ? new SignInState.Valid(since) : new SignInState.Ended(since, ended);
        } catch (IOException e) {
            return new SignInState.Missing(); // the next login says why
        }
    }

    private ReentrantLock lock(SourceConfig.Imap mailbox) {
        ReentrantLock mine = busy.computeIfAbsent(mailbox.name(), _ -> new ReentrantLock());
        mine.lock();
        return mine;
    }

    private Optional<Tokens> find(SourceConfig.Imap mailbox) throws IOException {
        Tokens waiting = unwritten.get(mailbox.name());
        return waiting == null ? files.read(mailbox.name()) : Optional.of(waiting);
    }

    private Tokens load(SourceConfig.Imap mailbox, OAuthClient client) throws ConnectorException {
        Tokens waiting = unwritten.get(mailbox.name());
        if (waiting != null) {
            save(mailbox, waiting);
        }
        try {
            return files.read(mailbox.name())
                    .filter(it -> it.areOf(client))
                    .orElseThrow(() -> Refusals.missing(mailbox));
        } catch (IOException e) {
            throw new ConnectorException.Refused(
                    "What lets us into " + mailbox.name() + " cannot be read: " + e.getMessage()
                            + ". Give the folder 'tokens' of the home back to the user who runs Genjin.",
                    e);
        }
    }

    private Tokens refresh(SourceConfig.Imap mailbox, OAuthClient client, Tokens known) throws ConnectorException {
        Map<String, String> asked = form.of(client);
        asked.put("grant_type", "refresh_token");
        asked.put("refresh_token", known.refreshToken());
        if (client.provider() == OAuthClient.Provider.MICROSOFT) {
            asked.put("scope", client.scope()); // its endpoint wants to hear it again
        }
        return switch (endpoint.tokens(client.endpoints().token(), asked)) {
            case Answer.Granted granted -> {
                Tokens renewed = known.renewed(granted, clock.instant());
                save(mailbox, renewed);
                yield renewed;
            }
            case Answer.Denied denied -> {
                if (!Refusals.endsTheSignIn(denied)) {
                    throw Refusals.denied(mailbox, client, denied);
                }
                save(mailbox, known.endedBecause(denied.said()));
                throw Refusals.ended(mailbox, client, denied.said());
            }
            case Answer.Unreachable(String why) -> throw new ConnectorException.Unavailable(
                    "The sign-in of " + mailbox.name() + " cannot be renewed just now: " + why + ". It is tried again by itself.", null);
        };
    }

    private void save(SourceConfig.Imap mailbox, Tokens tokens) throws ConnectorException.Unavailable {
        try {
            files.write(mailbox.name(), tokens);
            unwritten.remove(mailbox.name());
        } catch (IOException e) {
            unwritten.put(mailbox.name(), tokens);
            throw new ConnectorException.Unavailable(
                    "What lets us into " + mailbox.name() + " cannot be written down: " + e.getMessage()
                            + ". See to room and rights in the folder 'tokens' of the home; it is tried again by itself.",
                    e);
        }
    }
}
