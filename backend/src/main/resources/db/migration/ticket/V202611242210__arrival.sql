-- An arrival is what keeps a promise; the visit around it, planned or not, has a module of its own.
alter table visit rename to arrival;
alter index visit_pkey rename to arrival_pkey;
alter table arrival rename constraint visit_ticket_id_arrived_at_key to arrival_once;
