package org.genjin.connectors.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.genjin.config.OAuthClient;
import org.jspecify.annotations.Nullable;

/**
 * What came of a sign-in, as it is kept. Printed, it shows none of it.
 *
 * @param clientId by which registration of this program; no other may renew it
 * @param issuedAt when the access token was got
 * @param ended why the provider does not renew it any more; null if it does
 */
record Tokens(
        OAuthClient.Provider provider,
        String clientId,
        String refreshToken,
        String accessToken,
        Instant issuedAt,
        Instant expiresAt,
        Instant signedInAt,
        @Nullable String ended) {

    /** Of its life, so much is used. */
    private static final double USED = 0.8;

    /** A file may lack what must be there; it is none then. */
    Tokens {
        Objects.requireNonNull(provider);
        Objects.requireNonNull(clientId);
        Objects.requireNonNull(refreshToken);
        Objects.requireNonNull(accessToken);
        Objects.requireNonNull(issuedAt);
        Objects.requireNonNull(expiresAt);
        Objects.requireNonNull(signedInAt);
    }

    static Tokens of(OAuthClient client, Answer.Granted granted, String refreshToken, Instant now) {
        return new Tokens(
                client.provider(), client.id(), refreshToken, granted.accessToken(), now, now.plus(granted.life()), now, null);
    }

    /** After a renewal. A provider that gives no new refresh token lets the old one go on (RFC 6749 section 6). */
    Tokens renewed(Answer.Granted granted, Instant now) {
        String refresh = granted.refreshToken() == null ? refreshToken : granted.refreshToken();
        return new Tokens(
                provider, clientId, refresh, granted.accessToken(), now, now.plus(granted.life()), signedInAt, null);
    }

    Tokens endedBecause(String why) {
        return new Tokens(provider, clientId, refreshToken, accessToken, issuedAt, expiresAt, signedInAt, why);
    }

    boolean areOf(OAuthClient client) {
        return provider == client.provider() && clientId.equals(client.id());
    }

    /** True also where the clock was put back: then nobody knows how old the token is. */
    boolean isDue(Instant now) {
        long life = Duration.between(issuedAt, expiresAt).toMillis();
        return now.isBefore(issuedAt) || !now.isBefore(issuedAt.plusMillis((long) (life * USED)));
    }

    boolean isExpired(Instant now) {
        return now.isBefore(issuedAt) || !now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "tokens of " + provider.title();
    }
}
