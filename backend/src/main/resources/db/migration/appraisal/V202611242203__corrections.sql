-- What was learned in a period is found by when it was written down: the ledger grows in that order, and few cases come back.
create index ledger_entry_recorded on ledger_entry using brin (recorded_at);
create index timeline_reopened on timeline_entry (recorded_at) where what = 'REOPENED';
