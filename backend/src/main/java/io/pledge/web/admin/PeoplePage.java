package io.pledge.web.admin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.organisation.Person;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;
import io.pledge.web.view.UnitView;

/** The tree of units with their people as {@code organisation.yml} has them. Only passwords are set here. */
@Controller
class PeoplePage {
    private final Units units;
    private final Staff staff;
    private final PasswordEncoder passwords;
    private final TimeWords words;

    PeoplePage(Units units, Staff staff, PasswordEncoder passwords, TimeWords words) {
        this.units = units;
        this.staff = staff;
        this.passwords = passwords;
        this.words = words;
    }

    /** A unit with its people. */
    record Node(UnitView unit, String tier, String zone, String calendar, String head, List<Member> people) {}

    /** Somebody in it. */
    record Member(PersonView person, String username, String roles, String email, boolean mayEnter) {}

    @GetMapping("/admin/people")
    ModelAndView people(Reader reader) {
        return new ModelAndView("admin/people").addObject("nodes",
                units.all().stream().map(unit -> node(unit, reader.locale())).toList());
    }

    @GetMapping("/admin/people/{username}")
    ModelAndView person(@PathVariable String username) {
        return new ModelAndView("admin/password").addObject("person", require(username)).addObject("form",
                new PasswordForm(null, null));
    }

    @PostMapping("/admin/people/{username}")
    ModelAndView setPassword(@PathVariable String username, @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors, Reader reader, RedirectAttributes after) {
        var person = require(username);
        if (!errors.hasErrors() && !form.fits()) {
            errors.rejectValue("password", "admin.password.length");
        }
        if (!errors.hasErrors() && !form.same()) {
            errors.rejectValue("again", "admin.password.differs");
        }
        var password = form.password();
        if (errors.hasErrors() || password == null) {
            var page = new ModelAndView("admin/password").addObject("person", person);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        staff.setPassword(person.id(), passwords.encode(password));
        after.addFlashAttribute("toast",
                new Toast("check", words.say("admin.password.set", reader.locale(), person.name()), null));
        return new ModelAndView("redirect:/admin/people");
    }

    private Person require(String username) {
        return staff.byUsername(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Node node(ServiceUnit unit, Locale locale) {
        var head = unit.supervisor();
        return new Node(new UnitView(unit.name(), words.say("tier." + unit.tier() + ".letter", locale)),
                words.say("tier." + unit.tier(), locale), words.zone(unit.zone(), locale), unit.calendar(),
                head == null ? words.say("person.nobody", locale) : staff.person(head).name(),
                staff.inUnit(unit.id()).stream().map(person -> member(person, locale)).toList());
    }

    private Member member(Person person, Locale locale) {
        var roles = person.roles().stream().sorted().map(role -> words.say("role." + role, locale))
                .collect(Collectors.joining(words.say("list.separator", locale)));
        return new Member(PersonView.of(person.name()), person.username(), roles,
                person.email() == null ? "" : person.email(), staff.passwordHash(person.id()).isPresent());
    }
}
