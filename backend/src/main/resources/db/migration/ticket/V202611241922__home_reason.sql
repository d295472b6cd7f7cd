-- Why a case came to the unit that has it first. Cases from before say nothing of it.
alter table ticket
    add column home_reason     text,
    add column home_of         text,
    add column home_instead_of bigint references service_unit (id);
