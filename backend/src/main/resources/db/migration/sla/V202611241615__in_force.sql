-- Under which versions new promises are made: the last entry counts. Entries are never changed, only followed by the next.
create table sla_in_force (
    id        bigint generated always as identity primary key,
    -- ids of sla_version, sorted: the policies and every calendar
    versions  bigint[]    not null,
    since     timestamptz not null,
    -- who put them into force; null: a node, when it started with other files
    person_id bigint references person (id)
);
create trigger sla_in_force_append_only before update or delete on sla_in_force
    for each row execute function refuse_change();
create trigger sla_in_force_no_truncate before truncate on sla_in_force for each statement execute function refuse_change();
