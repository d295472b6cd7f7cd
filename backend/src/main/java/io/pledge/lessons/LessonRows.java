package io.pledge.lessons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** The lessons as stored. */
@Component
class LessonRows {
    private static final String LATEST = """
                                         select l.*, v.title, v.situation, v.cause, v.remedy, v.prevention, v.written_by, v.written_at
                                         from lesson l join lesson_version v on v.lesson_id = l.id and v.number = l.number
                                         where\s""";

    private final JdbcClient jdbc;

    LessonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Lesson> find(LessonId id) {
        return jdbc.sql(LATEST + "l.id = :id").param("id", id.value()).query(LessonRows::lesson).optional();
    }

    /** For a change: whoever else wants to change it waits. */
    Optional<Lesson> locked(LessonId id) {
        return jdbc.sql(LATEST + "l.id = :id for update of l").param("id", id.value()).query(LessonRows::lesson)
                .optional();
    }

    Optional<Lesson> of(TicketId ticket) {
        return jdbc.sql(LATEST + "l.ticket_id = :ticket").param("ticket", ticket.value()).query(LessonRows::lesson)
                .optional();
    }

    /** @return empty where the case has its lesson already */
    Optional<LessonId> add(Ticket ticket, Instant at) {
        return jdbc.sql("""
                        insert into lesson (ticket_id, kind, product, state, number, changed_at)
                        values (:ticket, :kind, :product, 'DRAFT', 1, :at) on conflict (ticket_id) do nothing returning id
                        """).param("ticket", ticket.id().value()).param("kind", ticket.kind().name())
                .param("product", ticket.product()).param("at", Sql.at(at)).query(Long.class).optional()
                .map(LessonId::new);
    }

    void write(LessonId id, LessonVersion version) {
        var text = version.text();
        jdbc.sql("""
                 insert into lesson_version (lesson_id, number, title, situation, cause, remedy, prevention, written_by, written_at)
                 values (:id, :number, :title, :situation, :cause, :remedy, :prevention, :by, :at)
                 """).param("id", id.value()).param("number", version.number()).param("title", text.title())
                .param("situation", text.situation()).param("cause", text.cause()).param("remedy", text.remedy())
                .param("prevention", text.prevention()).param("by", version.writtenBy().value())
                .param("at", Sql.at(version.writtenAt())).update();
    }

    void decide(LessonId id, LessonDecision decision) {
        jdbc.sql("""
                 insert into lesson_decision (lesson_id, number, decision, reason, decided_by, decided_at)
                 values (:id, :number, :outcome, :reason, :by, :at)
                 """).param("id", id.value()).param("number", decision.number())
                .param("outcome", decision.outcome().name()).param("reason", decision.reason())
                .param("by", decision.by().value()).param("at", Sql.at(decision.at())).update();
    }

    void change(LessonId id, LessonState state, int number, @Nullable Integer published, Instant at) {
        jdbc.sql("""
                 update lesson set state = :state, number = :number, published_number = :published, changed_at = :at
                 where id = :id
                 """).param("id", id.value()).param("state", state.name()).param("number", number)
                .param("published", published).param("at", Sql.at(at)).update();
    }

    List<LessonVersion> versions(LessonId id) {
        return jdbc.sql("select * from lesson_version where lesson_id = :id order by number").param("id", id.value())
                .query((row, index) -> new LessonVersion(row.getInt("number"), text(row),
                        new PersonId(row.getLong("written_by")), Sql.instant(row, "written_at")))
                .list();
    }

    List<LessonDecision> decisions(LessonId id) {
        return jdbc.sql("select * from lesson_decision where lesson_id = :id order by id").param("id", id.value())
                .query((row, index) -> new LessonDecision(row.getInt("number"),
                        LessonState.valueOf(row.getString("decision")), row.getString("reason"),
                        new PersonId(row.getLong("decided_by")), Sql.instant(row, "decided_at")))
                .list();
    }

    static Lesson lesson(ResultSet row, int index) throws SQLException {
        return new Lesson(new LessonId(row.getLong("id")), new TicketId(row.getLong("ticket_id")),
                TicketKind.valueOf(row.getString("kind")), row.getString("product"),
                LessonState.valueOf(row.getString("state")), row.getInt("number"),
                row.getObject("published_number", Integer.class), text(row), new PersonId(row.getLong("written_by")),
                Sql.instant(row, "written_at"));
    }

    private static LessonText text(ResultSet row) throws SQLException {
        return new LessonText(row.getString("title"), row.getString("situation"), row.getString("cause"),
                row.getString("remedy"), row.getString("prevention"));
    }
}
