package io.pledge.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.testing.Casebook;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.Timeline;
import io.pledge.ticket.TimelineEntry;

/** A case in Hamburg and the visits of it, for tests of what becomes of them. */
public final class VisitScene {
    /** The customer's zone, which is that of the site where none is known. */
    public static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final BeanFactory beans;
    private final Casebook casebook;
    private final TicketId id;

    public VisitScene(BeanFactory beans, TicketId id) {
        this.beans = beans;
        this.casebook = beans.getBean(Casebook.class);
        this.id = id;
    }

    public TicketId ticket() {
        return id;
    }

    /** Two hours of a day so many days after now, from now's time on. */
    public Window in(Duration ahead) {
        Instant from = now().plus(ahead);
        return new Window(from, from.plus(Duration.ofHours(2)), WARSAW);
    }

    public VisitPlan plan(String engineer, Window window) {
        return new VisitPlan(UUID.randomUUID().toString(), casebook.person(engineer), window, "Mill 2, gate 3",
                "To change the fan");
    }

    /** A visit of the local engineer, tomorrow. */
    public VisitId planned() {
        return planned("local-engineer", in(Duration.ofDays(1)));
    }

    public VisitId planned(String engineer, Window window) {
        return planning().plan(id, plan(engineer, window), casebook.person("local-head"));
    }

    public Planning planning() {
        return beans.getBean(Planning.class);
    }

    public OnSite onSite() {
        return beans.getBean(OnSite.class);
    }

    public Agreement agreement() {
        return beans.getBean(Agreement.class);
    }

    public Visit visit(VisitId visit) {
        return beans.getBean(Visits.class).find(visit, Scope.everything());
    }

    public List<Visit> visits() {
        return beans.getBean(Visits.class).of(id);
    }

    /** Something that the local engineer does at a moment. */
    public Deed deed(Instant at) {
        return new Deed(UUID.randomUUID(), casebook.person("local-engineer"), at);
    }

    /** What the timeline tells of visits, oldest first. */
    public List<String> told() {
        return beans.getBean(Timeline.class).of(id).stream().map(TimelineEntry::what).map(Enum::name)
                .filter(what -> what.startsWith("VISIT_")).toList();
    }

    /** Which letters about visits were written, in the order of writing. */
    public List<String> letters() {
        return beans.getBean(JdbcClient.class).sql("""
                        select split_part(key, ':', 1) || ' ' || split_part(key, ':', 2) from outbox_message
                        where split_part(key, ':', 2) like 'visit%' order by id
                        """).query(String.class).list();
    }

    /** The body of the last letter of this name. */
    public String letter(String name) {
        return beans.getBean(JdbcClient.class).sql("""
                        select subject || e'\\n' || body || coalesce(link, '') from outbox_message
                        where split_part(key, ':', 2) = :name order by id desc limit 1
                        """).param("name", name).query(String.class).single();
    }

    private Instant now() {
        return beans.getBean(Clock.class).instant();
    }
}
