package org.genjin.connectors.imap;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private final CountDownLatch left = new CountDownLatch(1);
    private boolean fresh = true;
    private boolean idling;
    private boolean leaving;

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
        idles();
        long from = System.nanoTime();
        while (!news.some) {
            Duration left = turn.minusNanos(System.nanoTime() - from);
            ImapConnection.Waited waited =
                    left.isPositive() ? connection.await(tag, left, news) : ImapConnection.Waited.NOTHING;
            switch (waited) {
                case NOTHING -> {
                    return end(tag);
                }
                case END -> {
                    if (isLeft()) {
                        throw goodbye();
                    }
                    throw new IOException("the server does not wait for news");
                }
                case ANSWER -> {}
            }
        }
        return end(tag);
    }

    private synchronized void idles() {
        idling = true;
    }

    /** Whether another thread has ended the wait, which is over now in any case. */
    private synchronized boolean isLeft() {
        idling = false;
        return leaving;
    }

    private SocketException goodbye() throws IOException {
        try {
            connection.command("LOGOUT", ImapConnection.Untagged.NONE);
        } finally {
            left.countDown();
        }
        return new SocketException("the connection was ended");
    }

    /**
     * Ends the wait of another thread in good order, if there is one: the server is told before the connection goes, as some
     * servers count and log those that vanish.
     *
     * @param time how long to wait for it at most
     * @return false if nobody was waiting
     */
    boolean leave(Duration time) {
        synchronized (this) {
            if (!idling || leaving) {
                return false;
            }
            leaving = true;
        }
        try {
            connection.say("DONE");
            left.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // it is gone already: nobody is there to be told
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
        return true;
    }

    private boolean end(String tag) throws IOException {
        if (isLeft()) {
            while (connection.await(tag, patience.leave(), news) == ImapConnection.Waited.ANSWER) {
                // the end of the command comes after what the server still had to tell
            }
            throw goodbye();
        }
        try {
            connection.end(tag, "DONE", patience.afterIdle(), news);
            return true;
        } catch (SocketTimeoutException e) {
            throw new SocketTimeoutException("the connection is dead");
        }
    }
}
