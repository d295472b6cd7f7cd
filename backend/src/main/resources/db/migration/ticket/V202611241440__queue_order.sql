-- The order of every queue: who sees many cases reads the first page from it and need not sort them all.
create index ticket_next_due on ticket ((coalesce(next_due, 'infinity')), id) where ended_at is null;
