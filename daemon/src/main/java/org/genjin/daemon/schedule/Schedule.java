package org.genjin.daemon.schedule;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.TriggerBuilder.newTrigger;

import java.io.IOException;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.genjin.daemon.ledger.Ledger;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.DBConnectionManager;

/**
 * Runs tasks in their rhythms until it is closed. Its triggers are kept in the ledger's database and made anew from the
 * tasks at every start: what configuration no longer names is gone.
 */
public final class Schedule implements AutoCloseable {

    private static final int THREADS = 6;

    private final Scheduler scheduler;
    private final Map<JobKey, Task> tasks;

    private Schedule(Scheduler scheduler, Map<JobKey, Task> tasks) {
        this.scheduler = scheduler;
        this.tasks = Map.copyOf(tasks);
    }

    /** @throws IOException if the scheduler's tables cannot be used */
    public static Schedule start(Ledger ledger, List<Task> tasks) throws IOException {
        SchedulerTables.create(ledger);
        // Quartz finds its connections by name only; the ledger's id keeps two homes of one process apart.
        DBConnectionManager.getInstance().addConnectionProvider(ledger.id(), new LedgerConnections(ledger));
        try {
            Scheduler scheduler = new StdSchedulerFactory(properties(ledger.id())).getScheduler();
            Map<JobKey, Task> byKey = new HashMap<>();
            tasks.forEach(task -> byKey.put(new JobKey(task.name()), task));
            scheduler.setJobFactory((fired, _) -> new TaskJob(byKey.get(fired.getJobDetail().getKey())));
            reconcile(scheduler, byKey);
            scheduler.start();
            return new Schedule(scheduler, byKey);
        } catch (SchedulerException e) {
            throw new IOException("The scheduler cannot be started: " + e.getMessage(), e);
        }
    }

    /** Begins all rhythms anew: after the machine's clock was set back, the triggers would wait until it is what it was. */
    public void renew() {
        try {
            reconcile(scheduler, tasks);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler does not begin anew", e);
        }
    }

    /** Fires nothing more; what is running goes on. */
    public void standby() {
        try {
            scheduler.standby();
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler does not pause", e);
        }
    }

    /** Fires nothing more and waits for what is running. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the scheduler does not stop", e);
        }
    }

    private static void reconcile(Scheduler scheduler, Map<JobKey, Task> tasks) throws SchedulerException {
        Set<JobKey> kept = new HashSet<>(scheduler.getJobKeys(GroupMatcher.anyJobGroup()));
        for (JobKey gone : kept) {
            if (!tasks.containsKey(gone)) {
                scheduler.deleteJob(gone);
            }
        }
        for (Map.Entry<JobKey, Task> it : tasks.entrySet()) {
            JobDetail job = newJob(TaskJob.class).withIdentity(it.getKey()).storeDurably().build();
            Set<Trigger> triggers = new HashSet<>();
            List<Task.Rhythm> rhythms = it.getValue().rhythms();
            for (int i = 0; i < rhythms.size(); i++) {
                triggers.add(trigger(it.getKey(), i, rhythms.get(i)));
            }
            scheduler.scheduleJob(job, triggers, true);
        }
    }

    private static Trigger trigger(JobKey job, int number, Task.Rhythm rhythm) {
        var trigger = newTrigger().withIdentity(job.getName() + " " + number).forJob(job);
        return switch (rhythm) {
            case Task.Rhythm.Every every -> trigger.startNow()
                    .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                            .withIntervalInMilliseconds(every.pause().toMillis())
                            .repeatForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
            case Task.Rhythm.Daily daily -> trigger.withSchedule(
                            CronScheduleBuilder.cronSchedule("0 " + daily.at().getMinute() + " " + daily.at().getHour()
                                            + " ? * " + quartzDays(daily.days()))
                                    .inTimeZone(TimeZone.getTimeZone(daily.zone()))
                                    .withMisfireHandlingInstructionFireAndProceed())
                    .build();
        };
    }

    /** Quartz counts from Sunday = 1. */
    private static String quartzDays(Set<DayOfWeek> days) {
        Set<String> numbers = new TreeSet<>();
        days.forEach(day -> numbers.add(Integer.toString(day.getValue() % 7 + 1)));
        return String.join(",", numbers);
    }

    private static Properties properties(String ledgerId) {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceName", "genjin-" + ledgerId);
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
        properties.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.setProperty("org.quartz.threadExecutor.class", UninterruptedThreads.class.getName());
        properties.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        properties.setProperty("org.quartz.jobStore.dataSource", ledgerId);
        properties.setProperty("org.quartz.jobStore.useProperties", "true");
        return properties;
    }
}
