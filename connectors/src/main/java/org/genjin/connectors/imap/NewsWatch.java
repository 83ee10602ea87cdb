package org.genjin.connectors.imap;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.genjin.connectors.Connector;

/**
 * Waits for news of a folder by IDLE (RFC 2177). Servers end what is silent for 29 minutes, some fall silent themselves, and a
 * connection may be dead without a word: so IDLE is ended and begun again after some minutes, and who does not answer that is
 * given up.
 */
final class NewsWatch {

    private final ImapConnection connection;
    private final Patience patience;
    private final News news = new News();
    private boolean fresh = true;

    /** @param connection on which the folder has been examined, and nothing is done but this */
    NewsWatch(ImapConnection connection, Patience patience) {
        this.connection = connection;
        this.patience = patience;
    }

    private static final class News implements ImapConnection.Untagged {
        private boolean some;

        @Override
        public void take(long number, String name, ImapInput in) {
            some |= name.equals("EXISTS") || name.equals("RECENT") && number > 0;
        }
    }

    Connector.News await(Duration time) throws IOException {
        if (!connection.can("IDLE")) {
            return Connector.News.UNKNOWN;
        }
        if (fresh) {
            fresh = false; // what came before this connection stood was not heard
            return Connector.News.SOME;
        }
        Duration left = time;
        while (!news.some && left.isPositive()) {
            Duration turn = left.compareTo(patience.idle()) < 0 ? left : patience.idle();
            if (!idle(turn)) {
                return Connector.News.UNKNOWN;
            }
            left = left.minus(turn);
        }
        boolean some = news.some;
        news.some = false;
        return some ? Connector.News.SOME : Connector.News.NONE;
    }

    /** @return false if the server will not do it */
    private boolean idle(Duration turn) throws IOException {
        Optional<String> begun = connection.begin("IDLE", news);
        if (begun.isEmpty()) {
            return false;
        }
        String tag = begun.get();
        long from = System.nanoTime();
        while (!news.some) {
            Duration left = turn.minusNanos(System.nanoTime() - from);
            ImapConnection.Waited waited =
                    left.isPositive() ? connection.await(tag, left, news) : ImapConnection.Waited.NOTHING;
            switch (waited) {
                case NOTHING -> {
                    return end(tag);
                }
                case END -> throw new IOException("the server does not wait for news");
                case ANSWER -> {}
            }
        }
        return end(tag);
    }

    private boolean end(String tag) throws IOException {
        try {
            connection.end(tag, "DONE", patience.afterIdle(), news);
            return true;
        } catch (SocketTimeoutException e) {
            throw new SocketTimeoutException("the connection is dead");
        }
    }
}
