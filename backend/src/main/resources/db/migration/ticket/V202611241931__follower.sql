-- Who follows a case: a wish of one person, no part of the case's history.
create table follower (
    ticket_id   bigint      not null references ticket (id),
    person_id   bigint      not null references person (id),
    since       timestamptz not null,
    primary key (ticket_id, person_id)
);
create index follower_person on follower (person_id);
