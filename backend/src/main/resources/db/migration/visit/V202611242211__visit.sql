-- Visits on site, one row for each time that was agreed or told: a visit that is moved leaves its row and begins another.
create table visit (
    id            bigint generated always as identity primary key,
    -- chosen by the form, so that the same form sent twice plans one visit
    plan_key      text        not null unique,
    ticket_id     bigint      not null references ticket (id),
    engineer_id   bigint references person (id),
    state         text        not null check (state in ('PROPOSED', 'CONFIRMED', 'MOVED', 'ON_SITE', 'DONE', 'CANCELLED')),
    -- none where it was not planned
    from_at       timestamptz,
    until_at      timestamptz,
    -- the zone of the site, in which the window is said
    zone          text        not null,
    place         text,
    purpose       text,
    planned_by    bigint references person (id),
    planned_at    timestamptz not null,
    confirmed_at  timestamptz,
    -- who of the staff was told so; none where the customer said it on their page
    confirmed_by  bigint references person (id),
    -- the message in which the customer asks for another time; none where they do not
    asked_message bigint references message (id),
    travelling_at timestamptz,
    arrived_at    timestamptz,
    latitude      double precision,
    longitude     double precision,
    left_at       timestamptz,
    -- who of the customer confirmed the work on site; personal, and so not in the timeline
    signed_by     text,
    ended_at      timestamptz,
    ended_by      bigint references person (id),
    reason        text,
    moved_to      bigint references visit (id),
    -- when the engineer is reminded; none where that is over
    remind_at     timestamptz,
    constraint visit_window check ((from_at is null) = (until_at is null) and (until_at is null or until_at > from_at)),
    constraint visit_arrived check ((arrived_at is not null) = (state in ('ON_SITE', 'DONE'))),
    constraint visit_moved check ((moved_to is not null) = (state = 'MOVED'))
);
create index visit_ticket on visit (ticket_id);
create index visit_engineer on visit (engineer_id, from_at) where state in ('PROPOSED', 'CONFIRMED', 'ON_SITE');
create index visit_coming on visit (from_at);
create index visit_reminders on visit (remind_at) where remind_at is not null;

-- What was told from a phone, it may be hours after it happened: each thing once, by the key that the phone chose.
create table visit_deed (
    visit_id    bigint      not null references visit (id),
    key         uuid        not null,
    what        text        not null,
    person_id   bigint      not null references person (id),
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (visit_id, key)
);

-- The notes of the case that were written on a visit.
create table visit_finding (
    visit_id   bigint not null references visit (id),
    message_id bigint not null references message (id),
    primary key (visit_id, message_id)
);

-- Arrivals of before were visits that nobody planned and whose end nobody told.
insert into visit (plan_key, ticket_id, engineer_id, state, zone, planned_by, planned_at, arrived_at)
select 'arrival:' || a.id, a.ticket_id, a.told_by, 'DONE', t.zone, a.told_by, a.recorded_at, a.arrived_at
from arrival a join ticket t on t.id = a.ticket_id;
