drop table demo_written;

-- The demonstration's past is written once. When that began: all its times are counted back from there.
create table demo_past (
    only_one   boolean primary key default true check (only_one),
    started_at timestamptz not null,
    written_at timestamptz
);

-- How far each story has been told, so that a start that was cut short goes on.
create table demo_story (
    story     text primary key,
    ticket_id bigint      not null references ticket (id),
    acts      integer     not null,
    told_at   timestamptz not null
);
