-- The case. Numbers that people see (PL-10001) come from the id.
create sequence ticket_id_seq start with 10001 increment by 1;

create table ticket (
    id                 bigint primary key default nextval('ticket_id_seq'),
    version            integer     not null,
    submission_key     text        not null unique,
    kind               text        not null,
    severity           text        not null,
    state              text        not null,
    channel            text        not null,
    title              text        not null,
    product            text,
    serial             text,
    place              text,
    language           text        not null,
    zone               text        not null,
    customer_id        bigint references customer (id),
    site_id            bigint references site (id),
    contract_level     text,
    account_manager_id bigint references person (id),
    unit_id            bigint      not null references service_unit (id),
    unit_path          text        not null,
    involved_paths     text[]      not null,
    tier               text        not null,
    home_unit_id       bigint      not null references service_unit (id),
    assignee_id        bigint references person (id),
    submitted_at       timestamptz not null,
    recorded_at        timestamptz not null,
    taken_at           timestamptz,
    awaiting_since     timestamptz,
    resolved_at        timestamptz,
    ended_at           timestamptz,
    -- set by the module that keeps the promises, so that every queue sorts on one index
    next_due           timestamptz,
    next_kind          text,
    constraint ticket_ended check ((ended_at is not null) = (state in ('CLOSED', 'CLOSED_UNCONFIRMED', 'CANCELLED', 'MERGED')))
);

-- one for each question a queue asks; only what is open is in them
create index ticket_queue on ticket (unit_path text_pattern_ops, next_due) where ended_at is null;
create index ticket_unit_due on ticket (unit_id, next_due) where ended_at is null;
create index ticket_mine on ticket (assignee_id, next_due) where ended_at is null;
create index ticket_account_manager on ticket (account_manager_id, next_due);
create index ticket_customer on ticket (customer_id, id);
create index ticket_involved on ticket using gin (involved_paths);
create index ticket_ended on ticket (ended_at) where ended_at is not null;

-- Who is on the customer's side of a case. Personal data: stands outside the append-only tables and can be erased.
create table participant (
    id          bigint generated always as identity primary key,
    ticket_id   bigint      not null references ticket (id),
    contact_id  bigint references contact (id),
    name        text        not null,
    email       text,
    phone       text,
    language    text        not null,
    zone        text        not null,
    submitter   boolean     not null,
    added_at    timestamptz not null,
    erased_at   timestamptz
);
create index participant_ticket on participant (ticket_id);

-- What was written. The words may name people, so they stand here and the timeline points at them.
create table message (
    id          bigint generated always as identity primary key,
    ticket_id   bigint      not null references ticket (id),
    visibility  text        not null check (visibility in ('PUBLIC', 'INTERNAL')),
    author      text        not null check (author in ('STAFF', 'CUSTOMER', 'SYSTEM')),
    person_id   bigint references person (id),
    participant_id bigint references participant (id),
    via         text        not null,
    body        text        not null,
    next_word_at timestamptz,
    heard_at    timestamptz,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index message_ticket on message (ticket_id, occurred_at);

create table attachment (
    id          bigint generated always as identity primary key,
    ticket_id   bigint      not null references ticket (id),
    message_id  bigint references message (id),
    name        text        not null,
    media_type  text        not null,
    size        bigint      not null,
    sha256      text        not null,
    content     bytea       not null,
    recorded_at timestamptz not null
);
create index attachment_ticket on attachment (ticket_id);

-- The timeline: who did what, when it happened, when we learned of it. Append-only.
create table timeline_entry (
    id          bigint generated always as identity primary key,
    ticket_id   bigint      not null references ticket (id),
    what        text        not null,
    actor       text        not null check (actor in ('STAFF', 'CUSTOMER', 'SYSTEM')),
    person_id   bigint references person (id),
    unit_id     bigint references service_unit (id),
    message_id  bigint references message (id),
    visible_to_customer boolean not null,
    detail      jsonb       not null default '{}',
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index timeline_ticket on timeline_entry (ticket_id, occurred_at, id);

create table hold (
    id         bigint generated always as identity primary key,
    ticket_id  bigint      not null references ticket (id),
    reason     text        not null,
    held_by    bigint references person (id),
    held_at    timestamptz not null,
    ended_at   timestamptz,
    ended_by   text
);
create unique index hold_one_running on hold (ticket_id) where ended_at is null;

create table escalation (
    id         bigint generated always as identity primary key,
    ticket_id  bigint      not null references ticket (id),
    cause      text        not null,
    reason     text        not null,
    tried      text,
    raised_by  bigint references person (id),
    from_unit_id bigint    not null references service_unit (id),
    to_unit_id bigint      not null references service_unit (id),
    raised_at  timestamptz not null,
    take_by    timestamptz not null,
    taken_by   bigint references person (id),
    taken_at   timestamptz,
    climbed_at timestamptz,
    handed_back_at timestamptz,
    handed_back_by bigint references person (id),
    instructions text
);
create index escalation_ticket on escalation (ticket_id);
create index escalation_due on escalation (take_by) where taken_at is null and climbed_at is null;

-- What the engineer did, and what became of it when the customer was asked.
create table resolution (
    id          bigint generated always as identity primary key,
    ticket_id   bigint      not null references ticket (id),
    resolved_by bigint references person (id),
    resolved_at timestamptz not null,
    message_id  bigint      not null references message (id),
    cause       text        not null,
    remedy      text        not null,
    prevention  text        not null,
    reminders   integer     not null default 0,
    attention_at timestamptz,
    outcome     text,
    outcome_reason text,
    outcome_at  timestamptz
);
create index resolution_ticket on resolution (ticket_id);
create unique index resolution_one_open on resolution (ticket_id) where outcome is null;
create index resolution_due on resolution (attention_at) where outcome is null;

-- Links for customers: only the hash of the token is kept.
create table private_link (
    token_hash text primary key,
    ticket_id  bigint      not null references ticket (id),
    participant_id bigint  not null references participant (id),
    issued_at  timestamptz not null
);
create index private_link_ticket on private_link (ticket_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger timeline_entry_append_only before update or delete on timeline_entry
    for each row execute function refuse_change();
create trigger timeline_entry_no_truncate before truncate on timeline_entry
    for each statement execute function refuse_change();
