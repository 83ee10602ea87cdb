package org.genjin.connectors;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a whole pull failed. The two kinds are the two decisions a caller can take. The message is a whole sentence for a
 * person, with the names in it and, for {@link Refused}, what to do.
 */
public abstract sealed class ConnectorException extends Exception {

    private ConnectorException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Trying again later may succeed: timeouts, lost connections, a busy server. */
    public static final class Unavailable extends ConnectorException {

        private final Duration pause;

        public Unavailable(String message, @Nullable Throwable cause) {
            this(message, cause, Duration.ZERO);
        }

        /** @param pause how long the source is to be left alone at least */
        public Unavailable(String message, @Nullable Throwable cause, Duration pause) {
            super(message, cause);
            this.pause = pause;
        }

        public Duration pause() {
            return pause;
        }
    }

    /** Trying again will not help until a person acts: wrong password, missing folder. */
    public static final class Refused extends ConnectorException {

        private final transient @Nullable LoginRefused login;

        public Refused(String message, @Nullable Throwable cause) {
            super(message, cause);
            this.login = null;
        }

        public Refused(String message, @Nullable Throwable cause, LoginRefused login) {
            super(message, cause);
            this.login = login;
        }

        /** What was refused, if it was a login: providers want different things first. */
        public Optional<LoginRefused> login() {
            return Optional.ofNullable(login);
        }
    }
}
