-- Cases on which quality rules: complaints once they closed, and others that somebody sent there.
create table review (
    ticket_id bigint primary key references ticket (id),
    reason    text        not null check (reason in ('COMPLAINT', 'LOW_SCORE', 'REOPENED', 'SENT')),
    opened_at timestamptz not null,
    due_at    timestamptz not null,
    sent_by   bigint references person (id),
    ruled     boolean     not null default false
);
create index review_waiting on review (due_at) where not ruled;

-- What quality ruled. A later ruling supersedes an earlier one, which stays. Append-only.
create table ruling (
    id              bigint generated always as identity primary key,
    ticket_id       bigint      not null references review (ticket_id),
    supersedes      bigint unique references ruling (id),
    verdict         text        not null check (verdict in ('VALID', 'NOT_VALID')),
    cause           text,
    responsible_unit_id   bigint references service_unit (id),
    responsible_unit_path text,
    responsible_person_id bigint references person (id),
    reasoning       text        not null,
    ruled_by        bigint      not null references person (id),
    ruled_at        timestamptz not null,
    appeal_until    timestamptz not null,
    check (verdict = 'NOT_VALID' or (cause is not null and responsible_unit_id is not null)),
    check ((responsible_unit_id is null) = (responsible_unit_path is null))
);
create index ruling_ticket on ruling (ticket_id, id);
create index ruling_person on ruling (responsible_person_id, ruled_at);
create index ruling_unit on ruling (responsible_unit_path text_pattern_ops, ruled_at);
create unique index ruling_first on ruling (ticket_id) where supersedes is null;

-- An appeal against a ruling, and what became of it. Both append-only.
create table appeal (
    id        bigint generated always as identity primary key,
    ruling_id bigint      not null unique references ruling (id),
    filed_by  bigint      not null references person (id),
    grounds   text        not null,
    filed_at  timestamptz not null,
    decide_by timestamptz not null
);

create table appeal_decision (
    appeal_id    bigint primary key references appeal (id),
    granted      boolean     not null,
    reasoning    text        not null,
    -- why the officer who ruled also decided: there was no other
    same_officer text,
    decided_by   bigint      not null references person (id),
    decided_at   timestamptz not null
);

create trigger ruling_append_only before update or delete on ruling for each row execute function refuse_change();
create trigger ruling_no_truncate before truncate on ruling for each statement execute function refuse_change();
create trigger appeal_append_only before update or delete on appeal for each row execute function refuse_change();
create trigger appeal_no_truncate before truncate on appeal for each statement execute function refuse_change();
create trigger appeal_decision_append_only before update or delete on appeal_decision
    for each row execute function refuse_change();
create trigger appeal_decision_no_truncate before truncate on appeal_decision
    for each statement execute function refuse_change();
