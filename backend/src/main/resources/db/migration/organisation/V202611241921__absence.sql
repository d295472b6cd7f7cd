-- When somebody is away, in whole days of their own zone, and who stands in. An absence that ended early says so and stays.
create table absence (
    id         bigint generated always as identity primary key,
    person_id  bigint      not null references person,
    from_on    date        not null,
    until_on   date        not null check (until_on >= from_on),
    deputy_id  bigint references person check (deputy_id <> person_id),
    entered_by bigint references person,
    entered_at timestamptz not null,
    ended_by   bigint references person,
    ended_at   timestamptz
);
create index absence_person on absence (person_id, until_on);
