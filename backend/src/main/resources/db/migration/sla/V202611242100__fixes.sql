-- Problem reports by the time they were submitted, and the fixes promised for them.
create index ticket_problem_report on ticket (submitted_at) where kind in ('FAULT', 'REPAIR');
create index promise_fix on promise (made_at) where kind = 'RESOLUTION' and ticket_kind in ('FAULT', 'REPAIR');
