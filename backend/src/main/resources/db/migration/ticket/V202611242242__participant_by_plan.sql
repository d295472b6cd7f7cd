-- Who stands on the customer's side of a case only since a communication plan says that they hear of it: they read, and whoever turned to
-- us speaks. One row for a contact and case.
alter table participant add column by_plan boolean not null default false;
create unique index participant_by_plan on participant (ticket_id, contact_id) where by_plan;
