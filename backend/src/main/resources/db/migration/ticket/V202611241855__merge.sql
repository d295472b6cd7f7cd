-- The case in which this one goes on, since both are one matter.
alter table ticket add column merged_into bigint references ticket;
alter table ticket add constraint ticket_merged check ((merged_into is not null) = (state = 'MERGED'));
create index ticket_merged_into on ticket (merged_into) where merged_into is not null;
