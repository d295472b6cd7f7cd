-- How the working time until a case was resolved fell to the tiers: a projection of the ledger, with a row for every case that is
-- resolved, or was when it ended. Filled for cases of before by --pledge.sla.rebuild=true. A case of which no working time counted has
-- no shares, and no row.
create table resolution_share (
    ticket_id            bigint      primary key references ticket (id),
    -- when the customer was told so
    resolved_at          timestamptz not null,
    local_seconds        bigint      not null,
    regional_seconds     bigint      not null,
    headquarters_seconds bigint      not null,
    check (local_seconds + regional_seconds + headquarters_seconds > 0)
);
create index resolution_share_period on resolution_share (resolved_at, ticket_id)
    include (local_seconds, regional_seconds, headquarters_seconds);
