package io.pledge.web.visit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

import io.pledge.security.SignedIn;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Ticket;
import io.pledge.visit.Places;
import io.pledge.visit.Planning;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitPlan;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** The form in which a visit is planned, and the one in which it gets another time. */
@Controller
@RequestMapping("/desk/tickets/{number}/visits")
class PlanningPage {
    private static final String MOVE = "/{visit:[0-9]{1,18}}/move";

    private final PlanPages pages;
    private final Planning planning;
    private final Places places;
    private final TimeWords time;

    PlanningPage(PlanPages pages, Planning planning, Places places, TimeWords time) {
        this.pages = pages;
        this.planning = planning;
        this.places = places;
        this.time = time;
    }

    @GetMapping("/new")
    ModelAndView form(@PathVariable String number, @AuthenticationPrincipal SignedIn me, Reader reader) {
        Ticket ticket = pages.toPlan(number, me);
        return pages.page(ticket, null, List.of(), reader).addObject("form", pages.empty(ticket));
    }

    @PostMapping("/new")
    ModelAndView plan(@PathVariable String number, @Valid @ModelAttribute("form") PlanForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        Ticket ticket = pages.toPlan(number, me);
        return submitted(ticket, null, form, errors, reader,
                plan -> done(planning.plan(ticket.id(), plan, me.id()).value(), ticket, "visit.done.plan", reader,
                        after));
    }

    @GetMapping(MOVE)
    ModelAndView moveForm(@PathVariable String number, @PathVariable long visit, @AuthenticationPrincipal SignedIn me,
            Reader reader) {
        Ticket ticket = pages.toPlan(number, me);
        Visit before = pages.visit(ticket, visit, me);
        if (!before.state().ahead()) {
            return back(ticket, before.id().value());
        }
        return pages.page(ticket, before, List.of(), reader).addObject("form", pages.again(before));
    }

    @PostMapping(MOVE)
    ModelAndView move(@PathVariable String number, @PathVariable long visit,
            @Valid @ModelAttribute("form") PlanForm form, BindingResult errors, @AuthenticationPrincipal SignedIn me,
            Reader reader, RedirectAttributes after) {
        Ticket ticket = pages.toPlan(number, me);
        Visit before = pages.visit(ticket, visit, me);
        return submitted(ticket, before, form, errors, reader,
                plan -> done(planning.move(before.id(), plan, me.id()).value(), ticket, "visit.done.move", reader,
                        after));
    }

    private ModelAndView submitted(Ticket ticket, @Nullable Visit before, PlanForm form, BindingResult errors,
            Reader reader, Function<VisitPlan, ModelAndView> act) {
        Optional<VisitPlan> plan = PlanReading.read(form, places.zone(ticket), errors);
        List<String> against = plan.map(one -> pages.against(ticket, form, one, before, reader)).orElse(List.of());
        if (plan.isPresent() && against.isEmpty()) {
            try {
                return act.apply(plan.get());
            } catch (Refused refused) {
                PlanReading.field(refused.reason()).ifPresentOrElse(
                        field -> errors.rejectValue(field, "refused." + refused.reason()),
                        () -> errors.reject("refused." + refused.reason()));
            }
        }
        ModelAndView again = pages.page(ticket, before, against, reader);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView done(long visit, Ticket ticket, String words, Reader reader, RedirectAttributes after) {
        after.addFlashAttribute("toast", new Toast("check", time.say(words, reader.locale()), null));
        return back(ticket, visit);
    }

    private static ModelAndView back(Ticket ticket, long visit) {
        return new ModelAndView("redirect:/desk/tickets/" + ticket.number().value() + "/visits/" + visit);
    }
}
