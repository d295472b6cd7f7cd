package io.pledge.web.desk;

import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

import io.pledge.security.CaseRights;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Crossed;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;
import io.pledge.web.BadUpload;
import io.pledge.web.view.Toast;
import io.pledge.web.writing.Writing;
import io.pledge.web.writing.WrittenForm;

/** Tries a verb: checks who asks and what was typed, does it, and answers with the case, or with the form and what is wrong. */
@Component
class Attempts {
    /** The error that concerns a form as a whole. */
    static final String WHOLE = "form";

    private final Cases cases;
    private final TicketModel models;
    private final Writing writing;
    private final MessageSource texts;

    Attempts(Cases cases, TicketModel models, Writing writing, MessageSource texts) {
        this.cases = cases;
        this.writing = writing;
        this.models = models;
        this.texts = texts;
    }

    /**
     * Makes a verb of an older state of the case wait until its author has seen what changed.
     *
     * @param form the form in which the verb was asked for
     * @return the view: the case after the verb, or the page with the form still open
     * @throws AccessDeniedException where the verb is not this person's
     */
    String make(Asked asked, Verb verb, String form, Plan plan) {
        return attempt(asked, verb, form, (ticket, typed) -> {
            Runnable act = plan.read(ticket, typed);
            requireUnchanged(ticket, typed);
            return act;
        });
    }

    /**
     * The same for a form whose words are kept until they are sent: they are sent once, and to the customer not before their author
     * knows what others did to the case meanwhile.
     *
     * @param words the field whose words are sent
     */
    String write(Asked asked, WrittenForm form, String words, Plan plan) {
        return attempt(asked, form.verb(), form.path(), (ticket, typed) -> {
            Runnable act = plan.read(ticket, typed);
            if (form == WrittenForm.RESOLVE) {
                requireUnchanged(ticket, typed);
            } else if (typed.seen() < 0) {
                typed.wrong(WHOLE, "desk.error.changed");
            }
            String text = typed.values().getOrDefault(words, "").strip();
            var turn = new Exchange.Turn(ticket.id(), asked.me().id(), typed.seen(), text);
            return () -> writing.send(form, turn, typed.values(), act);
        });
    }

    private static void requireUnchanged(Ticket ticket, Typed typed) {
        if (!typed.isWrong() && typed.version() != ticket.version()) {
            typed.wrong(WHOLE, "desk.error.changed");
        }
    }

    private String attempt(Asked asked, Verb verb, String form, Plan plan) {
        Ticket ticket = cases.find(asked.number(), asked.me().scope());
        if (!CaseRights.may(asked.me(), verb, ticket)) {
            throw new AccessDeniedException(verb + " is not open to " + asked.me().username());
        }
        Typed typed = asked.typed();
        try {
            Runnable act = plan.read(ticket, typed);
            if (!typed.isWrong()) {
                act.run();
                return done(asked, form);
            }
        } catch (Refused refused) {
            typed.wrong(WHOLE, "refused." + refused.reason(), refused.parts(asked.reader().locale()));
        } catch (Crossed _) {
            typed.wrong(WHOLE, "desk.error.crossed");
        } catch (OptimisticLockingFailureException _) {
            typed.wrong(WHOLE, "desk.error.changed");
        } catch (BadUpload bad) {
            typed.wrong("files", bad);
        }
        return again(asked, form);
    }

    private String done(Asked asked, String form) {
        String words = texts.getMessage("desk.done." + form, null, asked.reader().locale());
        RequestContextUtils.getOutputFlashMap(asked.request()).put("toast", new Toast("check", words, null));
        return "redirect:/desk/tickets/" + asked.number();
    }

    private String again(Asked asked, String form) {
        Ticket now = cases.find(asked.number(), asked.me().scope());
        WrittenForm.of(form).ifPresent(
                written -> writing.keep(written, now.id(), asked.me().id(), asked.typed().values(), asked.reader()));
        models.fill(asked.model(), now, asked.me(), asked.reader(), form, asked.typed());
        return TicketModel.TEMPLATE;
    }

    /** Reads what was typed, noting what is wrong with it, and gives what to do where nothing is. */
    @FunctionalInterface
    interface Plan {
        Runnable read(Ticket ticket, Typed typed) throws BadUpload;
    }
}
