package org.genjin.daemon.schedule;

import org.quartz.spi.ThreadExecutor;

/**
 * Runs the scheduler's own threads so that nothing interrupts them: at its shutdown Quartz interrupts the threads it knows, one
 * of them may be inside the ledger, and one interrupt there closes the ledger's file for the whole process. They end by
 * themselves when the scheduler is told to.
 */
public final class UninterruptedThreads implements ThreadExecutor {

    /** Made by Quartz, by name. */
    public UninterruptedThreads() {}

    @Override
    public void execute(Thread thread) {
        // Quartz keeps the thread it made, which is never started, and interrupts that one.
        Runnable work = thread;
        Thread runner = new Thread(work, thread.getName());
        runner.setDaemon(true);
        runner.start();
    }

    @Override
    public void initialize() {
        // there is nothing to prepare
    }
}
