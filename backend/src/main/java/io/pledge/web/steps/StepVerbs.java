package io.pledge.web.steps;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.security.SignedIn;
import io.pledge.steps.AnswersWrong;
import io.pledge.steps.CaseStep;
import io.pledge.steps.StepRights;
import io.pledge.steps.Steps;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketNotFound;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** Finishes the steps of a case, and opens them again. What cannot be done comes back to its form, with everything that was typed. */
@Controller
@RequestMapping("/desk/tickets/{number}/steps/{step:[0-9]{1,18}}")
class StepVerbs {
    private static final int LONGEST = 8000;

    private final Cases cases;
    private final Steps steps;
    private final StepRights rights;
    private final Filled filled;
    private final FieldWords words;
    private final TimeWords time;

    StepVerbs(Cases cases, Steps steps, StepRights rights, Filled filled, FieldWords words, TimeWords time) {
        this.cases = cases;
        this.steps = steps;
        this.rights = rights;
        this.filled = filled;
        this.words = words;
        this.time = time;
    }

    /** @param at when a part left, in the reader's zone; now where it is left out */
    @PostMapping
    String finish(@PathVariable String number, @PathVariable long step, @RequestParam(defaultValue = "") String at,
            @AuthenticationPrincipal SignedIn me, Reader reader, NativeWebRequest request, RedirectAttributes after) {
        var ticket = cases.find(number, me.scope());
        var owed = require(ticket, step, me, reader);
        var sent = filled.read(owed.definition().fields(), request, reader.locale());
        var typed = new HashMap<>(sent.typed());
        typed.put(StepTry.AT, at);
        Map<String, String> wrong = new LinkedHashMap<>(sent.wrong());
        var left = owed.definition().ships() ? moment(at, ticket, reader, wrong) : reader.now();
        if (!wrong.isEmpty()) {
            return back(ticket, new StepTry(step, false, typed, wrong, null), after);
        }
        try {
            steps.finish(ticket.id(), step, new Steps.Written(sent.typed(), sent.files()), me.id(), left);
            return done(ticket, "done", reader, after);
        } catch (AnswersWrong answers) {
            answers.wrong().forEach((field, error) -> wrong.put(field, words.wrong(error, reader.locale())));
            return back(ticket, new StepTry(step, false, typed, wrong, null), after);
        } catch (Refused refused) {
            return back(ticket, new StepTry(step, false, typed, wrong, say(refused, reader)), after);
        }
    }

    @PostMapping("/again")
    String reopen(@PathVariable String number, @PathVariable long step, @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        var ticket = cases.find(number, me.scope());
        require(ticket, step, me, reader);
        var typed = Map.of(StepTry.REASON, reason);
        if (reason.isBlank() || reason.length() > LONGEST) {
            return back(ticket, new StepTry(step, true, typed, Map.of(), time.say(reason.isBlank()
                    ? "desk.error.needed"
                    : "desk.error.long", reader.locale())), after);
        }
        try {
            steps.reopen(ticket.id(), step, reason.strip(), me.id(), reader.now());
            return done(ticket, "reopened", reader, after);
        } catch (Refused refused) {
            return back(ticket, new StepTry(step, true, typed, Map.of(), say(refused, reader)), after);
        }
    }

    private CaseStep require(Ticket ticket, long step, SignedIn me, Reader reader) {
        var owed = steps.of(ticket).flatMap(sheet -> sheet.step(step))
                .orElseThrow(() -> new TicketNotFound(ticket.number().value()));
        if (!rights.may(me.id(), owed, ticket, reader.now())) {
            throw new AccessDeniedException("the step is not open to " + me.username());
        }
        return owed;
    }

    /** A form knows whole minutes: the one in which the case came in is not before it. */
    private Instant moment(String typed, Ticket ticket, Reader reader, Map<String, String> wrong) {
        if (typed.isBlank()) {
            return reader.now();
        }
        try {
            var moment = LocalDateTime.parse(typed).atZone(reader.zone()).toInstant();
            var submitted = ticket.submittedAt();
            if (moment.isAfter(reader.now())) {
                wrong.put(StepTry.AT, time.say("refused.inFuture", reader.locale()));
            } else if (moment.isBefore(submitted.truncatedTo(ChronoUnit.MINUTES))) {
                wrong.put(StepTry.AT, time.say("refused.beforeSubmission", reader.locale()));
            }
            return moment.isBefore(submitted) ? submitted : moment;
        } catch (DateTimeException _) {
            wrong.put(StepTry.AT, time.say("desk.error.moment", reader.locale()));
            return reader.now();
        }
    }

    private String say(Refused refused, Reader reader) {
        return time.say("refused." + refused.reason(), reader.locale(), refused.parts(reader.locale()));
    }

    private String done(Ticket ticket, String what, Reader reader, RedirectAttributes after) {
        after.addFlashAttribute("toast", new Toast("check", words.say("toast." + what, reader.locale()), null));
        return page(ticket);
    }

    private static String back(Ticket ticket, StepTry tried, RedirectAttributes after) {
        after.addFlashAttribute(StepTry.NAME, tried);
        return page(ticket);
    }

    private static String page(Ticket ticket) {
        return "redirect:/desk/tickets/" + ticket.number().value() + "#steps";
    }
}
