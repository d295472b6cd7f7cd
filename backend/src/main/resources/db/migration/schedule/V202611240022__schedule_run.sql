-- How each recurring job fared: one row per job, written after every run.
create table schedule_run
(
  job              text primary key,
  node             text                     not null,
  ran_at           timestamp with time zone not null,
  took_ms          bigint                   not null,
  failure          text,
  runs             bigint                   not null,
  failures         bigint                   not null,
  last_succeeded_at timestamp with time zone,
  last_failed_at   timestamp with time zone
);
