package io.pledge.web.organisation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.organisation.FileOnDisk;
import io.pledge.organisation.OrganisationUpdate;
import io.pledge.organisation.Person;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;
import io.pledge.web.AwayWords;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;
import io.pledge.web.view.UnitView;

/** The tree of units with their people, and how the operator's file stands to it. */
@Controller
class OrganisationPage {
    private final Units units;
    private final Staff staff;
    private final OrganisationUpdate update;
    private final FileView.Words files;
    private final AwayWords away;
    private final TimeWords words;

    OrganisationPage(Units units, Staff staff, OrganisationUpdate update, FileView.Words files, AwayWords away,
            TimeWords words) {
        this.units = units;
        this.staff = staff;
        this.update = update;
        this.files = files;
        this.away = away;
        this.words = words;
    }

    /** A unit with its people. */
    record Node(String key, UnitView unit, String facts, @Nullable String address, String serves,
            List<Member> people) {}

    /** Somebody in it. */
    record Member(PersonView person, String username, String roles, String skills, String email, @Nullable String away,
            boolean mayEnter) {}

    @GetMapping("/admin/organisation")
    ModelAndView tree(Reader reader) {
        return page(update.look(), reader);
    }

    @PostMapping("/admin/organisation/import")
    ModelAndView takeOver(@RequestParam(defaultValue = "") String seen, @AuthenticationPrincipal SignedIn me,
            Reader reader, RedirectAttributes after) {
        var left = update.put(seen, me.id());
        if (left instanceof FileOnDisk.Same) {
            after.addFlashAttribute("toast",
                    new Toast("check", words.say("organisation.file.done", reader.locale()), null));
            return new ModelAndView("redirect:/admin/organisation");
        }
        var page = page(left, reader).addObject("moved", left instanceof FileOnDisk.Different);
        page.setStatus(left instanceof FileOnDisk.Different ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(FileOnDisk disk, Reader reader) {
        return new ModelAndView("organisation/tree")
                .addObject("nodes", units.all().stream().map(unit -> node(unit, reader)).toList())
                .addObject("retiredUnits", units.retired()).addObject("retiredPeople", staff.retired())
                .addObject("file", files.of(disk, reader.locale())).addObject("since", since(reader));
    }

    private String since(Reader reader) {
        return update.since().map(since -> {
            var at = words.moment(since.at(), reader);
            return since.by() == null
                    ? words.say("organisation.since.start", reader.locale(), at)
                    : words.say("organisation.since.person", reader.locale(), at, staff.person(since.by()).name());
        }).orElse("");
    }

    private Node node(ServiceUnit unit, Reader reader) {
        var locale = reader.locale();
        var head = unit.supervisor();
        var facts = words.say("admin.unit", locale, words.say("tier." + unit.tier(), locale),
                words.zone(unit.zone(), locale), unit.calendar(),
                head == null ? words.say("person.nobody", locale) : staff.person(head).name());
        return new Node(unit.key(), new UnitView(unit.name(), words.say("tier." + unit.tier() + ".letter", locale)),
                facts, unit.address(), serves(unit, locale),
                staff.inUnit(unit.id()).stream().map(person -> member(person, reader)).toList());
    }

    private String serves(ServiceUnit unit, Locale locale) {
        var languages = joined(unit.languages().stream().map(one -> one.getDisplayLanguage(locale)).sorted().toList(),
                locale);
        return unit.products().isEmpty()
                ? words.say("organisation.serves.all", locale, languages)
                : words.say("organisation.serves", locale, languages,
                        joined(unit.products().stream().sorted().toList(), locale));
    }

    private Member member(Person person, Reader reader) {
        var locale = reader.locale();
        var roles = person.roles().stream().sorted().map(role -> words.say("role." + role, locale)).toList();
        return new Member(PersonView.of(person.name()), person.username(), joined(roles, locale),
                joined(person.skills().stream().sorted().toList(), locale),
                person.email() == null ? "" : person.email(), away.of(person.id(), reader).orElse(null),
                staff.passwordHash(person.id()).isPresent());
    }

    private String joined(List<String> parts, Locale locale) {
        return parts.stream().collect(Collectors.joining(words.say("list.separator", locale)));
    }
}
