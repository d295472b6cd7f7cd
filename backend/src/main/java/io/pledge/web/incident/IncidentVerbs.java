package io.pledge.web.incident;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.incident.Attached;
import io.pledge.incident.Incident;
import io.pledge.incident.Incidents;
import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Refused;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** What is done to an incident without words to its customers. */
@Controller
@RequestMapping("/incidents/{id:[0-9]{1,18}}")
class IncidentVerbs {
    private final Incidents incidents;
    private final IncidentModel models;
    private final IncidentRights rights;
    private final NamedCases named;
    private final Staff staff;
    private final TimeWords time;

    IncidentVerbs(Incidents incidents, IncidentModel models, IncidentRights rights, NamedCases named, Staff staff,
            TimeWords time) {
        this.incidents = incidents;
        this.models = models;
        this.rights = rights;
        this.named = named;
        this.staff = staff;
        this.time = time;
    }

    /** Counts cases to it: those that were ticked, and those whose numbers were typed. */
    @PostMapping("/attach")
    ModelAndView attach(@PathVariable long id,
            @RequestParam(name = "case", required = false) @Nullable List<String> cases,
            @RequestParam(defaultValue = "") String numbers, @AuthenticationPrincipal SignedIn me, Reader reader,
            RedirectAttributes next) {
        Incident incident = models.require(id);
        requireThat(IncidentRights.attaches(me));
        var chosen = named.read(Stream.concat(Stream.of(numbers), cases == null ? Stream.of() : cases.stream())
                .collect(Collectors.joining(" ")), me.scope(), ticket -> IncidentRights.counts(me, ticket));
        if (!chosen.unknown().isEmpty() || chosen.cases().isEmpty()) {
            return wrong(incident, numbers, chosen.unknown().isEmpty()
                    ? say(reader, "incident.error.none")
                    : say(reader, "incident.error.cases",
                            String.join(say(reader, "list.separator"), chosen.unknown())),
                    me, reader);
        }
        try {
            var attached = incidents.attach(incident.id(), chosen.cases(), me.id(), reader.now());
            if (attached.cases().isEmpty() && !attached.refused().isEmpty()) {
                return wrong(incident, numbers, refusals(attached, reader), me, reader);
            }
            return done(id, said(attached, reader), next);
        } catch (Refused refused) {
            return wrong(incident, numbers, say(reader, "refused." + refused.reason()), me, reader);
        }
    }

    @PostMapping("/detach")
    ModelAndView detach(@PathVariable long id, @RequestParam(name = "case", defaultValue = "") String number,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes next) {
        Incident incident = models.require(id);
        requireThat(IncidentRights.attaches(me));
        var chosen = named.read(number, me.scope(),
                ticket -> IncidentRights.counts(me, ticket) || rights.commands(me, incident));
        if (chosen.cases().isEmpty()) {
            return wrong(incident, "", say(reader, "refused.incidentStranger"), me, reader);
        }
        return attempt(id, "detach", () -> incidents.detach(incident.id(), chosen.cases().getFirst(), me.id(),
                reader.now()), reader, next);
    }

    @PostMapping("/lead")
    ModelAndView lead(@PathVariable long id, @RequestParam(defaultValue = "") String lead,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes next) {
        Incident incident = models.require(id);
        requireThat(rights.commands(me, incident));
        return attempt(id, "lead", () -> incidents.lead(incident.id(),
                staff.byUsername(lead).map(Person::id).orElseThrow(() -> new Refused("incidentLead")), me.id(),
                reader.now()), reader, next);
    }

    @PostMapping("/show")
    ModelAndView show(@PathVariable long id, @RequestParam(defaultValue = "") String shown,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes next) {
        Incident incident = models.require(id);
        requireThat(rights.commands(me, incident));
        boolean show = shown.equals("yes");
        return attempt(id, show ? "show" : "hide",
                () -> incidents.show(incident.id(), show, me.id(), reader.now()), reader, next);
    }

    @PostMapping("/close")
    ModelAndView close(@PathVariable long id, @AuthenticationPrincipal SignedIn me, Reader reader,
            RedirectAttributes next) {
        Incident incident = models.require(id);
        requireThat(rights.commands(me, incident));
        return attempt(id, "close", () -> incidents.close(incident.id(), me.id(), reader.now()), reader, next);
    }

    private ModelAndView attempt(long id, String verb, Runnable act, Reader reader, RedirectAttributes next) {
        try {
            act.run();
            return done(id, say(reader, "incident.done." + verb), next);
        } catch (Refused refused) {
            next.addFlashAttribute("toast", new Toast("error", say(reader, "refused." + refused.reason()), null));
            return new ModelAndView("redirect:/incidents/" + id);
        }
    }

    private static ModelAndView done(long id, String words, RedirectAttributes next) {
        next.addFlashAttribute("toast", new Toast("check", words, null));
        return new ModelAndView("redirect:/incidents/" + id);
    }

    private ModelAndView wrong(Incident incident, String numbers, String words, SignedIn me, Reader reader) {
        var page = models.page(incident, me, reader, null).addObject("typed", numbers).addObject("wrong", words);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private String said(Attached attached, Reader reader) {
        String added = say(reader, "incident.done.attach", attached.cases().size());
        return attached.refused().isEmpty() ? added : added + " " + refusals(attached, reader);
    }

    private String refusals(Attached attached, Reader reader) {
        return attached.refused().entrySet().stream()
                .map(one -> say(reader, "incident.refusal", one.getKey().number().value(),
                        say(reader, "refused." + one.getValue())))
                .sorted().collect(Collectors.joining(" "));
    }

    private static void requireThat(boolean may) {
        if (!may) {
            throw new AccessDeniedException("this incident is not theirs");
        }
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }
}
