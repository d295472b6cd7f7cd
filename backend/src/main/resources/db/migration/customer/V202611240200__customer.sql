-- Customers, their contracts, sites, contacts and equipment.
create table customer (
    id                 bigint generated always as identity primary key,
    key                text not null unique,
    name               text not null,
    language           text not null,
    zone               text not null,
    account_manager_id bigint references person
);
create index customer_account_manager on customer (account_manager_id);

create table contract (
    id          bigint generated always as identity primary key,
    customer_id bigint not null references customer,
    number      text not null,
    level       text not null check (level in ('GOLD', 'SILVER', 'BASIC')),
    calendar    text,
    starts_on   date not null,
    ends_on     date,
    check (ends_on >= starts_on)
);
create index contract_customer on contract (customer_id);
create unique index contract_number on contract (upper(number));

create table site (
    id          bigint generated always as identity primary key,
    customer_id bigint not null references customer,
    name        text not null,
    zone        text not null,
    unit_id     bigint not null references service_unit,
    unique (customer_id, name)
);

-- Personal data; erased on request, the row stays without it.
create table contact (
    id           bigint generated always as identity primary key,
    customer_id  bigint not null references customer,
    name         text,
    email        text,
    phone        text,
    phone_digits text generated always as (regexp_replace(phone, '[^0-9]', '', 'g')) stored,
    language     text not null,
    role         text,
    erased_at    timestamptz
);
create index contact_customer on contact (customer_id);
create index contact_email on contact (lower(email));

create table equipment (
    id             bigint generated always as identity primary key,
    serial         text not null,
    product        text not null,
    customer_id    bigint not null references customer,
    site_id        bigint not null references site,
    warranty_until date
);
create index equipment_customer on equipment (customer_id);
create unique index equipment_serial on equipment (upper(serial));
