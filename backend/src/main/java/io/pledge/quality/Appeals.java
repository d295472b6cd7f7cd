package io.pledge.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Units;
import io.pledge.sql.Sql;
import io.pledge.ticket.Refused;

/** Appeals against rulings: filed by those found responsible, decided by another officer. */
@Component
public class Appeals {
    private static final String APPEAL = """
                                         select a.id appeal_id, a.filed_by, a.grounds, a.filed_at, a.decide_by, r.*, t.title,
                                                exists (select from ruling later where later.supersedes = r.id) superseded,
                                                d.granted, d.reasoning decision, d.same_officer, d.decided_by, d.decided_at
                                         from appeal a join ruling r on r.id = a.ruling_id join ticket t on t.id = r.ticket_id
                                         left join appeal_decision d on d.appeal_id = a.id
                                         """;

    private final JdbcClient jdbc;
    private final Rulings rulings;
    private final Reviews reviews;
    private final Impartiality impartiality;
    private final Units units;
    private final QualityRules rules;
    private final ApplicationEventPublisher events;

    Appeals(JdbcClient jdbc, Rulings rulings, Reviews reviews, Impartiality impartiality, Units units,
            QualityRules rules, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rulings = rulings;
        this.reviews = reviews;
        this.impartiality = impartiality;
        this.units = units;
        this.rules = rules;
        this.events = events;
    }

    /** The appeals still to be decided on cases within the scope, the most urgent first. */
    public List<Appeal> open(Scope scope) {
        return jdbc
                .sql(APPEAL + "where d.appeal_id is null and " + scope.condition("t") + " order by a.decide_by, a.id")
                .params(scope.parameters()).query(Appeals::appeal).list();
    }

    public Optional<Appeal> find(long id) {
        return jdbc.sql(APPEAL + "where a.id = :id").param("id", id).query(Appeals::appeal).optional();
    }

    /** The appeal against a ruling, decided or not. */
    public Optional<Appeal> of(long ruling) {
        return jdbc.sql(APPEAL + "where r.id = :ruling").param("ruling", ruling).query(Appeals::appeal).optional();
    }

    /** Whether this person may speak against a ruling: the one responsible, or the unit's head where it is the unit's. */
    public boolean concerns(Ruling ruling, PersonId person) {
        var responsible = ruling.responsible();
        if (responsible == null) {
            return false;
        }
        return responsible.person() != null
                ? responsible.person().equals(person)
                : person.equals(units.unit(responsible.unit()).supervisor());
    }

    /** Whether a ruling can still be appealed now by those it concerns. */
    public boolean open(Ruling ruling, Instant now) {
        return !ruling.superseded() && ruling.verdict() == Verdict.VALID && now.isBefore(ruling.appealUntil())
                && of(ruling.id()).isEmpty();
    }

    /**
     * Appeals against a ruling.
     *
     * @param grounds why it is not right
     * @throws Refused where the ruling does not concern the person, its time is over, it no longer stands, or it was
     *     appealed before
     */
    @Transactional
    public long file(long rulingId, String grounds, PersonId by, Instant at) {
        var ruling = rulings.find(rulingId).filter(found -> concerns(found, by))
                .orElseThrow(() -> new Refused("notYourRuling"));
        reviews.lock(ruling.ticket());
        if (grounds.isBlank() || !open(rulings.find(rulingId).orElseThrow(), at)) {
            throw new Refused("appealClosed");
        }
        var decideBy = at.plus(rules.decideWithin());
        long id = jdbc.sql("""
                           insert into appeal (ruling_id, filed_by, grounds, filed_at, decide_by)
                           values (:ruling, :by, :grounds, :at, :decide) returning id
                           """).param("ruling", rulingId).param("by", by.value()).param("grounds", grounds.strip())
                .param("at", Sql.at(at)).param("decide", Sql.at(decideBy)).query(Long.class).single();
        events.publishEvent(new AppealFiled(id, rulingId, ruling.ticket(), by, at, decideBy));
        return id;
    }

    /** Whether the officer who ruled has to decide as well, since there is no other; then it takes a reason. */
    public boolean sameOfficerMustDecide(Appeal appeal, PersonId officer) {
        return appeal.ruling().by().equals(officer)
                && impartiality.others(officer, Optional.ofNullable(appeal.ruling().responsible())).isEmpty();
    }

    /** Who may decide an appeal: the officers other than the one who ruled, or that one where there is no other. */
    public List<PersonId> deciders(Appeal appeal) {
        var officer = appeal.ruling().by();
        return sameOfficerMustDecide(appeal, officer)
                ? List.of(officer)
                : impartiality.others(officer, Optional.ofNullable(appeal.ruling().responsible())).stream()
                        .map(Person::id).toList();
    }

    /**
     * Decides an appeal. Granted, the ruling is superseded by one that the complaint was not valid.
     *
     * @param sameOfficer why the officer who ruled decides as well; only where there is no other
     * @throws Refused where it was decided before, or this officer may not decide it
     */
    @Transactional
    public void decide(long appealId, boolean granted, String reasoning, @Nullable String sameOfficer, PersonId by,
            Instant at) {
        var appeal = find(appealId).orElseThrow(() -> new Refused("appealDecided"));
        var ruling = appeal.ruling();
        reviews.lock(ruling.ticket());
        require(find(appealId).orElseThrow(), reasoning, sameOfficer, by);
        boolean same = ruling.by().equals(by);
        jdbc.sql("""
                 insert into appeal_decision (appeal_id, granted, reasoning, same_officer, decided_by, decided_at)
                 values (:appeal, :granted, :reasoning, :same, :by, :at)
                 """).param("appeal", appealId).param("granted", granted).param("reasoning", reasoning.strip())
                .param("same", same ? Objects.requireNonNull(sameOfficer).strip() : null).param("by", by.value())
                .param("at", Sql.at(at)).update();
        if (granted && rulings.find(ruling.id()).filter(Ruling::superseded).isEmpty()) {
            rulings.overturn(ruling, reasoning, by, at);
        }
        events.publishEvent(new AppealDecided(appealId, ruling.id(), ruling.ticket(), granted, appeal.by(), by, at));
    }

    private void require(Appeal appeal, String reasoning, @Nullable String sameOfficer, PersonId by) {
        if (appeal.decision() != null) {
            throw new Refused("appealDecided");
        }
        if (reasoning.isBlank()) {
            throw new Refused("noReasoning");
        }
        impartiality.require(by, Optional.ofNullable(appeal.ruling().responsible()));
        if (appeal.ruling().by().equals(by)
                && (!sameOfficerMustDecide(appeal, by) || sameOfficer == null || sameOfficer.isBlank())) {
            throw new Refused("sameOfficer");
        }
    }

    private static Appeal appeal(ResultSet row, int index) throws SQLException {
        var decidedAt = Sql.optionalInstant(row, "decided_at");
        var decision = decidedAt == null
                ? null
                : new Appeal.Decision(row.getBoolean("granted"), row.getString("decision"),
                        row.getString("same_officer"), new PersonId(row.getLong("decided_by")), decidedAt);
        return new Appeal(row.getLong("appeal_id"), RulingRecords.ruling(row, index),
                new PersonId(row.getLong("filed_by")), row.getString("grounds"), Sql.instant(row, "filed_at"),
                Sql.instant(row, "decide_by"), decision);
    }
}
