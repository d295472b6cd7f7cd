-- Whether a link went to the address of whoever it is for: what a browser was shown at once proves nothing of who sits before it.
alter table private_link add column by_mail boolean not null default false;
-- Who stands in which cases, by what tells people apart.
create index participant_contact on participant (contact_id) where contact_id is not null;
create index participant_email on participant (lower(email));
create index participant_phone on participant (regexp_replace(phone, '[^0-9]', '', 'g')) where email is null;
