package io.pledge.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.communication.CommunicationPlan;
import io.pledge.communication.CommunicationPlans;
import io.pledge.communication.Occasion;
import io.pledge.communication.PlanLine;
import io.pledge.communication.Way;
import io.pledge.customer.ContactId;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.ContractId;
import io.pledge.customer.ContractLevel;
import io.pledge.customer.CustomerId;
import io.pledge.customer.CustomerImport;
import io.pledge.customer.CustomerPlan;
import io.pledge.customer.CustomerPlan.PlannedContact;
import io.pledge.customer.CustomerPlan.PlannedContract;
import io.pledge.customer.CustomerPlan.PlannedSite;
import io.pledge.customer.Recognised;
import io.pledge.ticket.Intake;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/**
 * A customer with people of every level: Ola the executive, Wei who is head of operations and reads Chinese, Marek the engineer who turns
 * to us, and Jan, who has a telephone only.
 */
public final class Mill {
    public static final String OLA = "ola@mill.example";
    public static final String WEI = "wei@mill.example";
    public static final String MAREK = "marek@mill.example";

    private final CustomerImport imported;
    private final CommunicationPlans plans;
    private final Intake intake;
    private final Casebook casebook;
    private final JdbcClient jdbc;
    private final Clock clock;

    Mill(CustomerImport imported, CommunicationPlans plans, Intake intake, Casebook casebook, JdbcClient jdbc,
            Clock clock) {
        this.imported = imported;
        this.plans = plans;
        this.intake = intake;
        this.casebook = casebook;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The mill, whose contract has no plan. */
    public CustomerId open() {
        return open("mill", "mill.example");
    }

    /** Another customer with the same people at other addresses. */
    public CustomerId open(String key, String domain) {
        return imported.apply(new CustomerPlan(key, "Mill " + key, Locale.ENGLISH, ZoneId.of("Europe/Warsaw"),
                "account-manager",
                List.of(new PlannedContract("C-" + key, ContractLevel.GOLD, null, LocalDate.of(2020, 1, 1), null)),
                List.of(new PlannedSite("Hall", ZoneId.of("Europe/Warsaw"), "hamburg")), List.of(
                        new PlannedContact("Ola", "ola@" + domain, "+48 600 100 001", Locale.ENGLISH, null,
                                ContactLevel.EXECUTIVE),
                        new PlannedContact("Wei", "wei@" + domain, "+48 600 100 002", Locale.SIMPLIFIED_CHINESE, null,
                                ContactLevel.OPERATIONS_HEAD),
                        new PlannedContact("Marek", "marek@" + domain, "+48 600 100 003", Locale.ENGLISH, null,
                                ContactLevel.OPERATIONS_ENGINEER),
                        new PlannedContact("Jan", null, "+48 600 100 004", Locale.ENGLISH, null, ContactLevel.OTHER)),
                List.of()));
    }

    public ContractId contract(CustomerId mill) {
        return new ContractId(jdbc.sql("select id from contract where customer_id = ?").param(mill.value())
                .query(Long.class).single());
    }

    public ContactId contact(CustomerId mill, String name) {
        return new ContactId(jdbc.sql("select id from contact where customer_id = ? and name = ?")
                .params(mill.value(), name).query(Long.class).single());
    }

    /** Everybody of a level hears of some occasions in all cases by e-mail. */
    public static PlanLine line(ContactLevel level, Occasion... occasions) {
        return new PlanLine(level, null, set(occasions), Way.MAIL, Severity.MINOR, false, false);
    }

    public static PlanLine from(Severity severity, PlanLine line) {
        return new PlanLine(line.level(), line.contact(), line.occasions(), line.way(), severity, line.confirms(),
                line.answers());
    }

    public static PlanLine confirming(PlanLine line) {
        return new PlanLine(line.level(), line.contact(), line.occasions(), line.way(), line.from(), true,
                line.answers());
    }

    public static PlanLine answering(PlanLine line) {
        return new PlanLine(line.level(), line.contact(), line.occasions(), line.way(), line.from(), line.confirms(),
                true);
    }

    public static PlanLine by(Way way, PlanLine line) {
        return new PlanLine(line.level(), line.contact(), line.occasions(), way, line.from(), line.confirms(),
                line.answers());
    }

    /** Agrees on a plan with four hours to confirm. */
    public CommunicationPlans.Outcome agree(CustomerId mill, PlanLine... lines) {
        var contract = contract(mill);
        return plans.agree(new CommunicationPlan(contract, plans.of(contract).version(), Duration.ofHours(4),
                List.of(lines)), casebook.person("account-manager"));
    }

    /** A fault of which Marek tells. */
    public TicketId fault(CustomerId mill, Severity severity) {
        return fault(mill, severity, "Marek", MAREK);
    }

    public TicketId fault(CustomerId mill, Severity severity, String name, @Nullable String email) {
        var known = new Recognised(mill, contact(mill, name), null, casebook.unit("hamburg"), ContractLevel.GOLD, null);
        var plain = casebook.submission(UUID.randomUUID().toString(), TicketKind.FAULT, severity, "hamburg", email);
        return intake.submit(new Submission(plain.key(), plain.kind(), plain.severity(), plain.text(),
                plain.channel(), new Submission.Submitter(name, email, email == null ? "+48 600 100 004" : null,
                        Locale.ENGLISH, ZoneId.of("Europe/Warsaw")),
                plain.product(), null, null, plain.home(), known, List.of(), plain.enteredBy(), clock.instant()));
    }

    /** What somebody was written about a case, the earliest first: letters by their keys. */
    public List<String> letters(TicketId ticket, String name) {
        return jdbc.sql("""
                        select split_part(o.key, ':', 2) from outbox_message o join participant p
                            on o.recipient_id = 'participant:' || p.id
                        where p.ticket_id = ? and p.name = ? order by o.id
                        """).params(ticket.value(), name).query(String.class).list();
    }

    /** The last thing that somebody was written about a case. */
    public Letter last(TicketId ticket, String name) {
        return jdbc.sql("""
                        select o.subject, o.body, o.link from outbox_message o join participant p
                            on o.recipient_id = 'participant:' || p.id
                        where p.ticket_id = ? and p.name = ? order by o.id desc limit 1
                        """).params(ticket.value(), name)
                .query((row, _) -> new Letter(row.getString(1), row.getString(2), row.getString(3))).single();
    }

    /** A letter. @param page the path of the page that it leads to */
    public record Letter(String subject, String body, String link) {
        public String page() {
            return link.substring(link.indexOf("/c/"));
        }
    }

    private static Set<Occasion> set(Occasion... occasions) {
        var set = EnumSet.noneOf(Occasion.class);
        set.addAll(Arrays.asList(occasions));
        return set;
    }
}
