package org.genjin.daemon;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGTERM and Ctrl-C into an orderly end: whoever waits here goes on, closes what is open, and says that it is done;
 * the process then ends with 0. If that takes longer than ten seconds it ends all the same, as if it had been killed.
 */
final class Signals {

    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    // A process that fails on its own ends with its own exit code.
    private volatile boolean served;

    Signals(PrintStream out) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(out), "end"));
    }

    /** Returns when somebody asks the process to end. */
    void await() {
        served = true;
        boolean interrupted = true;
        while (interrupted) {
            try {
                asked.await();
                interrupted = false;
            } catch (InterruptedException e) {
                interrupted = true; // only a signal ends the wait
            }
        }
    }

    /** Everything is closed. */
    void done() {
        done.countDown();
    }

    private void end(PrintStream out) {
        asked.countDown();
        try {
            if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && served) {
                out.flush();
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
