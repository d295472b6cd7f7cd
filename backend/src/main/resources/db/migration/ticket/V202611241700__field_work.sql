-- Engineers who arrived on site, and parts that left. The same told twice is the same.
create table visit (
    id          bigint generated always as identity primary key,
    ticket_id   bigint      not null references ticket (id),
    arrived_at  timestamptz not null,
    told_by     bigint references person (id),
    note        text,
    recorded_at timestamptz not null,
    unique (ticket_id, arrived_at)
);

create table shipment (
    id          bigint generated always as identity primary key,
    ticket_id   bigint      not null references ticket (id),
    shipped_at  timestamptz not null,
    told_by     bigint references person (id),
    what        text        not null,
    tracking    text,
    recorded_at timestamptz not null
);
-- two parts may leave at the same moment; an index does not take a long text as it is
create unique index shipment_once on shipment (ticket_id, shipped_at, md5(what));
