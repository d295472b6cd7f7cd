-- How far a case has come in its chain, and when the chain began. A case that does not climb by itself has no time to be taken by.
alter table escalation
    add column step integer not null default 1 check (step > 0),
    add column begun_at timestamptz;
update escalation set begun_at = raised_at, step = case when cause = 'NOT_TAKEN' then 2 else 1 end;
alter table escalation
    alter column step drop default,
    alter column begun_at set not null,
    alter column take_by drop not null;
