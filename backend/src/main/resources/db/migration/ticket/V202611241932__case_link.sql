-- Cases that have to do with each other. Of two related ones the older comes first, so that a relation is there once.
create table case_link (
    ticket_id   bigint      not null references ticket (id),
    other_id    bigint      not null references ticket (id),
    kind        text        not null check (kind in ('RELATED', 'CAUSED_BY', 'SPLIT_FROM')),
    linked_by   bigint references person (id),
    linked_at   timestamptz not null,
    primary key (ticket_id, other_id, kind),
    check (ticket_id <> other_id)
);
create index case_link_other on case_link (other_id);
