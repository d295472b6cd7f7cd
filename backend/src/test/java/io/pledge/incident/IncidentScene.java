package io.pledge.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Home;
import io.pledge.ticket.Intake;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** Customers of several offices with the same fault, some of whom read Chinese; headquarters leads. */
public final class IncidentScene {
    public static final String LEAD = "hq-engineer";
    private final Incidents incidents;
    private final Broadcasts broadcasts;
    private final Intake intake;
    private final Casebook casebook;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    public IncidentScene(BeanFactory beans) {
        this.incidents = beans.getBean(Incidents.class);
        this.broadcasts = beans.getBean(Broadcasts.class);
        this.intake = beans.getBean(Intake.class);
        this.casebook = beans.getBean(Casebook.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.clock = beans.getBean(MovableClock.class);
    }

    /** A case of somebody who left a phone number: what is written to them counts at once. */
    public TicketId open(String unit, Locale language) {
        var submitter = new Submission.Submitter("Somebody in " + unit, null, "+48 600 100 200", language,
                ZoneId.of("Europe/Warsaw"));
        return intake.submit(new Submission(UUID.randomUUID().toString(), TicketKind.FAULT, Severity.CRITICAL,
                "Modules drop out at load.", IntakeChannel.FORM, submitter, "RM-3000", null, null,
                Home.given(casebook.unit(unit)), null, List.of(), new Actor.System(), clock.instant()));
    }

    public List<TicketId> open(int many) {
        return IntStream.range(0, many).mapToObj(i -> open(i % 2 == 0 ? "hamburg" : "shanghai",
                i % 2 == 0 ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)).toList();
    }

    public Incident declare(TicketId... cases) {
        return declare(UUID.randomUUID().toString(), cases);
    }

    public Incident declare(String key, TicketId... cases) {
        return incidents.declare(new Declaration(key, "Rectifiers drop out", "整流模块退出", Severity.CRITICAL,
                casebook.unit("hq"), casebook.person(LEAD), true, List.of(cases)), casebook.person("hq-head"),
                now());
    }

    public long message(Incident incident) {
        return broadcasts.write(incident.id(), message(UUID.randomUUID().toString()), casebook.person(LEAD), now());
    }

    public Letter message(String key) {
        return new Letter(key, Letter.Kind.MESSAGE, Map.of(Language.EN, Words.message("We know the cause."),
                Language.ZH, Words.message("原因已经查明。")), now().plus(Duration.ofHours(1)));
    }

    public long resolve(Incident incident) {
        return broadcasts.write(incident.id(), resolution(UUID.randomUUID().toString()), casebook.person(LEAD), now());
    }

    public Letter resolution(String key) {
        return new Letter(key, Letter.Kind.RESOLUTION,
                Map.of(Language.EN, new Words("It is solved.", new Words.Report("A cap", "Load 3.2.1", "A check")),
                        Language.ZH, new Words("已解决。", new Words.Report("限制", "升级", "检查"))),
                null);
    }

    /** How many messages to the customer stand in a case, by their words. */
    public List<String> said(TicketId id) {
        return jdbc.sql("""
                        select body from message where ticket_id = :id and visibility = 'PUBLIC' and author = 'STAFF' order by id
                        """).param("id", id.value()).query(String.class).list();
    }

    private Instant now() {
        return clock.instant();
    }
}
