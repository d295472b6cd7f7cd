package io.pledge.web.quality;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.quality.Appeals;
import io.pledge.quality.NewRuling;
import io.pledge.quality.Review;
import io.pledge.quality.Reviews;
import io.pledge.quality.Rulings;
import io.pledge.quality.Verdict;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketNotFound;
import io.pledge.web.view.Reader;

/** What a quality officer does: sends a case before quality, rules on it, decides an appeal. */
@Controller
@RequestMapping("/quality")
class RulingVerbs {
    private static final int LONGEST = 8000;

    private final Reviews reviews;
    private final Rulings rulings;
    private final Appeals appeals;
    private final Cases cases;
    private final QualityPage pages;

    RulingVerbs(Reviews reviews, Rulings rulings, Appeals appeals, Cases cases, QualityPage pages) {
        this.reviews = reviews;
        this.rulings = rulings;
        this.appeals = appeals;
        this.cases = cases;
        this.pages = pages;
    }

    @PostMapping
    String send(@RequestParam String number, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var ticket = cases.find(number, me.scope());
        reviews.send(ticket.id(), Review.Reason.SENT, me.id(), reader.now());
        return "redirect:/quality/" + ticket.number().value();
    }

    @PostMapping("/{number}/rulings")
    ModelAndView rule(@PathVariable String number, @ModelAttribute RulingForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        var ticket = cases.find(number, me.scope());
        var reasoning = form.reasoning();
        if (errors.hasErrors() || form.verdict() == null || reasoning == null || reasoning.length() > LONGEST) {
            return pages.page(ticket, form, "rulingIncomplete", me, reader);
        }
        var responsible = form.verdict() == Verdict.VALID ? QualityPage.responsible(form.responsible()) : null;
        try {
            rulings.rule(ticket.id(), new NewRuling(form.verdict(), form.cause(), responsible, reasoning, form.seen()),
                    me.id(), reader.now());
        } catch (Refused refused) {
            return pages.page(ticket, form, refused.reason(), me, reader);
        }
        return new ModelAndView("redirect:/quality/" + ticket.number().value());
    }

    @PostMapping("/{number}/appeals/{appeal}")
    ModelAndView decide(@PathVariable String number, @PathVariable long appeal, @RequestParam boolean granted,
            @RequestParam String reasoning, @RequestParam @Nullable String sameOfficer,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        var ticket = cases.find(number, me.scope());
        appeals.find(appeal).filter(found -> found.ruling().ticket().equals(ticket.id()))
                .orElseThrow(() -> new TicketNotFound(number));
        try {
            appeals.decide(appeal, granted, reasoning, sameOfficer, me.id(), reader.now());
        } catch (Refused refused) {
            return pages.page(ticket, null, refused.reason(), me, reader);
        }
        return new ModelAndView("redirect:/quality/" + ticket.number().value());
    }
}
