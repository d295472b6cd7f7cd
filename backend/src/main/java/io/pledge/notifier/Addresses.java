package io.pledge.notifier;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.ServiceUnit;
import io.pledge.ticket.TicketNumber;
import io.pledge.visit.VisitId;

/**
 * The addresses of the pages that letters lead to, below {@code pledge.base-url}: how the customers' browsers reach Pledge. Without it,
 * this machine.
 */
@Component
class Addresses {
    private static final int USUAL_PORT = 8080;

    private final Environment environment;
    /** Asked for with every letter; known for good once the server has its port. */
    private volatile @Nullable String known;

    Addresses(Environment environment) {
        this.environment = environment;
    }

    /** The customer's page of a case. */
    String caseOf(String token) {
        return base() + "/c/" + token;
    }

    /** The page of a survey. */
    String survey(String token) {
        return base() + "/s/" + token;
    }

    /** The page of a case at the desk. */
    String desk(TicketNumber number) {
        return base() + "/desk/tickets/" + number.value();
    }

    /** The page of a visit for whoever travels. */
    String visit(VisitId id) {
        return base() + "/visits/" + id.value();
    }

    /** The page of a case before quality. */
    String quality(TicketNumber number) {
        return base() + "/quality/" + number.value();
    }

    /** The page of help that was asked for. */
    String help(long request) {
        return base() + "/help/" + request;
    }

    /** The page of a major incident. */
    String incident(long incident) {
        return base() + "/incidents/" + incident;
    }

    /** Where everybody reads the rulings that concern them, and appeals. */
    String rulings() {
        return base() + "/appraisal";
    }

    /** The figures of somebody and what they rest on. */
    String figuresOf(Person person) {
        return base() + "/appraisal/people/" + person.username();
    }

    /** The figures of a unit and what they rest on. */
    String figuresOf(ServiceUnit unit) {
        return base() + "/appraisal/units/" + unit.key();
    }

    private String base() {
        var base = known;
        if (base == null) {
            base = read();
            known = environment.containsProperty("local.server.port") ? base : null;
        }
        return base;
    }

    private String read() {
        return Optional.ofNullable(environment.getProperty("pledge.base-url")).map(url -> url.replaceAll("/+$", ""))
                .filter(url -> !url.isBlank()).orElseGet(() -> "http://localhost:" + port());
    }

    private int port() {
        return environment.getProperty("local.server.port", Integer.class,
                environment.getProperty("server.port", Integer.class, USUAL_PORT));
    }
}
