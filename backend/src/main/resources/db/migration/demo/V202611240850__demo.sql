-- The demonstration's clock: how far it is ahead of the real time. One row, moved forward only.
create table demo_clock (
    only_one  boolean primary key default true check (only_one),
    offset_ms bigint not null default 0 check (offset_ms >= 0)
);
insert into demo_clock default values;

-- Mails of the demonstration, which has no mail server. One row a Message-ID, however often it is delivered.
create table demo_mail (
    id           bigint generated always as identity primary key,
    message_id   text        not null unique,
    recipient_id text,
    name         text        not null,
    address      text        not null,
    locale       text        not null,
    subject      text        not null,
    body         text        not null,
    link         text,
    automatic    boolean     not null,
    accepted_at  timestamptz not null
);

create index demo_mail_latest on demo_mail (accepted_at desc, id desc);

-- What of the demonstration's stories has been written, so that a start that was cut short goes on.
create table demo_written (
    chapter    text primary key,
    started_at timestamptz not null,
    written_at timestamptz
);
