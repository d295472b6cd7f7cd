-- Who is on duty while the unit's calendar is closed, a line for each stretch: every week, or once.
alter table service_unit add column duty text[] not null default '{}';
