-- A major incident: one parent for many customers' cases, each of which keeps its own promises.
create table incident (
    id          bigint generated always as identity primary key,
    key         text        not null unique,
    title_en    text        not null,
    title_zh    text        not null,
    severity    text        not null,
    unit_id     bigint      not null references service_unit (id),
    unit_path   text        not null,
    lead_id     bigint      not null references person (id),
    -- whether customers read of it on the pages of their cases
    shown       boolean     not null,
    declared_by bigint      not null references person (id),
    declared_at timestamptz not null,
    -- when the lead said last that it is solved
    resolved_at timestamptz,
    closed_at   timestamptz
);
create index incident_open on incident (declared_at) where closed_at is null;
create index incident_past on incident (closed_at) where closed_at is not null;

create table incident_case (
    id          bigint generated always as identity primary key,
    incident_id bigint      not null references incident (id),
    ticket_id   bigint      not null references ticket (id),
    attached_by bigint references person (id),
    attached_at timestamptz not null,
    detached_by bigint references person (id),
    detached_at timestamptz,
    -- when it was bound no longer: taken out, or the incident closed
    freed_at    timestamptz
);
-- A case belongs to one open incident at most.
create unique index incident_case_bound on incident_case (ticket_id) where freed_at is null;
create index incident_case_incident on incident_case (incident_id, ticket_id) where detached_at is null;

-- What happened to an incident. Append-only, as the timeline of a case.
create table incident_entry (
    id          bigint generated always as identity primary key,
    incident_id bigint      not null references incident (id),
    what        text        not null,
    person_id   bigint references person (id),
    ticket_id   bigint references ticket (id),
    detail      text        not null,
    happened_at timestamptz not null
);
create index incident_entry_incident on incident_entry (incident_id, id);
create trigger incident_entry_append_only before update or delete on incident_entry
    for each row execute function refuse_change();
create trigger incident_entry_no_truncate before truncate on incident_entry
    for each statement execute function refuse_change();

-- One message to all customers of an incident, or the word that it is solved.
create table broadcast (
    id           bigint generated always as identity primary key,
    key          text        not null unique,
    incident_id  bigint      not null references incident (id),
    kind         text        not null check (kind in ('MESSAGE', 'RESOLUTION')),
    next_word_at timestamptz,
    written_by   bigint      not null references person (id),
    written_at   timestamptz not null
);
create index broadcast_incident on broadcast (incident_id, id);

-- Its words in each language in which it was written; cause, remedy and prevention where it says that it is solved.
create table broadcast_words (
    broadcast_id bigint not null references broadcast (id),
    language     text   not null check (language in ('en', 'zh')),
    text         text   not null,
    cause        text,
    remedy       text,
    prevention   text,
    primary key (broadcast_id, language)
);

-- Its way to each case: every row is done once, whatever is killed meanwhile.
create table broadcast_case (
    broadcast_id bigint  not null references broadcast (id),
    ticket_id    bigint  not null references ticket (id),
    language     text    not null,
    state        text    not null default 'WAITING' check (state in ('WAITING', 'SENT', 'LEFT_OUT', 'FAILED')),
    -- why it was left out or failed
    reason       text,
    attempts     integer not null default 0,
    -- when it is tried next; null once it is done with
    attention_at timestamptz,
    primary key (broadcast_id, ticket_id)
);
create index broadcast_case_due on broadcast_case (attention_at) where attention_at is not null;
create index broadcast_case_ticket on broadcast_case (ticket_id);
