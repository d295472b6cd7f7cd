package io.pledge.web.incident;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.incident.Declaration;
import io.pledge.incident.Incident;
import io.pledge.incident.IncidentLists;
import io.pledge.incident.Incidents;
import io.pledge.organisation.Person;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketId;
import io.pledge.web.Choice;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Declares a major incident, from a case or from those selected in a queue; or counts them to one that is open. */
@Controller
@RequestMapping("/incidents/new")
class DeclarePage {
    private final Incidents incidents;
    private final IncidentLists lists;
    private final NamedCases named;
    private final Units units;
    private final Staff staff;
    private final TimeWords time;

    DeclarePage(Incidents incidents, IncidentLists lists, NamedCases named, Units units, Staff staff, TimeWords time) {
        this.incidents = incidents;
        this.lists = lists;
        this.named = named;
        this.units = units;
        this.staff = staff;
        this.time = time;
    }

    @InitBinder
    void choices(WebDataBinder binder) {
        binder.registerCustomEditor(Severity.class, new Choice<>(Severity.class));
    }

    /** @param cases those from which it is declared, by number */
    @GetMapping
    ModelAndView form(@RequestParam(name = "case", required = false) @Nullable List<String> cases,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        require(me);
        return page(HttpStatus.OK, reader).addObject("form", DeclareForm.of(me.unit().key(), me.username(),
                String.join(" ", cases == null ? List.of() : cases)));
    }

    @PostMapping
    ModelAndView declare(@Valid @ModelAttribute("form") DeclareForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        require(me);
        var declared = declaration(form, errors, me, reader);
        if (declared.isPresent()) {
            try {
                Incident incident = incidents.declare(declared.get(), me.id(), reader.now());
                return new ModelAndView("redirect:/incidents/" + incident.id().value());
            } catch (Refused refused) {
                errors.reject("refused", say(reader, "refused." + refused.reason()));
            }
        }
        return page(HttpStatus.UNPROCESSABLE_CONTENT, reader);
    }

    /** What is declared; nothing where something is wrong, which then stands at its field. */
    private Optional<Declaration> declaration(DeclareForm form, BindingResult errors, SignedIn me, Reader reader) {
        var cases = cases(form, errors, me, reader);
        var unit = units.byKey(Objects.requireNonNullElse(form.unit(), ""));
        var lead = staff.byUsername(Objects.requireNonNullElse(form.lead(), ""));
        needed("unit", unit.isPresent(), errors, reader);
        needed("lead", lead.isPresent(), errors, reader);
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Declaration(form.key(), text(form.english()), text(form.chinese()),
                        Objects.requireNonNull(form.severity()), unit.orElseThrow().id(), lead.orElseThrow().id(),
                        form.shown() != null, cases));
    }

    private List<TicketId> cases(DeclareForm form, BindingResult errors, SignedIn me, Reader reader) {
        var cases = named.read(form.cases(), me.scope(), ticket -> IncidentRights.declaresFrom(me, ticket));
        if (!cases.unknown().isEmpty()) {
            errors.rejectValue("cases", "unknown", say(reader, "incident.error.cases",
                    String.join(say(reader, "list.separator"), cases.unknown())));
        } else if (cases.cases().size() > 1 && !IncidentRights.selects(me)) {
            errors.rejectValue("cases", "many", say(reader, "incident.error.many"));
        }
        return cases.cases();
    }

    private void needed(String field, boolean there, BindingResult errors, Reader reader) {
        if (!there && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, "unknown", say(reader, "error.required"));
        }
    }

    private ModelAndView page(HttpStatus status, Reader reader) {
        return new ModelAndView("incident/declare", status)
                .addObject("severities",
                        Stream.of(Severity.values())
                                .map(one -> Option.of(one.name(), say(reader, "severity." + one))).toList())
                .addObject("units", units.all().stream().map(unit -> Option.of(unit.key(), unit.name())).toList())
                .addObject("leads", leads())
                .addObject("open", lists.open().stream().map(one -> Option.of(one.id().value() + "",
                        one.id().number() + " " + one.title(reader.locale()))).toList());
    }

    /** Everybody who can lead an incident of their own unit, by unit. */
    private List<Option> leads() {
        return units.all().stream().sorted(Comparator.comparing(ServiceUnit::path))
                .flatMap(unit -> staff.inUnit(unit.id()).stream().filter(person -> leads(person, unit))
                        .map(person -> Option.of(person.username(), person.name() + " · " + unit.name())))
                .toList();
    }

    private boolean leads(Person person, ServiceUnit unit) {
        return incidents.canLead(person.id(), unit.id());
    }

    private static void require(SignedIn me) {
        if (!IncidentRights.declares(me)) {
            throw new AccessDeniedException("declares no incidents");
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNull(typed).strip();
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }
}
