-- Why a job failed last, kept when later runs are well again.
alter table schedule_run add column last_failure text;
update schedule_run set last_failure = failure where failure is not null;
