-- What somebody is writing on a case and has not sent, so that neither a crash nor another browser loses it. Private to its author.
create table draft (
    ticket_id   bigint      not null references ticket (id),
    person_id   bigint      not null references person (id),
    form        text        not null,
    -- what stands in the form's fields; null once it was sent or thrown away
    words       jsonb,
    begun_at    timestamptz,
    kept_at     timestamptz,
    -- the page from which it was sent last: what that page kept before comes too late
    sent_from   text,
    primary key (ticket_id, person_id, form),
    constraint draft_kept check ((words is null) = (kept_at is null) and (words is null) = (begun_at is null))
);
