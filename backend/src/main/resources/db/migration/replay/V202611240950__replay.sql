-- Replays of event logs. A run is one log file read with one mapping; "done" is the place of the last row that was driven, written in
-- the transaction of the verbs, so that a run goes on exactly where it stopped.
create table replay_run (
    id            bigint generated always as identity primary key,
    customer      text        not null,
    fingerprint   text        not null,
    incidents     integer,
    file          text        not null,
    started_at    timestamptz not null,
    log_rows      bigint,
    first_at      timestamptz,
    last_at       timestamptz,
    driven_rows   bigint      not null default 0,
    done_at       timestamptz,
    done_line     integer,
    done_step     smallint,
    finished_at   timestamptz,
    unique nulls not distinct (customer, fingerprint, incidents)
);

-- The rows of a run in order of time across incidents; step 0 is the opening of an incident, which comes before its first row.
create table replay_row (
    run_id      bigint      not null references replay_run (id),
    occurred_at timestamptz not null,
    line        integer     not null,
    step        smallint    not null,
    incident    text        not null,
    state       text        not null,
    team        text,
    severity    text        not null,
    caller      text,
    place       text,
    subject     text        not null,
    opened_at   timestamptz,
    primary key (run_id, occurred_at, line, step)
);

-- Where each incident of a log stands. A row at or before its last one is never driven again, in whatever run it comes.
create table replay_incident (
    customer   text        not null,
    incident   text        not null,
    ticket_id  bigint      not null references ticket (id),
    unit_id    bigint      not null references service_unit (id),
    state      text        not null,
    team       text,
    severity   text        not null,
    untaken    boolean     not null,
    last_at    timestamptz not null,
    last_line  integer     not null,
    last_step  smallint    not null,
    primary key (customer, incident)
);

-- What could not be brought over as it stands in the log, counted by reason.
create table replay_unmapped (
    run_id bigint  not null references replay_run (id),
    what   text    not null,
    count  bigint  not null,
    primary key (run_id, what)
);

-- Rows that could not be read.
create table replay_skipped (
    run_id bigint  not null references replay_run (id),
    line   integer not null,
    reason text    not null,
    primary key (run_id, line)
);
