package io.pledge.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.customer.ContractLevel;
import io.pledge.customer.CustomerFiles;
import io.pledge.customer.CustomerId;
import io.pledge.customer.CustomerImport;
import io.pledge.customer.CustomerPlan;
import io.pledge.customer.CustomerPlan.PlannedContract;
import io.pledge.customer.CustomerPlan.PlannedEquipment;
import io.pledge.customer.CustomerPlan.PlannedSite;
import io.pledge.customer.CustomerSheets;
import io.pledge.customer.FileRefused;
import io.pledge.customer.Sheet;
import io.pledge.help.Help;
import io.pledge.help.Question;
import io.pledge.incident.Declaration;
import io.pledge.incident.Incidents;
import io.pledge.lessons.Lessons;
import io.pledge.notifications.ConfirmationRequest;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.StaffNames;
import io.pledge.quality.Appeals;
import io.pledge.quality.Review;
import io.pledge.quality.Reviews;
import io.pledge.sql.Sql;
import io.pledge.survey.Answer;
import io.pledge.survey.RecoveryCalls;
import io.pledge.survey.Responses;
import io.pledge.survey.Surveys;
import io.pledge.testing.Casebook;
import io.pledge.ticket.Actor;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** What lies behind the doors: in three offices an open case and one that went all the way, and for everybody what is asked of them. */
final class AccessScene {
    private static final Duration LATER = Duration.ofDays(30);
    private final Casebook casebook;
    private final ClosedLoop loop;
    private final Lessons lessons;
    private final Surveys surveys;
    private final Responses responses;
    private final RecoveryCalls calls;
    private final Reviews reviews;
    private final Appeals appeals;
    private final Confirmations confirmations;
    private final PrivateLinks links;
    private final Participants participants;
    private final CustomerImport imported;
    private final CustomerSheets sheets;
    private final CustomerFiles files;
    private final Help help;
    private final Incidents incidents;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, Office> offices = new HashMap<>();
    private final Map<String, Long> rulings = new HashMap<>();
    private final Map<String, Long> asked = new HashMap<>();
    private final Map<String, Long> visits = new HashMap<>();
    private String upload = "";

    /** What lies in one office. */
    record Office(TicketId open, TicketId ended, String link, long file, String survey, long call, long lesson,
            long appeal, long customer, long equipment, long contract, long visit, long help, long asked,
            long incident, long step) {}

    AccessScene(Casebook casebook, ClosedLoop loop, Lessons lessons, Surveys surveys, Responses responses,
            RecoveryCalls calls, Reviews reviews, Appeals appeals, Confirmations confirmations, PrivateLinks links,
            Participants participants, CustomerImport imported, CustomerSheets sheets, CustomerFiles files, Help help,
            Incidents incidents,
            JdbcClient jdbc, Clock clock) {
        this.imported = imported;
        this.sheets = sheets;
        this.files = files;
        this.help = help;
        this.incidents = incidents;
        this.casebook = casebook;
        this.loop = loop;
        this.lessons = lessons;
        this.surveys = surveys;
        this.responses = responses;
        this.calls = calls;
        this.reviews = reviews;
        this.appeals = appeals;
        this.confirmations = confirmations;
        this.links = links;
        this.participants = participants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sets the scene. */
    void set() {
        offices.put("hamburg", office("hamburg", "local-engineer", "account-manager"));
        offices.put("warsaw", office("warsaw", "warsaw-engineer", "account-manager-2"));
        offices.put("shanghai", office("shanghai", "shanghai-engineer", "account-manager-2"));
        List.of(Caller.values())
                .forEach(caller -> forEverybody(caller.isStranger() ? "hq-engineer-2" : caller.username()));
        forEverybody("chengdu-head");
        upload = broughtByTheAdministrator();
    }

    String upload() {
        return upload;
    }

    Office in(String unit) {
        return Objects.requireNonNull(offices.get(unit));
    }

    long rulingAgainst(String username) {
        return Objects.requireNonNull(rulings.get(username));
    }

    long askedOf(String username) {
        return Objects.requireNonNull(asked.get(username));
    }

    long visitOf(String username) {
        return Objects.requireNonNull(visits.get(username));
    }

    /** Planned for somebody, whether they see the case or not. */
    private long visit(TicketId ticket, String engineer) {
        return jdbc.sql("""
                        insert into visit (plan_key, ticket_id, engineer_id, state, from_at, until_at, zone, place, purpose,
                                           planned_at)
                        values (gen_random_uuid(), :ticket, :engineer, 'PROPOSED', :from, :until, 'UTC', 'Hall', 'A look.', :now)
                        returning id
                        """).param("ticket", ticket.value()).param("engineer", casebook.person(engineer).value())
                .param("from", Sql.at(now().plus(LATER))).param("until", Sql.at(now().plus(LATER).plusSeconds(1)))
                .param("now", Sql.at(now())).query(Long.class).single();
    }

    private Office office(String unit, String engineer, String accountManager) {
        var open = casebook.open(TicketKind.COMPLAINT, Severity.MAJOR, unit, null);
        var ended = ended(unit, engineer, unit + "@customer.example");
        jdbc.sql("update ticket set account_manager_id = :manager where id in (:cases)")
                .param("manager", casebook.person(accountManager).value())
                .param("cases", List.of(open.value(), ended.value())).update();
        var link = links.issue(open, participants.submitter(open).id());
        var lesson = lessons.draft(ended, casebook.person(engineer), now()).value();
        var appeal = appeals.file(ruling(ended, engineer), "It was not us.", casebook.person(engineer), now());
        var survey = survey(ended, unit);
        CustomerId customer = customer(unit, accountManager);
        return new Office(open, ended, link, file(open), survey, calls.of(ended).orElseThrow().id(), lesson, appeal,
                customer.value(), sheets.page(Sheet.EQUIPMENT, customer, "", null, 1).getFirst().id(),
                sheets.page(Sheet.CONTRACTS, customer, "", null, 1).getFirst().id(), visit(open, engineer),
                help(unit, accountManager), ask(open, "hq", engineer), incident(unit), step(open));
    }

    /** The step that whoever holds it owes. */
    private long step(TicketId open) {
        return jdbc.sql("select id from case_step where ticket_id = ? and step = 'heard'").param(open.value())
                .query(Long.class).single();
    }

    /** Asked of an office by another one, in which the case lies. */
    private long help(String unit, String accountManager) {
        var elsewhere = casebook.open(TicketKind.FAULT, Severity.MAJOR, "chengdu", null);
        jdbc.sql("update ticket set account_manager_id = :manager where id = :id")
                .param("manager", casebook.person(accountManager).value()).param("id", elsewhere.value()).update();
        return ask(elsewhere, unit, casebook.colleagueIn("chengdu"));
    }

    /** Led by somebody of the office who is asked for nothing here, and about a case that everybody of headquarters sees. */
    private long incident(String unit) {
        return incidents.declare(new Declaration("access-" + unit, "Fans stand still", "风扇停转", Severity.MAJOR,
                casebook.unit(unit), casebook.person(unit + "-engineer-2"), false,
                List.of(casebook.open(TicketKind.FAULT, Severity.MAJOR, "hq", null))), casebook.person("hq-head"),
                now()).id().value();
    }

    private long ask(TicketId ticket, String unit, String asker) {
        return help.ask(ticket, new Question(UUID.randomUUID().toString(), casebook.unit(unit), null, "Which firmware?",
                null, null), casebook.person(asker), now()).id();
    }

    private CustomerId customer(String unit, String accountManager) {
        return imported.apply(new CustomerPlan("access-" + unit, "Access " + unit, Locale.ENGLISH, ZoneOffset.UTC,
                accountManager, List.of(new PlannedContract("ACCESS-" + unit, ContractLevel.BASIC, null,
                        LocalDate.EPOCH, null)),
                List.of(new PlannedSite("Hall", ZoneOffset.UTC, unit)), List.of(),
                List.of(new PlannedEquipment("ACCESS-" + unit, "UPS-900", "Hall", null))));
    }

    private String broughtByTheAdministrator() {
        try {
            return files.bring(Sheet.CUSTOMERS, "customers.csv",
                    "key,name,language,zone\nmill,Mill,en,UTC".getBytes(StandardCharsets.UTF_8),
                    casebook.person("admin")).toString();
        } catch (FileRefused unread) {
            throw new IllegalStateException(unread);
        }
    }

    private void forEverybody(String username) {
        rulings.put(username, ruling(ended("hamburg", "local-engineer", null), username));
        visits.put(username, visit(in("hamburg").open(), username));
        asked.put(username, confirmations.ask(new ConfirmationRequest("access " + username, "access", "PL-1",
                StaffNames.of(casebook.person(username)), now(), now().plus(LATER), List.of())).orElseThrow());
    }

    private TicketId ended(String unit, String engineer, @org.jspecify.annotations.Nullable String email) {
        var id = casebook.open(TicketKind.COMPLAINT, Severity.MAJOR, unit, email);
        loop.resolve(id, new Solution("a cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor(engineer), now());
        loop.confirm(id, new Actor.System(), now());
        return id;
    }

    /** A ruling that anybody can be made responsible by, whether they held the case or not. */
    private long ruling(TicketId ticket, String responsible) {
        reviews.send(ticket, Review.Reason.SENT, casebook.person("quality"), now());
        return jdbc.sql("""
                        insert into ruling (ticket_id, verdict, cause, responsible_unit_id, responsible_unit_path,
                                            responsible_person_id, reasoning, ruled_by, ruled_at, appeal_until)
                        select :ticket, 'VALID', 'NO_WORD', u.id, u.path, p.id, 'No word for two days.', :by, :now, :until
                        from person p join service_unit u on u.id = p.unit_id where p.id = :person returning id
                        """).param("ticket", ticket.value()).param("person", casebook.person(responsible).value())
                .param("by", casebook.person("quality").value()).param("now", Sql.at(now()))
                .param("until", Sql.at(now().plus(LATER))).query(Long.class).single();
    }

    /** Sent, and answered with a low score. Its token is one that the test knows. */
    private String survey(TicketId ended, String unit) {
        surveys.sweep(now().plus(LATER));
        var token = (unit + "-".repeat(22)).substring(0, 22);
        jdbc.sql(
                "update survey set token_hash = encode(sha256(convert_to(:token, 'UTF8')), 'hex') where ticket_id = :id")
                .param("token", token).param("id", ended.value()).update();
        responses.answer(surveys.of(ended).orElseThrow().id(), new Answer(1, Map.of(), null), now().plus(LATER));
        return token;
    }

    private long file(TicketId ticket) {
        return jdbc.sql("""
                        insert into attachment (ticket_id, name, media_type, size, sha256, content, recorded_at)
                        values (:ticket, 'log.txt', 'text/plain', 1, '', '1', :now) returning id
                        """).param("ticket", ticket.value()).param("now", Sql.at(now())).query(Long.class).single();
    }

    /** The demonstration's clock runs. */
    private Instant now() {
        return clock.instant();
    }
}
