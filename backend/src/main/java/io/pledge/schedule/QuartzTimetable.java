package io.pledge.schedule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import static org.quartz.SimpleScheduleBuilder.simpleSchedule;

/**
 * Hands the recurring jobs to Quartz, which shares them among the nodes on one database. The database's timetable is made
 * equal to this version's: changed jobs are replaced, dropped ones removed. Jobs begin when the application is ready.
 */
@Component
@ConditionalOnProperty(name = "pledge.schedule.enabled", matchIfMissing = true)
class QuartzTimetable {
    static final String GROUP = "pledge";

    private final Scheduler scheduler;
    private final List<Recurring> jobs;

    QuartzTimetable(Scheduler scheduler, List<Recurring> jobs) {
        this.scheduler = scheduler;
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() throws SchedulerException {
        var dropped = new HashSet<>(scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP)));
        dropped.removeAll(jobs.stream().map(QuartzTimetable::key).toList());
        scheduler.deleteJobs(List.copyOf(dropped));
        scheduler.scheduleJobs(timetable(), true);
        scheduler.start();
    }

    private Map<JobDetail, Set<? extends Trigger>> timetable() {
        return jobs.stream().collect(Collectors.toMap(QuartzTimetable::detail, job -> Set.of(trigger(job))));
    }

    private static JobKey key(Recurring job) {
        return JobKey.jobKey(job.name(), GROUP);
    }

    private static JobDetail detail(Recurring job) {
        return JobBuilder.newJob(SweepJob.class).withIdentity(key(job)).storeDurably().build();
    }

    private static Trigger trigger(Recurring job) {
        return TriggerBuilder.newTrigger()
                .withIdentity(job.name(), GROUP)
                .forJob(key(job))
                // turns that were missed are made up for by one run: a sweep does all that is due
                .withSchedule(simpleSchedule().withIntervalInMilliseconds(job.every().toMillis()).repeatForever()
                        .withMisfireHandlingInstructionNowWithRemainingCount())
                .build();
    }
}
