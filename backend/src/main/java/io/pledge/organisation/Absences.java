package io.pledge.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.Objection.Reason;
import io.pledge.sql.Sql;

/** When people are away, as it is written down. */
@Component
public class Absences {
    private final Amendments amendments;
    private final DirectoryCache cache;
    private final JdbcClient jdbc;
    private final Clock clock;

    Absences(Amendments amendments, DirectoryCache cache, JdbcClient jdbc, Clock clock) {
        this.amendments = amendments;
        this.cache = cache;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The absences of somebody, the latest first; those that were ended early too. */
    public List<Absence> of(PersonId person) {
        return jdbc.sql("select * from absence where person_id = ? order by from_on desc, id desc")
                .param(person.value())
                .query(Absence::read).list();
    }

    /**
     * Writes down that somebody will be away.
     *
     * @param from the first day, in the person's zone; may lie in the past
     * @param until the last day
     * @param deputy who stands in; null for the person's own deputy or the head of the unit
     * @throws OrganisationRefused where the days are turned round or taken, or the deputy has left or is the person
     */
    @Transactional
    public void enter(Person person, LocalDate from, LocalDate until, @Nullable PersonId deputy, PersonId by) {
        var now = amendments.begin();
        require(!until.isBefore(from), person, Reason.AWAY_ORDER);
        require(of(person.id()).stream().noneMatch(one -> one.overlaps(from, until)), person, Reason.AWAY_TWICE);
        require(deputy == null || !deputy.equals(person.id()) && now.people().containsKey(deputy)
                && !now.retiredPeople().contains(deputy), person, Reason.NO_DEPUTY);
        jdbc.sql("""
                 insert into absence (person_id, from_on, until_on, deputy_id, entered_by, entered_at)
                 values (:person, :from, :until, :deputy, :by, :at)
                 """).param("person", person.id().value()).param("from", from).param("until", until)
                .param("deputy", deputy == null ? null : deputy.value()).param("by", by.value())
                .param("at", Sql.at(clock.instant())).update();
        cache.changed();
    }

    /** Somebody is back, or does not go. A second time changes nothing; so does an absence of somebody else. */
    @Transactional
    public void end(long id, PersonId person, PersonId by) {
        amendments.begin();
        jdbc.sql("""
                 update absence set ended_at = :at, ended_by = :by
                 where id = :id and person_id = :person and ended_at is null
                 """).param("id", id).param("person", person.value()).param("by", by.value())
                .param("at", Sql.at(clock.instant())).update();
        cache.changed();
    }

    private static void require(boolean holds, Person person, Reason reason) {
        if (!holds) {
            throw new OrganisationRefused(List.of(new Objection(Subject.person(person.username()), person.name(), null,
                    reason, List.of())));
        }
    }
}
