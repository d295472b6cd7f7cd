-- The case that was made for a routine service that was due on a day.
create table service_case (
    service_id bigint not null references service_owed (id),
    due_on     date   not null,
    ticket_id  bigint not null references ticket (id),
    primary key (service_id, due_on)
);
create unique index service_case_ticket on service_case (ticket_id);
-- Which parts left for cases, as their spare parts are counted.
create index shipment_shipped on shipment (shipped_at);
