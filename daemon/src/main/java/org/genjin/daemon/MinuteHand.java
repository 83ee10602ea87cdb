package org.genjin.daemon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every minute whether mails are to be sent, on a thread of its own and by a clock that nobody can set: all of the
 * schedule's threads may be reading mailboxes for hours, and its triggers go by the machine's clock. Sees when that was set back,
 * as the triggers would then wait until it is again what it was.
 */
final class MinuteHand implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MinuteHand.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** Clocks are set by seconds all the time. */
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("minute-hand").daemon().factory());
    private final InstantSource clock;
    private final Runnable look;
    private final Runnable setBack;
    private Instant last;

    /**
     * @param look must not take long
     * @param setBack what to do when the machine's clock was set back
     */
    MinuteHand(InstantSource clock, Runnable look, Runnable setBack) {
        this.clock = clock;
        this.look = look;
        this.setBack = setBack;
        this.last = clock.instant();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it goes on until the thread ends
    MinuteHand start() {
        thread.scheduleWithFixedDelay(this::tick, 0, Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    void tick() {
        try {
            Instant now = clock.instant();
            boolean back = now.isBefore(last.minus(SET_BACK));
            last = now;
            if (back) {
                LOG.warn("the clock of this machine was set back; what is scheduled begins anew");
                setBack.run();
            }
            look.run();
        } catch (RuntimeException e) {
            LOG.error("it was not looked for mails to send; it is tried again in a minute", e);
        }
    }

    /** Waits for a look that goes on. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a look for mails to send has not ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
