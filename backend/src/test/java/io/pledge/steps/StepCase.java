package io.pledge.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.ticket.Cases;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** A case in Hamburg whose steps somebody of the cast does. */
public record StepCase(BeanFactory beans, TicketId id) {

    public static StepCase open(BeanFactory beans, TicketKind kind) {
        return new StepCase(beans, beans.getBean(Casebook.class).open(kind, Severity.MINOR, "hamburg",
                "marek@mill.example"));
    }

    public Ticket ticket() {
        return beans.getBean(Cases.class).require(id);
    }

    public StepSheet sheet() {
        return beans.getBean(Steps.class).of(ticket()).orElseThrow();
    }

    public CaseStep step(String key) {
        return sheet().step(key).orElseThrow();
    }

    public StepState state(String key) {
        return step(key).state();
    }

    /** Does a step with these fields and their words, in turn. */
    public void done(String key, String who, String... written) {
        beans.getBean(Steps.class).finish(id, step(key).id(), written(written),
                beans.getBean(Casebook.class).person(who),
                beans.getBean(MovableClock.class).instant());
    }

    public static Steps.Written written(String... words) {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            typed.put(words[i], words[i + 1]);
        }
        return new Steps.Written(typed, Map.of());
    }

    public void reopen(String key, String who) {
        beans.getBean(Steps.class).reopen(id, step(key).id(), "The wrong one.",
                beans.getBean(Casebook.class).person(who),
                beans.getBean(MovableClock.class).instant());
    }

    public void resolve() {
        beans.getBean(ClosedLoop.class).resolve(id, new Solution("a cap", "a file", "a check", "Done."),
                beans.getBean(Casebook.class).actor("local-engineer"), beans.getBean(MovableClock.class).instant());
    }

    public void ship() {
        done("ship", "local-engineer", "what", "A fan tray", "carrier", "DHL", "tracking", "4711");
    }

    public List<String> history() {
        return beans.getBean(JdbcClient.class)
                .sql("select what || ' ' || detail::text from timeline_entry where ticket_id = ? order by id")
                .param(id.value()).query(String.class).list();
    }
}
