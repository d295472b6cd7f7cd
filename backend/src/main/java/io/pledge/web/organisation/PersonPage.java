package io.pledge.web.organisation;

import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.organisation.OrganisationEditing;
import io.pledge.organisation.OrganisationHistory;
import io.pledge.organisation.OrganisationRefused;
import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Subject;
import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;
import io.pledge.web.Zones;
import io.pledge.web.view.Reader;
import io.pledge.web.view.Toast;

/** Adds, changes and retires somebody of the staff. */
@Controller
@RequestMapping("/admin/organisation")
class PersonPage {
    private final OrganisationEditing editing;
    private final OrganisationHistory history;
    private final OrganisationChoices choices;
    private final AttributeWords words;
    private final ObjectionWords objections;
    private final Units units;
    private final Staff staff;

    PersonPage(OrganisationEditing editing, OrganisationHistory history, OrganisationChoices choices,
            AttributeWords words, ObjectionWords objections, Units units, Staff staff) {
        this.editing = editing;
        this.history = history;
        this.choices = choices;
        this.words = words;
        this.objections = objections;
        this.units = units;
        this.staff = staff;
    }

    @GetMapping("/new-person")
    ModelAndView create(@RequestParam(defaultValue = "") String unit, Reader reader) {
        var into = units.byKey(unit).orElseGet(() -> units.all().getFirst());
        return page(null, new BindException(PersonForm.in(into), "form"), HttpStatus.OK, reader);
    }

    @GetMapping("/people/{username}")
    ModelAndView person(@PathVariable String username, Reader reader) {
        var person = require(username);
        return page(person, new BindException(form(person), "form"), HttpStatus.OK, reader);
    }

    @PostMapping("/new-person")
    ModelAndView add(@Valid @ModelAttribute("form") PersonForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        return save(null, form, errors, me, reader, after);
    }

    @PostMapping("/people/{username}")
    ModelAndView change(@PathVariable String username, @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors, @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        return save(require(username), form, errors, me, reader, after);
    }

    @PostMapping("/people/{username}/retire")
    ModelAndView retire(@PathVariable String username, @RequestParam(defaultValue = "-1") int version,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        var person = require(username);
        try {
            long back = editing.retirePerson(person.username(), version, me.id());
            return done(words.say("organisation.retired.person", reader.locale(), person.name(), back), after);
        } catch (OrganisationRefused refused) {
            var errors = new BindException(form(person), "form");
            objections.reject(errors, refused.objections(), reader.locale());
            return page(person, errors, HttpStatus.CONFLICT, reader);
        }
    }

    private ModelAndView save(@Nullable Person person, PersonForm form, BindingResult errors, SignedIn me,
            Reader reader, RedirectAttributes after) {
        if (Zones.read(form.zone()).isEmpty() && !errors.hasFieldErrors("zone")) {
            errors.rejectValue("zone", "zone", words.say("organisation.zone.wrong", reader.locale()));
        }
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                var username = person == null ? form.key() : person.username();
                var seen = person == null ? null : Optional.ofNullable(form.version()).orElse(-1);
                editing.save(form.planned(username), seen, me.id());
                return done(words.say("organisation.saved", reader.locale(), form.name().strip()), after);
            } catch (OrganisationRefused refused) {
                if (objections.reject(errors, refused.objections(), reader.locale())) {
                    status = HttpStatus.CONFLICT;
                }
            }
        }
        return page(person, errors, status, reader);
    }

    private ModelAndView page(@Nullable Person person, BindingResult errors, HttpStatus status, Reader reader) {
        var locale = reader.locale();
        var page = new ModelAndView("organisation/person", errors.getModel()).addObject("person", person)
                .addObject("gone", person != null && !staff.isAtWork(person.id()))
                .addObject("units", choices.units()).addObject("zones", choices.zones())
                .addObject("languages", choices.languages(locale)).addObject("roles", choices.roles(locale))
                .addObject("deputies", choices.deputies(person))
                .addObject("past", person == null
                        ? List.of()
                        : history.of(Subject.person(person.username())).stream().map(one -> words.past(one, reader))
                                .toList());
        page.setStatus(status);
        return page;
    }

    private static ModelAndView done(String said, RedirectAttributes after) {
        after.addFlashAttribute("toast", new Toast("check", said, null));
        return new ModelAndView("redirect:/admin/organisation");
    }

    private PersonForm form(Person person) {
        return PersonForm.of(person, units.unit(person.unit()).key(),
                Optional.ofNullable(person.deputy()).map(deputy -> staff.person(deputy).username()).orElse(null));
    }

    private Person require(String username) {
        return staff.whoever(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
