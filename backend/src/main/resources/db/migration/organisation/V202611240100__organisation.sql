-- Service units, the people in them, their roles. Nothing is ever deleted here: what vanished is retired, since tickets and
-- promises go on naming it. "origin" says who brought a row in (the operator's file, a replay), so that each retires only its own.
create table service_unit (
    id            bigint generated always as identity primary key,
    key           text not null unique check (key ~ '^[a-z0-9-]+$'),
    parent_id     bigint references service_unit,
    path          text not null check (path ~ '^/([a-z0-9-]+/)+$'),
    tier          text not null check (tier in ('LOCAL', 'REGIONAL', 'HEADQUARTERS')),
    name          text not null,
    zone          text not null,
    calendar      text not null,
    language      text not null,
    supervisor_id bigint,
    origin        text not null,
    retired_at    timestamptz
);

create table person (
    id            bigint generated always as identity primary key,
    username      text not null unique,
    password_hash text,
    name          text not null,
    email         text,
    language      text not null,
    zone          text not null,
    unit_id       bigint not null references service_unit,
    origin        text not null,
    retired_at    timestamptz
);
create index person_unit on person (unit_id);

alter table service_unit add foreign key (supervisor_id) references person;

create table person_role (
    person_id bigint not null references person,
    role      text not null check (role in ('ENGINEER', 'HEAD', 'ACCOUNT_MANAGER', 'QUALITY', 'MANAGER', 'ADMIN')),
    primary key (person_id, role)
);
