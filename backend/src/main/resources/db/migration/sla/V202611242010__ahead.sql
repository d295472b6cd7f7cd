-- Of how many notices of its chain people were told while there was time, and when the next one is due.
alter table promise add column ahead_told integer not null default 0;
alter table promise add column ahead_at timestamptz;
