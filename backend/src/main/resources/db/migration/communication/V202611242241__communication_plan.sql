-- What was agreed with a contract about who on the customer's side hears of what.
create table communication_plan (
    contract_id     bigint  primary key references contract (id),
    version         integer not null,
    confirm_minutes integer not null check (confirm_minutes > 0)
);

-- Whoever is meant: everybody of a level, or one contact.
create table communication_line (
    contract_id   bigint  not null references communication_plan (contract_id),
    position      integer not null,
    level         text check (level in ('EXECUTIVE', 'OPERATIONS_HEAD', 'OPERATIONS_ENGINEER', 'OTHER')),
    contact_id    bigint references contact (id),
    occasions     text[]  not null check (cardinality(occasions) > 0),
    way           text    not null check (way in ('MAIL', 'PHONE')),
    from_severity text    not null check (from_severity in ('CRITICAL', 'MAJOR', 'MINOR')),
    confirms      boolean not null,
    answers       boolean not null,
    primary key (contract_id, position),
    check ((level is null) <> (contact_id is null))
);

-- Who changed a plan, and when; lines name contacts by number, since this is never erased.
create table communication_change (
    id              bigint generated always as identity primary key,
    contract_id     bigint      not null references contract (id),
    added           jsonb       not null,
    removed         jsonb       not null,
    -- null: the plan was given up
    confirm_minutes integer,
    person_id       bigint      not null references person (id),
    changed_at      timestamptz not null
);
create index communication_change_of_contract on communication_change (contract_id, id);
create trigger communication_change_append_only before update or delete on communication_change
    for each row execute function refuse_change();
create trigger communication_change_no_truncate before truncate on communication_change
    for each statement execute function refuse_change();
