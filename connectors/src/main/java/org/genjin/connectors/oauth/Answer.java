package org.genjin.connectors.oauth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a token endpoint answered (RFC 6749 section 5). */
sealed interface Answer {

    /**
     * @param refreshToken null: the one there is goes on
     * @param scope null: all that was asked for
     */
    record Granted(String accessToken, @Nullable String refreshToken, Duration life, @Nullable String scope) implements Answer {
        @Override
        public String toString() {
            return "granted";
        }
    }

    /**
     * @param code as RFC 6749 section 5.2 and RFC 8628 section 3.5 have them, or the provider's own
     * @param said for a person, with no secret in it
     */
    record Denied(String code, String said) implements Answer {}

    /** It could not be asked, or had trouble of its own. */
    record Unreachable(String why) implements Answer {}
}
