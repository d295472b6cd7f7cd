package io.pledge.web.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import io.pledge.customer.CustomerId;
import io.pledge.customer.Customers;
import io.pledge.sla.Remaking;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Triage;
import io.pledge.ticket.Verb;

/** What changes the terms under which a case was promised something: how bad it is, whose it is, and promising anew on purpose. */
@Controller
@RequestMapping("/desk/tickets/{number}")
class TermsVerbs {
    private final Attempts attempts;
    private final Triage triage;
    private final Remaking remaking;
    private final Customers customers;

    TermsVerbs(Attempts attempts, Triage triage, Remaking remaking, Customers customers) {
        this.attempts = attempts;
        this.triage = triage;
        this.remaking = remaking;
        this.customers = customers;
    }

    @PostMapping("/severity")
    String severity(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.CHANGE_SEVERITY, "severity", (ticket, typed) -> {
            var to = typed.choice("severity", Severity.class);
            String reason = typed.text("reason");
            return () -> triage.changeSeverity(ticket.id(), to.orElseThrow(), reason, asked.actor(),
                    asked.reader().now());
        });
    }

    @PostMapping("/customer")
    String customer(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.ATTACH_CUSTOMER, "customer", (ticket, typed) -> {
            var to = typed.id("customer").map(CustomerId::new)
                    .flatMap(id -> customers.find(id, asked.me().scope()));
            if (to.isEmpty()) {
                typed.wrong("customer", "desk.error.noCustomer");
            }
            return () -> triage.attach(ticket.id(), to.orElseThrow().id(), asked.actor(), asked.reader().now());
        });
    }

    @PostMapping("/anew")
    String anew(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.PROMISE_ANEW, "anew", (ticket, typed) -> {
            String reason = typed.text("reason");
            return () -> remaking.promiseAnew(ticket.id(), reason, asked.actor());
        });
    }
}
