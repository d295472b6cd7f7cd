-- What a customer is asked after a case closed: one survey a case, and what became of it.
create table survey (
    id             bigint generated always as identity primary key,
    ticket_id      bigint      not null unique references ticket (id),
    participant_id bigint      not null references participant (id),
    closed_at      timestamptz not null,
    due_at         timestamptz not null,
    sent_at        timestamptz,
    expires_at     timestamptz,
    token_hash     text unique,
    -- why nobody was asked: reopened, asked lately, no address
    dropped        text check (dropped in ('REOPENED', 'ASKED_LATELY', 'NO_ADDRESS')),
    check ((sent_at is null) = (expires_at is null) and (sent_at is null) = (token_hash is null))
);
create index survey_due on survey (due_at) where sent_at is null and dropped is null;
create index survey_participant on survey (participant_id);

-- What the customer said. A changed mind is a further row; the last one counts. Append-only.
create table survey_response (
    id          bigint generated always as identity primary key,
    survey_id   bigint      not null references survey (id),
    score       integer     not null check (score between 0 and 10),
    answers     jsonb       not null,
    answered_at timestamptz not null
);
create index survey_response_survey on survey_response (survey_id, id);

-- The customer's own words may name people: kept apart so that they can be erased.
create table survey_comment (
    response_id bigint primary key references survey_response (id),
    body        text not null
);

-- Somebody calls after a low score, and writes down what was said.
create table recovery_call (
    id        bigint generated always as identity primary key,
    survey_id bigint      not null unique references survey (id),
    ticket_id bigint      not null references ticket (id),
    unit_id   bigint      not null references service_unit (id),
    person_id bigint references person (id),
    opened_at timestamptz not null,
    due_at    timestamptz not null,
    closed_at timestamptz,
    closed_by bigint references person (id),
    outcome   text,
    said      text,
    check ((closed_at is null) = (outcome is null) and (closed_at is null) = (closed_by is null))
);
create index recovery_call_open on recovery_call (due_at) where closed_at is null;
create index recovery_call_ticket on recovery_call (ticket_id);

create trigger survey_response_append_only before update or delete on survey_response
    for each row execute function refuse_change();
create trigger survey_response_no_truncate before truncate on survey_response
    for each statement execute function refuse_change();
