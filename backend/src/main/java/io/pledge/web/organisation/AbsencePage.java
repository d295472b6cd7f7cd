package io.pledge.web.organisation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

import jakarta.validation.Valid;
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

import io.pledge.organisation.Absence;
import io.pledge.organisation.Absences;
import io.pledge.organisation.OrganisationRefused;
import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** When somebody is away, and who stands in. */
@Controller
@RequestMapping("/admin/organisation/people/{username}/absences")
class AbsencePage {
    private final Absences absences;
    private final OrganisationChoices choices;
    private final Staff staff;
    private final ObjectionWords objections;
    private final TimeWords words;

    AbsencePage(Absences absences, OrganisationChoices choices, Staff staff, ObjectionWords objections,
            TimeWords words) {
        this.absences = absences;
        this.choices = choices;
        this.staff = staff;
        this.objections = objections;
        this.words = words;
    }

    /** @param open whether it can still be ended */
    record Line(long id, String days, String deputy, String note, boolean open) {}

    @GetMapping
    ModelAndView list(@PathVariable String username, Reader reader) {
        return page(require(username), new BindException(new AbsenceForm(null, null, null), "form"), HttpStatus.OK,
                reader);
    }

    @PostMapping
    ModelAndView enter(@PathVariable String username, @Valid @ModelAttribute("form") AbsenceForm form,
            BindingResult errors, @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        var person = require(username);
        var deputy = Optional.ofNullable(form.deputy()).filter(name -> !name.isBlank());
        var found = deputy.flatMap(staff::byUsername);
        if (deputy.isPresent() && found.isEmpty()) {
            errors.rejectValue("deputy", "deputy",
                    words.say("organisation.refused.NO_DEPUTY", reader.locale()));
        }
        LocalDate from = form.from();
        LocalDate until = form.until();
        if (!errors.hasErrors() && from != null && until != null) {
            try {
                absences.enter(person, from, until, found.map(Person::id).orElse(null), me.id());
                return done("organisation.absence.entered", person, reader, after);
            } catch (OrganisationRefused refused) {
                objections.reject(errors, refused.objections(), reader.locale());
            }
        }
        return page(person, errors, HttpStatus.UNPROCESSABLE_CONTENT, reader);
    }

    @PostMapping("/end")
    ModelAndView end(@PathVariable String username, @RequestParam(defaultValue = "0") long absence,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        var person = require(username);
        absences.end(absence, person.id(), me.id());
        return done("organisation.absence.ended", person, reader, after);
    }

    private ModelAndView page(Person person, BindingResult errors, HttpStatus status, Reader reader) {
        var page = new ModelAndView("organisation/absence", errors.getModel()).addObject("person", person)
                .addObject("lines", absences.of(person.id()).stream().map(one -> line(one, person, reader)).toList())
                .addObject("zone", words.zone(person.zone(), reader.locale()))
                .addObject("deputies", choices.deputies(person));
        page.setStatus(status);
        return page;
    }

    private Line line(Absence one, Person person, Reader reader) {
        var locale = reader.locale();
        var today = LocalDate.ofInstant(reader.now(), person.zone());
        var by = one.enteredBy();
        var note = one.endedAt() == null
                ? by == null ? "" : words.say("organisation.absence.by", locale, staff.person(by).name())
                : words.say("organisation.absence.endedAt", locale, words.moment(one.endedAt(), reader));
        return new Line(one.id(),
                words.say("organisation.absence.days", locale, day(one.from(), locale), day(one.until(), locale)),
                Optional.ofNullable(one.deputy()).or(() -> Optional.ofNullable(person.deputy())).map(staff::person)
                        .map(Person::name).orElseGet(() -> words.say("organisation.absence.head", locale)),
                note, one.endedAt() == null && !one.until().isBefore(today));
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    private ModelAndView done(String key, Person person, Reader reader, RedirectAttributes after) {
        after.addFlashAttribute("toast", new Toast("check", words.say(key, reader.locale(), person.name()), null));
        return new ModelAndView("redirect:/admin/organisation/people/" + person.username() + "/absences");
    }

    private Person require(String username) {
        return staff.byUsername(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
