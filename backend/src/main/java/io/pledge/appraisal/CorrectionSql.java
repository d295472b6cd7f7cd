package io.pledge.appraisal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What belongs into a period that was frozen before it was known. The frozen figures stay, and it counts in the period in which it was
 * learned: a resolution to which the customer said yes later, what a late record corrected, a case that came back. What the frozen
 * period counted the same way is left out.
 */
final class CorrectionSql {
    private static final String FROZEN = """
            unnest(cast(:frozen_from as timestamptz[]), cast(:frozen_until as timestamptz[]), cast(:frozen_at as timestamptz[]),
                   cast(:frozen_period as text[])) f (from_at, until_at, frozen_at, period)
            """;
    /** Not what the frozen scorecard of the same person or unit says already. */
    private static final String UNSAID = """
            not exists (select from appraisal_snapshot s join appraisal_evidence v on v.snapshot_id = s.id
                        where s.period = c.period and (s.person_id = :subject_person or s.unit_id = :subject_unit)
                          and v.measure = c.measure and v.side = c.side and v.ticket_id = c.ticket_id
                          and v.detail is not distinct from c.detail and v.due_at is not distinct from c.due_at)
            """;
    private static final String PROMISES = """
            select distinct on (p.ticket_id, p.kind, p.sequence) 'PROMISES_KEPT' measure,
              {side} side,
              case when p.voided and p.state = 'KEPT' then 'VOIDED_LATER' else 'LEARNED_LATER' end why,
              e.recorded_at at, p.ticket_id, p.kind detail, p.due_at, p.outcome_at met_at, cast(null as integer) score,
              f.period
            from ledger_entry e
            join promise p on p.ticket_id = e.ticket_id and p.kind = e.kind and p.sequence = e.sequence
            join {frozen} on p.counts_at >= f.from_at and p.counts_at < f.until_at and e.recorded_at >= f.frozen_at
            where e.recorded_at >= :from and e.recorded_at < :until and p.state in ('KEPT', 'BROKEN', 'SUPERSEDED')
              and e.what in ('KEPT', 'BROKEN', 'SUPERSEDED', 'VOIDED', 'CORRECTED_TO_KEPT', 'CORRECTED_TO_BROKEN')
              and %1$s
            order by p.ticket_id, p.kind, p.sequence, e.recorded_at desc
            """.replace("{frozen}", FROZEN).replace("{side}", EvidenceSql.PROMISE_SIDE);
    private static final String CAME_BACK = """
            select distinct on (p.id) 'STAYED_CLOSED' measure, 'AGAINST' side, 'CAME_BACK_LATER' why, b.recorded_at at, p.ticket_id,
              cast(null as text) detail, cast(null as timestamptz) due_at, cast(null as timestamptz) met_at,
              cast(null as integer) score, f.period
            from timeline_entry b
            join (%2$s) p on p.ticket_id = b.ticket_id and p.outcome_at <= b.occurred_at
            join {frozen} on p.outcome_at >= f.from_at and p.outcome_at < f.until_at and b.recorded_at >= f.frozen_at
            where b.what = 'REOPENED' and b.recorded_at >= :from and b.recorded_at < :until and %1$s
            order by p.id, b.recorded_at
            """.replace("{frozen}", FROZEN);

    /** To be filled in with whose it is, and the resolutions. */
    static final String ALL = "select measure, side, why, at, ticket_id, detail, due_at, met_at, score from (("
            + PROMISES
            + ") union all (" + CAME_BACK + ")) c where " + UNSAID;

    private CorrectionSql() {}

    /** A period whose figures are frozen. */
    record Frozen(Period period, Instant frozenAt) {}

    static Map<String, Object> parameters(Subject subject, List<Frozen> periods) {
        var parameters = new HashMap<String, Object>();
        parameters.put("frozen_from", moments(periods.stream().map(one -> one.period.from()).toList()));
        parameters.put("frozen_until", moments(periods.stream().map(one -> one.period.until()).toList()));
        parameters.put("frozen_at", moments(periods.stream().map(Frozen::frozenAt).toList()));
        parameters.put("frozen_period", periods.stream().map(one -> one.period.key()).toArray(String[]::new));
        parameters.put("subject_person", subject instanceof Subject.OfPerson(var person) ? person.value() : -1L);
        parameters.put("subject_unit", subject instanceof Subject.OfUnit(var unit) ? unit.id().value() : -1L);
        return parameters;
    }

    private static Timestamp[] moments(List<Instant> moments) {
        return moments.stream().map(Timestamp::from).toArray(Timestamp[]::new);
    }
}
