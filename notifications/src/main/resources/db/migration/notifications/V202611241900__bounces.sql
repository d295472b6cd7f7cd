-- When a message came back that its server had taken. It stays accepted; why it came back is its last error.
alter table outbox_message add column bounced_at timestamptz;

create index outbox_message_bounced on outbox_message (bounced_at, id) where bounced_at is not null;

-- How far the mailbox to which messages come back has been read. Numbers begin anew with another validity (RFC 3501, section 2.3.1.1).
create table bounce_mailbox (
    name         text   primary key,
    uid_validity bigint not null,
    last_uid     bigint not null
);

-- While a confirmation of this name is open, no second one of the name is asked for.
alter table confirmation add column once_open text;

create unique index confirmation_once_open on confirmation (once_open)
    where once_open is not null and confirmed_at is null;
