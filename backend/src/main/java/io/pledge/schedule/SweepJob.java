package io.pledge.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz calls: looks the sweep up by the job's name and runs it. */
@DisallowConcurrentExecution
class SweepJob implements Job {
    private final Sweeps sweeps;

    SweepJob(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @Override
    public void execute(JobExecutionContext context) {
        sweeps.run(context.getJobDetail().getKey().getName());
    }
}
