-- Who stands in for somebody whenever they are away and nobody else was named.
alter table person add column deputy_id bigint references person check (deputy_id <> id);
