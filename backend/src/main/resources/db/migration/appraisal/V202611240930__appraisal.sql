-- Figures of a person or unit as they stood when the period closed, with the evidence behind each. Append-only.
create table appraisal_snapshot (
    id          bigint generated always as identity primary key,
    person_id   bigint references person (id),
    unit_id     bigint references service_unit (id),
    period      text        not null,
    rules       jsonb       not null,
    frozen_at   timestamptz not null,
    check ((person_id is null) <> (unit_id is null)),
    unique (person_id, period),
    unique (unit_id, period)
);

create table appraisal_evidence (
    snapshot_id bigint      not null references appraisal_snapshot (id),
    measure     text        not null,
    side        text        not null,
    why         text        not null,
    at          timestamptz not null,
    ticket_id   bigint      not null references ticket (id),
    detail      text,
    due_at      timestamptz,
    met_at      timestamptz,
    score       integer
);
create index appraisal_evidence_snapshot on appraisal_evidence (snapshot_id, measure, side, at);

-- Periods that were frozen as a whole, so that the sweep does each once.
create table appraisal_period (
    period    text primary key,
    frozen_at timestamptz not null
);

create trigger appraisal_snapshot_append_only before update or delete on appraisal_snapshot
    for each row execute function refuse_change();
create trigger appraisal_evidence_append_only before update or delete on appraisal_evidence
    for each row execute function refuse_change();
create trigger appraisal_snapshot_no_truncate before truncate on appraisal_snapshot
    for each statement execute function refuse_change();
create trigger appraisal_evidence_no_truncate before truncate on appraisal_evidence
    for each statement execute function refuse_change();
