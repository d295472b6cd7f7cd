-- When a promise counts in a period: at its due time. Of a resolution that waits for the customer's yes, and of a kept one, it is the
-- time that was promised when it was solved; what was settled while on hold counts when it was settled; what is on hold counts nowhere.
alter table promise add column counts_at timestamptz;
update promise p
set due_at = case when p.state = 'KEPT' then last.due_at end, counts_at = coalesce(last.due_at, p.outcome_at)
from (select distinct on (e.ticket_id, e.sequence) e.ticket_id, e.sequence, e.due_at
      from ledger_entry e where e.kind = 'RESOLUTION' and e.due_at is not null
      order by e.ticket_id, e.sequence, e.id desc) last, ticket t
where last.ticket_id = p.ticket_id and last.sequence = p.sequence and t.id = p.ticket_id
  and p.kind = 'RESOLUTION' and p.due_at is null
  and (p.state = 'KEPT' or p.state = 'PAUSED' and t.state = 'RESOLVED');
update promise set counts_at = coalesce(due_at, outcome_at) where counts_at is null and coalesce(due_at, outcome_at) is not null;
drop index promise_period;
create index promise_period on promise (counts_at);
