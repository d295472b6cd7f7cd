package io.pledge.appraisal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.sql.Sql;
import io.pledge.survey.SurveyRules;
import io.pledge.ticket.TicketId;

/** Scorecards: live while a period is open, as they were frozen once it has closed. Who may see them, the caller checks. */
@Component
public class Appraisals {
    private final JdbcClient jdbc;
    private final AppraisalRules rules;
    private final SurveyRules surveys;
    private final Staff staff;
    private final Units units;
    private final JsonMapper json;
    private final Clock clock;

    Appraisals(JdbcClient jdbc, AppraisalRules rules, SurveyRules surveys, Staff staff, Units units, JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.surveys = surveys;
        this.staff = staff;
        this.units = units;
        this.json = json;
        this.clock = clock;
    }

    /** The period that is open now. */
    public Period current() {
        return Period.at(clock.instant(), rules);
    }

    /** The period that closed last. */
    public Period previous() {
        return current().before(rules);
    }

    /** A period by its key; empty where there is none or it has not begun. */
    public Optional<Period> period(String key) {
        return Period.read(key, rules).filter(period -> !period.from().isAfter(clock.instant()));
    }

    /** The figures of a person or unit. */
    public Scorecard scorecard(Subject subject, Period period) {
        var snapshot = snapshot(subject, period);
        var inForce = snapshot.map(Snapshot::rules).orElse(rules);
        var counts = counts(source(subject, period, snapshot));
        var figures = Arrays.stream(Measure.values()).map(measure -> figure(measure, counts, inForce)).toList();
        return new Scorecard(period, inForce, figures, snapshot.map(Snapshot::frozenAt).orElse(null));
    }

    /**
     * What a figure counts, the latest first.
     *
     * @param measure null for all
     * @param side null for all
     */
    public List<Evidence> evidence(Subject subject, Period period, @Nullable Measure measure, @Nullable Side side,
            int limit) {
        var source = source(subject, period, snapshot(subject, period));
        return jdbc
                .sql("select e.*, t.title from (" + source.query() + """
                        ) e join ticket t on t.id = e.ticket_id
                        where (cast(:measure as text) is null or e.measure = :measure) and (cast(:side as text) is null or e.side = :side)
                        order by e.at desc, e.ticket_id desc, e.detail limit :limit
                        """)
                .params(source.parameters()).param("measure", measure == null ? null : measure.name())
                .param("side", side == null ? null : side.name()).param("limit", limit)
                .query(Appraisals::evidence).list();
    }

    /**
     * Freezes everybody's and every unit's figures of each period that has closed since the first case, once. Without any
     * case nothing is frozen: an empty system has no figures.
     *
     * @return how many scorecards were frozen
     */
    @Transactional
    public int sweep(Instant now) {
        var last = Period.at(now, rules).before(rules);
        if (isFrozen(last)) {
            return 0;
        }
        var first = firstCase();
        int frozen = 0;
        for (var closed = last; first.isPresent() && closed.until().isAfter(first.get()); closed = closed
                .before(rules)) {
            frozen += freeze(closed, now);
        }
        return frozen;
    }

    private boolean isFrozen(Period period) {
        return jdbc.sql("select exists (select from appraisal_period where period = :p)").param("p", period.key())
                .query(Boolean.class).single();
    }

    private Optional<Instant> firstCase() {
        return jdbc.sql("select occurred_at from timeline_entry order by occurred_at limit 1")
                .query((row, _) -> Sql.instant(row, "occurred_at")).optional();
    }

    private int freeze(Period closed, Instant now) {
        boolean open = jdbc
                .sql("insert into appraisal_period (period, frozen_at) values (:p, :now) on conflict do nothing")
                .param("p", closed.key()).param("now", Sql.at(now)).update() == 1;
        if (!open) {
            return 0;
        }
        staff.all().forEach(person -> freeze(new Subject.OfPerson(person.id()), closed, now));
        units.all().forEach(unit -> freeze(new Subject.OfUnit(unit), closed, now));
        return staff.all().size() + units.all().size();
    }

    private void freeze(Subject subject, Period period, Instant now) {
        long id = jdbc
                .sql("""
                     insert into appraisal_snapshot (person_id, unit_id, period, rules, frozen_at)
                     values (:person, :unit, :period, :rules::jsonb, :now) returning id
                     """)
                .param("person", subject instanceof Subject.OfPerson(var person) ? person.value() : null)
                .param("unit", subject instanceof Subject.OfUnit(var unit) ? unit.id().value() : null)
                .param("period", period.key()).param("rules", json.writeValueAsString(rules))
                .param("now", Sql.at(now)).query(Long.class).single();
        var live = EvidenceSql.live(subject, period, frozenBefore(period), surveys.lowScore());
        jdbc.sql(
                "insert into appraisal_evidence (snapshot_id, measure, side, why, at, ticket_id, detail, due_at, met_at, score) "
                        + "select :snapshot, e.* from (" + live.query() + ") e")
                .params(live.parameters())
                .param("snapshot", id).update();
    }

    private record Snapshot(long id, AppraisalRules rules, Instant frozenAt) {}

    private Optional<Snapshot> snapshot(Subject subject, Period period) {
        var whose = switch (subject) {
            case Subject.OfPerson(var person) -> "person_id = " + person.value();
            case Subject.OfUnit(var unit) -> "unit_id = " + unit.id().value();
        };
        return jdbc.sql("select * from appraisal_snapshot where period = :period and " + whose)
                .param("period", period.key())
                .query((row, _) -> new Snapshot(row.getLong("id"),
                        json.readValue(row.getString("rules"), AppraisalRules.class), Sql.instant(row, "frozen_at")))
                .optional();
    }

    private EvidenceSql source(Subject subject, Period period, Optional<Snapshot> snapshot) {
        return snapshot.map(frozen -> EvidenceSql.frozen(frozen.id()))
                .orElseGet(() -> EvidenceSql.live(subject, period, frozenBefore(period), surveys.lowScore()));
    }

    private List<CorrectionSql.Frozen> frozenBefore(Period period) {
        return jdbc.sql("select period, frozen_at from appraisal_period")
                .query((row, _) -> Map.entry(row.getString("period"), Sql.instant(row, "frozen_at"))).list().stream()
                .flatMap(frozen -> Period.read(frozen.getKey(), rules)
                        .map(found -> new CorrectionSql.Frozen(found, frozen.getValue())).stream())
                .filter(frozen -> frozen.period().from().isBefore(period.from())).toList();
    }

    private record Count(Measure measure, Side side, long number, double sum, double squares) {}

    private Map<Measure, List<Count>> counts(EvidenceSql source) {
        return jdbc
                .sql("select measure, side, count(*) number, coalesce(sum(score), 0) total, coalesce(sum(score * score), 0) squares from ("
                        + source.query() + ") e group by measure, side")
                .params(source.parameters())
                .query((row, _) -> new Count(Measure.valueOf(row.getString("measure")),
                        Side.valueOf(row.getString("side")), row.getLong("number"), row.getDouble("total"),
                        row.getDouble("squares")))
                .list().stream().collect(Collectors.groupingBy(Count::measure));
    }

    private static Figure figure(Measure measure, Map<Measure, List<Count>> all, AppraisalRules rules) {
        var counts = all.getOrDefault(measure, List.of());
        long good = number(counts, Side.FOR);
        long whole = good + number(counts, Side.AGAINST);
        double sum = counts.stream().mapToDouble(Count::sum).sum();
        double squares = counts.stream().mapToDouble(Count::squares).sum();
        double value = switch (measure) {
            case PROMISES_KEPT, STAYED_CLOSED -> whole == 0 ? 0 : 100.0 * good / whole;
            case SATISFACTION -> whole == 0 ? 0 : 10 * sum / whole;
            case VALID_COMPLAINTS -> whole;
        };
        var interval = measure == Measure.SATISFACTION
                ? Interval.ofMean(whole, sum, squares)
                : Interval.ofShare(good, whole);
        double weight = rules.weights().getOrDefault(measure, 0.0);
        return new Figure(measure, good, whole, number(counts, Side.LEFT_OUT), value, interval, weight,
                measure != Measure.VALID_COMPLAINTS && whole < rules.few());
    }

    private static long number(List<Count> counts, Side side) {
        return counts.stream().filter(count -> count.side() == side).mapToLong(Count::number).sum();
    }

    private static Evidence evidence(ResultSet row, int index) throws SQLException {
        return new Evidence(Measure.valueOf(row.getString("measure")), Side.valueOf(row.getString("side")),
                row.getString("why"), Sql.instant(row, "at"), new TicketId(row.getLong("ticket_id")),
                row.getString("title"), row.getString("detail"), Sql.optionalInstant(row, "due_at"),
                Sql.optionalInstant(row, "met_at"), row.getObject("score", Integer.class));
    }
}
