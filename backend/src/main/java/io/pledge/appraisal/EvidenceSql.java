package io.pledge.appraisal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.pledge.sql.Sql;

/**
 * The evidence as SQL: live from the ledger, the resolutions, the answers and the rulings, or as it was frozen. Both give
 * the same columns, so that figures and lists are read in one way.
 */
record EvidenceSql(String query, Map<String, Object> parameters) {
    /** Which way a promise {@code p} counts, whenever it became known. */
    static final String PROMISE_SIDE = """
            case when p.state = 'KEPT' and (p.voided or p.unconfirmed) or p.state = 'SUPERSEDED' then 'LEFT_OUT'
                 when p.state = 'KEPT' then 'FOR' else 'AGAINST' end""";
    /** Broken promises belong to who held the case at the due time, kept ones to who held it at the keeping. */
    private static final String PROMISES = """
                                           select 'PROMISES_KEPT' measure,
                                             {side} side,
                                             case when p.voided and p.state = 'KEPT' then 'VOIDED' when p.unconfirmed and p.state = 'KEPT' then 'UNCONFIRMED'
                                                  when p.state = 'SUPERSEDED' then 'MOVED' when p.state = 'KEPT' then 'HELD_AT_KEEPING'
                                                  else 'HELD_AT_DUE' end why,
                                             p.counts_at at, p.ticket_id, p.kind detail, p.due_at,
                                             p.outcome_at met_at, cast(null as integer) score
                                           from promise p
                                           where p.state in ('KEPT', 'BROKEN', 'SUPERSEDED')
                                             and p.counts_at >= :from and p.counts_at < :until
                                             and %1$s
                                           """.replace("{side}", PROMISE_SIDE);
    private static final String RESOLVED = """
                                           select r.*, e.unit_id, u.path unit_path, r.resolved_by person_id,
                                             r.outcome = 'REJECTED' or exists (select from timeline_entry b where b.ticket_id = r.ticket_id
                                               and b.what = 'REOPENED' and b.occurred_at >= r.outcome_at) came_back
                                           from resolution r join timeline_entry e on e.message_id = r.message_id and e.what = 'RESOLVED'
                                           join service_unit u on u.id = e.unit_id where r.outcome <> 'WITHDRAWN'
                                           """;
    private static final String CLOSED = """
                                         select 'STAYED_CLOSED',
                                           case when p.came_back then 'AGAINST' when p.outcome = 'SILENT' then 'LEFT_OUT' else 'FOR' end,
                                           case when p.came_back then 'CAME_BACK' when p.outcome = 'SILENT' then 'SILENT' else 'STAYED' end,
                                           p.outcome_at, p.ticket_id, null, null, null, null
                                         from (%2$s) p where p.outcome_at >= :from and p.outcome_at < :until and %1$s
                                         """;
    private static final String ANSWERS = """
                                          select 'SATISFACTION', case when a.score > :low then 'FOR' else 'AGAINST' end, 'ANSWERED', a.answered_at,
                                            s.ticket_id, null, null, null, a.score
                                          from survey s
                                          join lateral (select score, answered_at from survey_response where survey_id = s.id
                                                        order by id desc limit 1) a on true
                                          join lateral (select * from (%2$s) r where r.ticket_id = s.ticket_id and r.outcome_at <= s.sent_at
                                                        order by r.id desc limit 1) p on true
                                          where a.answered_at >= :from and a.answered_at < :until and %1$s
                                          """;
    private static final String COMPLAINTS = """
                                             select 'VALID_COMPLAINTS', case when p.verdict = 'VALID' then 'AGAINST' else 'LEFT_OUT' end,
                                               'RULED_' || p.verdict, p.ruled_at, p.ticket_id, p.cause, null, null, null
                                             from (select r.*, r.responsible_person_id person_id, r.responsible_unit_path unit_path
                                                   from ruling r where not exists (select from ruling l where l.supersedes = r.id)) p
                                             where p.ruled_at >= :from and p.ruled_at < :until and %1$s
                                             """;
    private static final String FROZEN = """
                                         select measure, side, why, at, ticket_id, detail, due_at, met_at, score
                                         from appraisal_evidence where snapshot_id = :snapshot
                                         """;

    /** @param frozen the periods whose figures stay as they are */
    static EvidenceSql live(Subject subject, Period period, List<CorrectionSql.Frozen> frozen, int lowScore) {
        var parameters = new HashMap<String, Object>();
        var whose = switch (subject) {
            case Subject.OfPerson(var person) -> {
                parameters.put("person", person.value());
                yield "p.person_id = :person";
            }
            case Subject.OfUnit(var unit) -> {
                parameters.put("below", unit.path() + "%");
                yield "p.unit_path like :below";
            }
        };
        parameters.put("from", Objects.requireNonNull(Sql.at(period.from())));
        parameters.put("until", Objects.requireNonNull(Sql.at(period.until())));
        parameters.put("low", lowScore);
        var all = String.join(" union all ", PROMISES, CLOSED, ANSWERS, COMPLAINTS, CorrectionSql.ALL);
        parameters.putAll(CorrectionSql.parameters(subject, frozen));
        return new EvidenceSql(all.formatted(whose, RESOLVED), parameters);
    }

    static EvidenceSql frozen(long snapshot) {
        return new EvidenceSql(FROZEN, Map.of("snapshot", snapshot));
    }
}
