package io.pledge.web.visit;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.organisation.Scope;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Participants;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.PrivateLinks.Opened;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketNotFound;
import io.pledge.visit.Agreement;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitId;
import io.pledge.visit.VisitNotFound;
import io.pledge.visit.Visits;
import io.pledge.web.WindowWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** What a customer says to a visit on the private page of the case: yes, or another time please. */
@Controller
@RequestMapping("/c/{token}/visits/{visit:[0-9]{1,18}}")
class CustomerVisitPage {
    private static final int LONGEST_TEXT = 4000;

    private final PrivateLinks links;
    private final Participants participants;
    private final Visits visits;
    private final Agreement agreement;
    private final WindowWords windows;
    private final TimeWords time;

    CustomerVisitPage(PrivateLinks links, Participants participants, Visits visits, Agreement agreement,
            WindowWords windows, TimeWords time) {
        this.links = links;
        this.participants = participants;
        this.visits = visits;
        this.agreement = agreement;
        this.windows = windows;
        this.time = time;
    }

    @PostMapping("/confirm")
    String confirm(@PathVariable String token, @PathVariable long visit, Locale locale, RedirectAttributes after) {
        Opened link = opened(token);
        return said(token, "visit.portal.confirmed", locale, after,
                () -> agreement.confirm(visit(link, visit).id(), new Actor.Customer(link.participant())));
    }

    @PostMapping("/another")
    String another(@PathVariable String token, @PathVariable long visit,
            @RequestParam(defaultValue = "") String text, Reader reader, RedirectAttributes after) {
        Opened link = opened(token);
        Visit one = visit(link, visit);
        Locale locale = reader.locale();
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            after.addFlashAttribute("visitTyped", text);
            return wrong(token, text.isBlank()
                    ? time.say("visit.portal.another.empty", locale)
                    : time.say("error.tooLong", locale, LONGEST_TEXT), after);
        }
        var window = one.window();
        String words = window == null
                ? text.strip()
                : time.say("visit.portal.another.text", locale, windows.dated(window, locale), text.strip());
        return said(token, "visit.portal.another.done", locale, after,
                () -> agreement.askAnother(one.id(), words, link.participant()));
    }

    private Opened opened(String token) {
        return links.open(token).filter(this::speaks).orElseThrow(() -> new TicketNotFound("behind a link"));
    }

    /** Who hears of the case by a plan reads along and says nothing. */
    private boolean speaks(Opened link) {
        var reader = participants.everybody(List.of(link.ticket())).get(link.participant());
        return reader != null && !reader.byPlan();
    }

    /** A visit of the case that the link opens; the link is the key, so that no scope is asked. */
    private Visit visit(Opened link, long id) {
        Visit visit = visits.find(new VisitId(id), Scope.everything());
        if (!visit.ticket().equals(link.ticket())) {
            throw new VisitNotFound(visit.id());
        }
        return visit;
    }

    private String said(String token, String words, Locale locale, RedirectAttributes after, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return wrong(token, time.say("visit.portal.over", locale), after);
        }
        after.addFlashAttribute("toast", new Toast("check", time.say(words, locale), null));
        return back(token);
    }

    private static String wrong(String token, String words, RedirectAttributes after) {
        after.addFlashAttribute("visitWrong", words);
        return back(token);
    }

    private static String back(String token) {
        return "redirect:/c/" + token;
    }
}
