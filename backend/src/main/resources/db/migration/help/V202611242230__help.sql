-- What one unit asked another one to help with. The case stays where it is.
create table help_request (
    id           bigint generated always as identity primary key,
    key          text        not null unique,
    ticket_id    bigint      not null references ticket (id),
    unit_id      bigint      not null references service_unit (id),
    unit_path    text        not null,
    person_id    bigint references person (id),
    asked_by     bigint      not null references person (id),
    from_unit_id bigint      not null references service_unit (id),
    question     text        not null,
    tried        text,
    asked_at     timestamptz not null,
    due_at       timestamptz not null,
    taken_by     bigint references person (id),
    taken_at     timestamptz,
    outcome      text check (outcome in ('ANSWERED', 'DECLINED', 'WITHDRAWN')),
    ended_by     bigint references person (id),
    ended_at     timestamptz,
    words        text,
    -- when it was noticed, and told, that nobody had answered in time
    late_at      timestamptz,
    check ((outcome is null) = (ended_at is null)),
    check ((taken_by is null) = (taken_at is null))
);
create index help_request_ticket on help_request (ticket_id);
create index help_request_open on help_request (unit_id, due_at) where ended_at is null;
create index help_request_from on help_request (from_unit_id, asked_at);
create index help_request_due on help_request (due_at) where ended_at is null and late_at is null;
create index help_request_asked on help_request (asked_at);
