package org.genjin.daemon.ingest;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Lets the index follow the reading of facts, so that a message is put into it once, with its facts; and tells those who read
 * facts which messages the index has taken without them. Nothing waits long: a message can be found before its facts can.
 * Thread-safe.
 */
public final class FactsFirst {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition read = lock.newCondition();
    private long readTo;
    private long takenTo;
    private boolean inVain;

    /** The facts of all messages up to {@code revision} have been read. */
    void readTo(long revision) {
        lock.lock();
        try {
            readTo = revision;
            inVain = false;
            read.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits a moment for the facts of messages up to {@code revision}; not again, until more of them are read, if in vain. */
    void await(long revision) {
        lock.lock();
        try {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (readTo < revision && !inVain) {
                long left = until - System.nanoTime();
                inVain = left <= 0;
                if (!inVain) {
                    read.await(left, TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        } finally {
            lock.unlock();
        }
    }

    /** The index has taken messages up to {@code revision}, and no others. */
    void takenTo(long revision) {
        lock.lock();
        try {
            takenTo = revision;
        } finally {
            lock.unlock();
        }
    }

    /** Reads what the index takes of messages up to {@code revision}; no facts are written meanwhile. */
    <T> T taking(long revision, Supplier<T> entries) {
        lock.lock();
        try {
            takenTo = revision;
            return entries.get();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes facts; the index takes nothing meanwhile.
     *
     * @param write is given the revision up to which it has taken messages
     */
    <T> T writing(LongFunction<T> write) {
        lock.lock();
        try {
            return write.apply(takenTo);
        } finally {
            lock.unlock();
        }
    }
}
