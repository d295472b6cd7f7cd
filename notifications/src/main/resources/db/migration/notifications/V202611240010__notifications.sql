-- Messages on their way out. A row is written in the transaction of the caller and leaves only through a channel.
create table outbox_message (
    id              bigint generated always as identity primary key,
    key             text        not null unique,
    reference       text        not null,
    kind            text        not null check (kind in ('MAIL')),
    recipient_id    text,
    recipient_name  text        not null,
    address         text        not null,
    locale          text        not null,
    subject         text        not null,
    body            text        not null,
    link            text,
    automatic       boolean     not null,
    digest_key      text,
    -- the first message of the digest this one is part of; null for a message that goes out by itself or leads a digest
    sent_with       bigint references outbox_message (id),
    message_id      text        not null unique,
    state           text        not null check (state in ('QUEUED', 'SENDING', 'ACCEPTED', 'FAILED')),
    attempts        integer     not null default 0,
    -- while QUEUED the next attempt; while SENDING the end of the lease of whoever claimed it
    next_attempt_at timestamptz not null,
    last_error      text,
    queued_at       timestamptz not null,
    accepted_at     timestamptz,
    erased_at       timestamptz,
    check (state <> 'ACCEPTED' or accepted_at is not null)
);

create index outbox_message_due on outbox_message (next_attempt_at, id)
    where state in ('QUEUED', 'SENDING') and sent_with is null;
create index outbox_message_reference on outbox_message (reference);
create index outbox_message_recipient on outbox_message (recipient_id) where recipient_id is not null;
create index outbox_message_digest on outbox_message (sent_with) where sent_with is not null;

-- Something a person must confirm; one row for the matter, one row below for each person who may be asked.
create table confirmation (
    id           bigint generated always as identity primary key,
    key          text        not null unique,
    reference    text        not null,
    subject      text        not null,
    confirmed_by text,
    confirmed_at timestamptz,
    check ((confirmed_by is null) = (confirmed_at is null))
);

create index confirmation_reference on confirmation (reference);

create table confirmation_ask (
    confirmation_id bigint      not null references confirmation (id),
    step            integer     not null,
    asked_of        text        not null,
    -- null: not asked yet; the confirmation has not climbed this far
    asked_at        timestamptz,
    chase_at        timestamptz,
    chased_at       timestamptz,
    primary key (confirmation_id, step),
    unique (confirmation_id, asked_of),
    check ((asked_at is null) = (chase_at is null)),
    check (chased_at is null or asked_at is not null)
);

create index confirmation_ask_due on confirmation_ask (chase_at) where chased_at is null and chase_at is not null;
create index confirmation_ask_person on confirmation_ask (asked_of);
