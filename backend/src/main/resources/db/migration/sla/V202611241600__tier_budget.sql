-- What each tier has used of its share of the time for a solution: a projection of the ledger that can be rebuilt, with a
-- row for every tier that has a budget and has begun to use it. A round begins where a full allowance was given anew.
create table tier_budget (
    ticket_id         bigint  not null references ticket (id),
    tier              text    not null,
    round             integer not null,
    allowance_seconds bigint  not null,
    -- until running_since, or, while the clock stands still, all that was used
    used_seconds      bigint  not null,
    running_since     timestamptz,
    -- the solution is due, and no more is used
    running_until     timestamptz,
    calendar_version  bigint references sla_version (id),
    -- when the watch must look: more is used than was allowed; null when nothing will happen by itself
    attention_at      timestamptz,
    overrun_at        timestamptz,
    detected_at       timestamptz,
    -- who had the ticket when the budget was overrun
    unit_id           bigint references service_unit (id),
    unit_path         text,
    person_id         bigint references person (id),
    primary key (ticket_id, tier, round)
);
create index tier_budget_attention on tier_budget (attention_at) where attention_at is not null;
create index tier_budget_overrun on tier_budget (overrun_at) where overrun_at is not null;
