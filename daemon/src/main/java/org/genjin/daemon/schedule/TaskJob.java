package org.genjin.daemon.schedule;

import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one task once. */
@DisallowConcurrentExecution
final class TaskJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(TaskJob.class);

    private final @Nullable Task task;

    /** @param task null if a trigger fired for what is no longer configured */
    TaskJob(@Nullable Task task) {
        this.task = task;
    }

    @Override
    public void execute(JobExecutionContext context) {
        if (task == null) {
            return;
        }
        try {
            task.work().run();
        } catch (RuntimeException e) {
            LOG.error("{} failed; it runs again in its rhythm", task.name(), e);
        }
    }
}
