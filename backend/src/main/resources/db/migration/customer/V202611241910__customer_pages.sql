-- Customers are entered and changed by people. What cases refer to is retired and never deleted; a contract ends by its date.
-- Whoever changes a row says which version of it they saw.
alter table customer add column version integer not null default 0, add column retired_at timestamptz;
alter table contract add column version integer not null default 0;
alter table site add column version integer not null default 0, add column retired_at timestamptz;
alter table contact add column version integer not null default 0, add column retired_at timestamptz;
alter table equipment add column version integer not null default 0, add column retired_at timestamptz;

-- The list of customers, page by page, and what it is searched by beside contract and serial number.
create index customer_by_name on customer (name, id);
create index contact_phone on contact (reverse(phone_digits) collate "C");
create index site_unit on site (unit_id);

-- One customer may own most of the equipment: their pages of it are read in this order.
drop index equipment_customer;
create index equipment_of_customer on equipment (customer_id, (upper(serial) collate "C"));
create index equipment_site on equipment (site_id);

-- Who changed what of a customer, and when. Of contacts only which fields changed: what they held could not be erased here.
create table customer_change (
    id          bigint generated always as identity primary key,
    customer_id bigint      not null references customer,
    sheet       text        not null,
    row_id      bigint      not null,
    -- what the row is called: key, contract number, site or serial number; null for contacts
    subject     text,
    what        text        not null check (what in ('ADDED', 'CHANGED', 'RETIRED', 'RESTORED')),
    -- by name of the column what it was before and after
    fields      jsonb,
    -- null: by hand
    file_id     uuid,
    person_id   bigint      not null references person,
    changed_at  timestamptz not null
);
create index customer_change_of_customer on customer_change (customer_id, id);
create trigger customer_change_append_only before update or delete on customer_change
    for each row execute function refuse_change();
create trigger customer_change_no_truncate before truncate on customer_change
    for each statement execute function refuse_change();

-- Sheets that were brought for an import. Their bytes are kept until they are imported or a day has passed.
create table customer_file (
    id          uuid        primary key,
    sheet       text        not null,
    name        text        not null,
    content     bytea,
    person_id   bigint      not null references person,
    brought_at  timestamptz not null,
    imported_at timestamptz,
    added       integer,
    changed     integer,
    unchanged   integer
);
create index customer_file_waiting on customer_file (brought_at) where imported_at is null;
