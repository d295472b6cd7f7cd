-- Who was on duty when the case came in while its unit was closed.
alter table ticket add column duty_id bigint references person (id);
