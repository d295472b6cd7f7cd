-- What is collected for somebody, found by whom and under which name.
create index outbox_message_collected on outbox_message (recipient_id, digest_key, id)
    where state = 'QUEUED' and attempts = 0 and sent_with is null and digest_key is not null;
