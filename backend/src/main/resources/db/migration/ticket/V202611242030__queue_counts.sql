-- The few open cases that a view counts lie together, however many are open.
create index ticket_awaiting on ticket (unit_path text_pattern_ops) where ended_at is null and awaiting_since is not null;
create index ticket_held on ticket (unit_path text_pattern_ops) where ended_at is null and state = 'ON_HOLD';
create index ticket_resolved on ticket (unit_path text_pattern_ops) where ended_at is null and state = 'RESOLVED';
