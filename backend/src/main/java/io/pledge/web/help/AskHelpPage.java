package io.pledge.web.help;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.help.Help;
import io.pledge.help.Question;
import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** Asks another unit for help with a case that stays where it is. */
@Controller
@RequestMapping("/desk/tickets/{number}/help")
class AskHelpPage {
    private final Cases cases;
    private final Help help;
    private final Helpers helpers;
    private final TimeWords time;

    AskHelpPage(Cases cases, Help help, Helpers helpers, TimeWords time) {
        this.cases = cases;
        this.help = help;
        this.helpers = helpers;
        this.time = time;
    }

    @GetMapping
    ModelAndView form(@PathVariable String number, @AuthenticationPrincipal SignedIn me, Reader reader) {
        return page(ticket(number, me), AskForm.empty(), HttpStatus.OK, reader);
    }

    @PostMapping
    ModelAndView ask(@PathVariable String number, @Valid @ModelAttribute("form") AskForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes next) {
        Ticket ticket = ticket(number, me);
        Instant by = by(form.by(), reader, errors);
        var chosen = helpers.read(Objects.requireNonNullElse(form.of(), ""));
        if (chosen.isEmpty() && !errors.hasFieldErrors("of")) {
            errors.rejectValue("of", "unknown", time.say("help.error.of", reader.locale()));
        }
        if (!errors.hasErrors()) {
            try {
                help.ask(ticket.id(), new Question(ticket.id().value() + ":" + form.key(), chosen.orElseThrow().unit(),
                        chosen.get().person().orElse(null), Objects.requireNonNull(form.question()).strip(),
                        form.tried() == null || form.tried().isBlank() ? null : form.tried().strip(), by), me.id(),
                        reader.now());
                next.addFlashAttribute("toast", new Toast("check", time.say("help.done.ask", reader.locale()), null));
                return new ModelAndView("redirect:/desk/tickets/" + ticket.number().value());
            } catch (Refused refused) {
                errors.reject("refused", time.say("refused." + refused.reason(), reader.locale()));
            }
        }
        return page(ticket, form, HttpStatus.UNPROCESSABLE_CONTENT, reader);
    }

    private @Nullable Instant by(@Nullable String typed, Reader reader, BindingResult errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            Instant by = LocalDateTime.parse(typed).atZone(reader.zone()).toInstant();
            if (!by.isAfter(reader.now())) {
                errors.rejectValue("by", "passed", time.say("refused.helpPassed", reader.locale()));
            }
            return by;
        } catch (DateTimeException _) {
            errors.rejectValue("by", "moment", time.say("desk.error.moment", reader.locale()));
            return null;
        }
    }

    private Ticket ticket(String number, SignedIn me) {
        Ticket ticket = cases.find(number, me.scope());
        if (!CaseRights.may(me, Verb.ASK_HELP, ticket)) {
            throw new AccessDeniedException("does not work on this case");
        }
        return ticket;
    }

    private ModelAndView page(Ticket ticket, AskForm form, HttpStatus status, Reader reader) {
        var page = new ModelAndView("help/ask", status).addObject("ticket", ticket)
                .addObject("number", ticket.number().value())
                .addObject("groups", helpers.of(ticket, reader))
                .addObject("zone", time.zone(reader.zone(), reader.locale()));
        return status == HttpStatus.OK ? page.addObject("form", form) : page;
    }
}
