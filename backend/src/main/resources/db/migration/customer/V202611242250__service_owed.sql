-- Routine service owed under a contract: inspections, health checks, seminars, training. Each makes a case when it comes near.
create table service_owed (
    id          bigint  generated always as identity primary key,
    customer_id bigint  not null references customer,
    contract_id bigint  not null references contract,
    site_id     bigint  not null references site,
    name        text    not null,
    -- ISO 8601, such as P6M
    every       text    not null,
    -- the day on which it is due next, where the site is
    next_on     date    not null,
    -- how long before that its case is made
    lead_days   integer not null check (lead_days between 0 and 366),
    version     integer not null default 0,
    retired_at  timestamptz,
    unique (customer_id, name)
);
create index service_owed_next on service_owed (next_on) where retired_at is null;
