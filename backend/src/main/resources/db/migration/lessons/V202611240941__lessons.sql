-- The case library. A lesson comes of one case; its texts and what reviewers decided are histories.
create table lesson (
    id               bigint generated always as identity primary key,
    ticket_id        bigint      not null unique references ticket (id),
    kind             text        not null,
    product          text,
    state            text        not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    -- the latest text, and the one that readers see
    number           integer     not null,
    published_number integer,
    changed_at       timestamptz not null,
    constraint lesson_published check ((published_number is not null) = (state = 'PUBLISHED'))
);
create index lesson_newest on lesson (changed_at desc, id desc);

create table lesson_version (
    lesson_id  bigint      not null references lesson (id),
    number     integer     not null,
    title      text        not null,
    situation  text        not null,
    cause      text        not null,
    remedy     text        not null,
    prevention text        not null,
    written_by bigint      not null references person (id),
    written_at timestamptz not null,
    primary key (lesson_id, number)
);

create table lesson_decision (
    id         bigint generated always as identity primary key,
    lesson_id  bigint      not null references lesson (id),
    number     integer     not null,
    decision   text        not null check (decision in ('PUBLISHED', 'WITHDRAWN')),
    reason     text,
    decided_by bigint      not null references person (id),
    decided_at timestamptz not null
);
create index lesson_decision_lesson on lesson_decision (lesson_id, id);

create trigger lesson_version_append_only before update or delete on lesson_version
    for each row execute function refuse_change();
create trigger lesson_version_no_truncate before truncate on lesson_version
    for each statement execute function refuse_change();
create trigger lesson_decision_append_only before update or delete on lesson_decision
    for each row execute function refuse_change();
create trigger lesson_decision_no_truncate before truncate on lesson_decision
    for each statement execute function refuse_change();

-- What the search index has yet to learn, written in the transaction that changed it. The generation only grows, so that
-- whoever writes late cannot put an older state over a newer one.
create sequence index_generation;
create table index_work (
    type       text        not null check (type in ('LESSON', 'CASE')),
    subject    bigint      not null,
    generation bigint      not null default nextval('index_generation'),
    asked_at   timestamptz not null,
    -- when it may be taken next: at once, after a failed attempt, or when whoever took it has died
    due_at     timestamptz not null,
    attempts   integer     not null default 0,
    last_error text,
    primary key (type, subject)
);
create index index_work_due on index_work (due_at);

-- Each building of the index from the database; the last that succeeded is the one in use.
create table search_rebuild (
    id          bigint generated always as identity primary key,
    asked_at    timestamptz not null,
    asked_by    bigint references person (id),
    index_name  text,
    started_at  timestamptz,
    alive_at    timestamptz,
    finished_at timestamptz,
    documents   bigint      not null default 0,
    failure     text,
    dropped_at  timestamptz
);
create unique index search_rebuild_one_open on search_rebuild ((true)) where finished_at is null;
