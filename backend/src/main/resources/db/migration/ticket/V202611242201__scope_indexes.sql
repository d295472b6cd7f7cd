-- Who may see a case is an overlap of paths: its unit and those it once lay with, against the units of whoever looks. Open and ended
-- cases have an index each, and so have the few that a queue counts all the time; what waits to be sorted into them is kept short.
alter table ticket add constraint ticket_unit_involved check (unit_path = any (involved_paths)) not valid;

drop index ticket_involved;
drop index ticket_queue;
drop index ticket_awaiting;
drop index ticket_held;
drop index ticket_resolved;
create index ticket_open_seen on ticket using gin (involved_paths) with (gin_pending_list_limit = 256) where ended_at is null;
create index ticket_ended_seen on ticket using gin (involved_paths) with (gin_pending_list_limit = 256) where ended_at is not null;
create index ticket_awaiting_seen on ticket using gin (involved_paths) with (gin_pending_list_limit = 256)
    where ended_at is null and awaiting_since is not null;
create index ticket_held_seen on ticket using gin (involved_paths) with (gin_pending_list_limit = 256)
    where ended_at is null and state = 'ON_HOLD';
create index ticket_resolved_seen on ticket using gin (involved_paths) with (gin_pending_list_limit = 256)
    where ended_at is null and state = 'RESOLVED';

-- Whoever sees everything asks for no paths.
create index ticket_awaiting on ticket (id) where ended_at is null and awaiting_since is not null;
create index ticket_held on ticket (id) where ended_at is null and state = 'ON_HOLD';
create index ticket_resolved on ticket (id) where ended_at is null and state = 'RESOLVED';
