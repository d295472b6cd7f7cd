-- Reports count a promise when it falls due, or, settled while it had no due time, when it was settled.
create index promise_period on promise ((coalesce(due_at, outcome_at)));
