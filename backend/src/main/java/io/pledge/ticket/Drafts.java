package io.pledge.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/** What people are writing and have not sent: one draft for each person, case and form, read by nobody but its author. */
@Component
public class Drafts {
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Drafts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Keeps what stands in a form in place of what stood there before; where all fields are blank, nothing is kept.
     *
     * @return whether it was kept; not what arrives after the form was sent from the same page
     */
    public boolean keep(Draft.Key key, Map<String, String> words, Instant at) {
        boolean blank = words.values().stream().allMatch(String::isBlank);
        return jdbc.sql("""
                insert into draft (ticket_id, person_id, form, words, begun_at, kept_at)
                values (:ticket, :person, :form, :words::jsonb, :at, :at)
                on conflict (ticket_id, person_id, form) do update
                set words = excluded.words, kept_at = excluded.kept_at,
                    begun_at = case when excluded.words is null then null else coalesce(draft.begun_at, excluded.begun_at) end
                where draft.sent_from is distinct from :page
                """).params(parameters(key)).param("words", blank ? null : json.writeValueAsString(words))
                .param("at", blank ? null : Sql.at(at)).update() == 1 && !blank;
    }

    /** It was sent, or thrown away, from this page. In the caller's transaction, so that it is never both sent and still a draft. */
    public void end(Draft.Key key) {
        jdbc.sql("""
                 insert into draft (ticket_id, person_id, form, sent_from) values (:ticket, :person, :form, :page)
                 on conflict (ticket_id, person_id, form) do update
                 set words = null, kept_at = null, begun_at = null, sent_from = excluded.sent_from
                 """).params(parameters(key)).update();
    }

    /** What this person has begun on a case, by form; also where it was sent, with nothing kept. */
    public Map<DraftForm, Draft> of(TicketId ticket, PersonId person) {
        var drafts = new EnumMap<DraftForm, Draft>(DraftForm.class);
        jdbc.sql("select * from draft where ticket_id = :ticket and person_id = :person")
                .param("ticket", ticket.value()).param("person", person.value()).query(this::draft).list()
                .forEach(draft -> drafts.put(draft.form(), draft));
        return drafts;
    }

    /** Who else is writing on a case, the longest first: that they do is no secret, what they write is. */
    public List<Writer> writers(TicketId ticket, PersonId me, Instant since) {
        return jdbc.sql("""
                select person_id, form, begun_at from draft
                where ticket_id = :ticket and person_id <> :me and kept_at > :since order by begun_at, person_id, form
                """).param("ticket", ticket.value()).param("me", me.value()).param("since", Sql.at(since))
                .query((row, _) -> new Writer(new PersonId(row.getLong("person_id")),
                        DraftForm.valueOf(row.getString("form")), Sql.instant(row, "begun_at")))
                .list();
    }

    private static Map<String, Object> parameters(Draft.Key key) {
        return Map.of("ticket", key.ticket().value(), "person", key.person().value(), "form", key.form().name(),
                "page", key.page());
    }

    private Draft draft(ResultSet row, int index) throws SQLException {
        String words = row.getString("words");
        return new Draft(DraftForm.valueOf(row.getString("form")),
                words == null ? Map.of() : json.readValue(words, WORDS),
                Sql.optionalInstant(row, "kept_at"), row.getString("sent_from"));
    }

    /** Somebody who is writing. */
    public record Writer(PersonId person, DraftForm form, Instant since) {}
}
