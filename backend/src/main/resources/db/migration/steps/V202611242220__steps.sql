-- What the kinds of cases ask and do, as the operator's file said at some time. A case keeps the version under which it came in.
create table steps_version (
    id          bigint generated always as identity primary key,
    fingerprint text        not null unique,
    body        text        not null,
    loaded_at   timestamptz not null
);

-- What was told in the short form of a case. Cases that came in before there were steps have none.
create table case_form (
    ticket_id  bigint primary key references ticket (id),
    version_id bigint not null references steps_version (id),
    answers    jsonb  not null default '{}'
);

create table case_step (
    id          bigint generated always as identity primary key,
    ticket_id   bigint  not null references case_form (ticket_id),
    step        text    not null,
    ordinal     integer not null,
    state       text    not null check (state in ('WAITING', 'OPEN', 'DONE', 'UNNEEDED', 'DROPPED')),
    doer        text    not null,
    unit_id     bigint references service_unit (id),
    ready_at    timestamptz,
    due_at      timestamptz,
    attention_at timestamptz,
    told_at     timestamptz,
    overdue_at  timestamptz,
    done_at     timestamptz,
    done_by     bigint references person (id),
    -- still owed though its case has closed
    outlived    boolean not null default false,
    written     jsonb   not null default '{}',
    unique (ticket_id, step),
    constraint case_step_unit check ((unit_id is not null) = (doer = 'UNIT')),
    constraint case_step_done check ((done_at is not null) = (state = 'DONE')),
    constraint case_step_attended check (attention_at is null or state = 'OPEN')
);
create index case_step_attention on case_step (attention_at) where attention_at is not null;
create index case_step_open on case_step ((coalesce(due_at, 'infinity'::timestamptz)), id) where state = 'OPEN';
create index case_step_of_unit on case_step (unit_id) where state = 'OPEN' and doer = 'UNIT';
create index case_step_of_quality on case_step (id) where state = 'OPEN' and doer = 'QUALITY';
create index case_step_outlived on case_step (id) where state = 'OPEN' and outlived;
