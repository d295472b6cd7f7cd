-- Policies and calendars as they were when a promise was made. A version is written once and never changes.
create table sla_version (
    id          bigint generated always as identity primary key,
    name        text        not null,
    fingerprint text        not null,
    body        text        not null,
    loaded_at   timestamptz not null,
    unique (name, fingerprint)
);

-- The promise ledger. What happened to a ticket, as far as promises go: the input from which every promise is computed.
create table ledger_event (
    ticket_id   bigint      not null references ticket (id),
    position    integer     not null,
    type        text        not null,
    detail      jsonb       not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    unit_id     bigint references service_unit (id),
    unit_path   text,
    tier        text,
    person_id   bigint references person (id),
    primary key (ticket_id, position)
);

-- What became of each promise, entered once: made, kept, broken, answered late, superseded, withdrawn, voided.
create table ledger_entry (
    id          bigint generated always as identity primary key,
    ticket_id   bigint      not null references ticket (id),
    kind        text        not null,
    sequence    integer     not null,
    what        text        not null,
    due_at      timestamptz,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null
);
create index ledger_entry_ticket on ledger_entry (ticket_id, kind, sequence);

-- Where every promise stands: a projection of the ledger that can be rebuilt, shaped for queues, reports and the watch.
create table promise (
    ticket_id   bigint      not null references ticket (id),
    kind        text        not null,
    sequence    integer     not null,
    state       text        not null,
    explicit    boolean     not null,
    unconfirmed boolean     not null,
    voided      boolean     not null,
    made_at     timestamptz not null,
    due_at      timestamptz,
    warn_at     timestamptz,
    -- when the watch must look next: the warning, then the due time; null when nothing will happen by itself
    attention_at timestamptz,
    outcome_at  timestamptz,
    breached_at timestamptz,
    warned_at   timestamptz,
    detected_at timestamptz,
    notified_at timestamptz,
    used_seconds bigint     not null,
    remaining_seconds bigint,
    -- whose it is: who held the ticket at the due time of a broken, at the keeping of a kept, now for a running promise
    unit_id     bigint references service_unit (id),
    unit_path   text,
    tier        text,
    person_id   bigint references person (id),
    customer_id bigint references customer (id),
    account_manager_id bigint references person (id),
    ticket_kind text        not null,
    severity    text        not null,
    contract_level text,
    policy_line text        not null,
    primary key (ticket_id, kind, sequence)
);
create index promise_attention on promise (attention_at) where attention_at is not null;
create index promise_due on promise (due_at, unit_path text_pattern_ops);
create index promise_person on promise (person_id, due_at);
create index promise_unanswered on promise (ticket_id) where outcome_at is null and state in ('RUNNING', 'BROKEN');

create trigger sla_version_append_only before update or delete on sla_version
    for each row execute function refuse_change();
create trigger ledger_event_append_only before update or delete on ledger_event
    for each row execute function refuse_change();
create trigger ledger_entry_append_only before update or delete on ledger_entry
    for each row execute function refuse_change();
create trigger sla_version_no_truncate before truncate on sla_version for each statement execute function refuse_change();
create trigger ledger_event_no_truncate before truncate on ledger_event for each statement execute function refuse_change();
create trigger ledger_entry_no_truncate before truncate on ledger_entry for each statement execute function refuse_change();
