-- What units and people are beside what they were: where a unit sits, whom and what it serves, what a person knows. "version" counts
-- the changes of a row, so that of two who edit it at once the second is told.
alter table service_unit
    add column version   integer not null default 0,
    add column address   text,
    add column languages text[]  not null default '{}',
    add column products  text[]  not null default '{}';
update service_unit set languages = array[language];

alter table person
    add column version integer not null default 0,
    add column skills  text[]  not null default '{}';

-- What of the operator's file was taken over: the text, and what it said field by field, which a later comparison starts from. Without
-- a text it is what the tables held when this began to be kept.
create table organisation_import (
    id          bigint generated always as identity primary key,
    body        text,
    plan        jsonb       not null,
    imported_at timestamptz not null,
    imported_by bigint references person
);

-- Who changed what. What identifies a person is not in it, since it can be erased elsewhere and nothing can here.
create table organisation_change (
    id         bigint generated always as identity primary key,
    kind       text        not null check (kind in ('UNIT', 'PERSON')),
    key        text        not null,
    what       text        not null,
    detail     jsonb       not null default '[]',
    origin     text        not null,
    changed_by bigint references person,
    changed_at timestamptz not null
);
create index organisation_change_of on organisation_change (kind, key, id);
create trigger organisation_change_append_only before update or delete on organisation_change
    for each row execute function refuse_change();
create trigger organisation_change_no_truncate before truncate on organisation_change
    for each statement execute function refuse_change();

-- Counts every change of the tables above, so that nodes, which hold them in memory, know when to read anew.
create table organisation_state (
    one     boolean primary key default true check (one),
    version bigint not null
);
insert into organisation_state (version) values (0);
