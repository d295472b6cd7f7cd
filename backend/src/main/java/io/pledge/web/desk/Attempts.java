package io.pledge.web.desk;

import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

import io.pledge.security.CaseRights;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;
import io.pledge.web.BadUpload;
import io.pledge.web.view.Toast;

/** Tries a verb: checks who asks and what was typed, does it, and answers with the case, or with the form and what is wrong. */
@Component
class Attempts {
    /** The error that concerns a form as a whole. */
    static final String WHOLE = "form";

    private final Cases cases;
    private final TicketModel models;
    private final MessageSource texts;

    Attempts(Cases cases, TicketModel models, MessageSource texts) {
        this.cases = cases;
        this.models = models;
        this.texts = texts;
    }

    /**
     * @param form the form in which the verb was asked for
     * @return the view: the case after the verb, or the page with the form still open
     * @throws AccessDeniedException where the verb is not this person's
     */
    String make(Asked asked, Verb verb, String form, Plan plan) {
        Ticket ticket = cases.find(asked.number(), asked.me().scope());
        if (!CaseRights.may(asked.me(), verb, ticket)) {
            throw new AccessDeniedException(verb + " is not open to " + asked.me().username());
        }
        Typed typed = asked.typed();
        try {
            Runnable act = plan.read(ticket, typed);
            if (!typed.isWrong() && typed.version() != ticket.version()) {
                typed.wrong(WHOLE, "desk.error.changed");
            }
            if (!typed.isWrong()) {
                act.run();
                return done(asked, form);
            }
        } catch (Refused refused) {
            typed.wrong(WHOLE, "refused." + refused.reason());
        } catch (OptimisticLockingFailureException _) {
            typed.wrong(WHOLE, "desk.error.changed");
        } catch (BadUpload bad) {
            return again(asked, form, Map.of("files", texts.getMessage(bad, asked.reader().locale())));
        }
        return again(asked, form, Map.of());
    }

    private String done(Asked asked, String form) {
        String words = texts.getMessage("desk.done." + form, null, asked.reader().locale());
        RequestContextUtils.getOutputFlashMap(asked.request()).put("toast", new Toast("check", words, null));
        return "redirect:/desk/tickets/" + asked.number();
    }

    private String again(Asked asked, String form, Map<String, String> more) {
        Ticket now = cases.find(asked.number(), asked.me().scope());
        models.fill(asked.model(), now, asked.me(), asked.reader(), form, asked.typed());
        if (!more.isEmpty()) {
            asked.model().addAttribute("wrong", more);
        }
        return TicketModel.TEMPLATE;
    }

    /** Reads what was typed, noting what is wrong with it, and gives what to do where nothing is. */
    @FunctionalInterface
    interface Plan {
        Runnable read(Ticket ticket, Typed typed) throws BadUpload;
    }
}
