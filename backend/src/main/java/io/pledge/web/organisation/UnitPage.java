package io.pledge.web.organisation;

import java.util.HashSet;
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
import io.pledge.organisation.Products;
import io.pledge.organisation.Role;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Subject;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;
import io.pledge.web.Zones;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.Toast;

/** Adds, changes and retires a unit. */
@Controller
@RequestMapping("/admin/organisation")
class UnitPage {
    private final OrganisationEditing editing;
    private final OrganisationHistory history;
    private final OrganisationChoices choices;
    private final AttributeWords words;
    private final ObjectionWords objections;
    private final Units units;
    private final Staff staff;
    private final Products products;

    UnitPage(OrganisationEditing editing, OrganisationHistory history, OrganisationChoices choices,
            AttributeWords words, ObjectionWords objections, Units units, Staff staff, Products products) {
        this.editing = editing;
        this.history = history;
        this.choices = choices;
        this.words = words;
        this.objections = objections;
        this.units = units;
        this.staff = staff;
        this.products = products;
    }

    @GetMapping("/new-unit")
    ModelAndView create(@RequestParam(defaultValue = "") String parent, Reader reader) {
        var above = units.byKey(parent).orElseGet(() -> units.all().getFirst());
        return page(null, new BindException(UnitForm.below(above), "form"), HttpStatus.OK, reader);
    }

    @GetMapping("/units/{key}")
    ModelAndView unit(@PathVariable String key, Reader reader) {
        var unit = require(key);
        return page(unit, new BindException(form(unit), "form"), HttpStatus.OK, reader);
    }

    @PostMapping("/new-unit")
    ModelAndView add(@Valid @ModelAttribute("form") UnitForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        var parent = units.byKey(Optional.ofNullable(form.parent()).orElse(""));
        if (parent.map(ServiceUnit::tier).filter(tier -> tier != Tier.LOCAL).isEmpty()) {
            errors.rejectValue("parent", "needed", words.say("error.required", reader.locale()));
        }
        return save(null, form, errors, me, reader, after);
    }

    @PostMapping("/units/{key}")
    ModelAndView change(@PathVariable String key, @Valid @ModelAttribute("form") UnitForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        return save(require(key), form, errors, me, reader, after);
    }

    @PostMapping("/units/{key}/retire")
    ModelAndView retire(@PathVariable String key, @RequestParam(defaultValue = "-1") int version,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        var unit = require(key);
        try {
            editing.retireUnit(unit.key(), version, me.id());
            return done("organisation.retired.unit", unit.name(), reader, after);
        } catch (OrganisationRefused refused) {
            var errors = new BindException(form(unit), "form");
            objections.reject(errors, refused.objections(), reader.locale());
            return page(unit, errors, HttpStatus.CONFLICT, reader);
        }
    }

    private ModelAndView save(@Nullable ServiceUnit unit, UnitForm form, BindingResult errors, SignedIn me,
            Reader reader, RedirectAttributes after) {
        if (Zones.read(form.zone()).isEmpty() && !errors.hasFieldErrors("zone")) {
            errors.rejectValue("zone", "zone", words.say("organisation.zone.wrong", reader.locale()));
        }
        form.strangeDuty().ifPresent(line -> errors.rejectValue("duty", "duty",
                words.say("organisation.duty.wrong", reader.locale(), line)));
        var status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                store(unit, form, me);
                return done("organisation.saved", form.name().strip(), reader, after);
            } catch (OrganisationRefused refused) {
                if (objections.reject(errors, refused.objections(), reader.locale())) {
                    status = HttpStatus.CONFLICT;
                }
            }
        }
        return page(unit, errors, status, reader);
    }

    /** Where a unit hangs is fixed once it is there. */
    private void store(@Nullable ServiceUnit unit, UnitForm form, SignedIn me) {
        var known = new HashSet<>(products.names());
        if (unit == null) {
            var parent = units.byKey(Optional.ofNullable(form.parent()).orElse("")).orElseThrow();
            var tier = parent.tier() == Tier.HEADQUARTERS ? Tier.REGIONAL : Tier.LOCAL;
            editing.save(form.planned(form.key(), parent.key(), tier, known), null, me.id());
        } else {
            known.addAll(unit.products());
            var parent = units.parentOf(unit.id()).map(ServiceUnit::key).orElse(null);
            editing.save(form.planned(unit.key(), parent, unit.tier(), known),
                    Optional.ofNullable(form.version()).orElse(-1), me.id());
        }
    }

    private ModelAndView page(@Nullable ServiceUnit unit, BindingResult errors, HttpStatus status, Reader reader) {
        var locale = reader.locale();
        var page = new ModelAndView("organisation/unit", errors.getModel()).addObject("unit", unit)
                .addObject("gone", unit != null && units.isRetired(unit.id()))
                .addObject("parents", choices.parents()).addObject("calendars", choices.calendars())
                .addObject("zones", choices.zones()).addObject("languages", choices.languages(locale))
                .addObject("heads", heads(unit)).addObject("products", products(unit))
                .addObject("past", unit == null
                        ? List.of()
                        : history.of(Subject.unit(unit.key())).stream().map(entry -> words.past(entry, reader))
                                .toList());
        page.setStatus(status);
        return page;
    }

    private List<Option> heads(@Nullable ServiceUnit unit) {
        return unit == null
                ? List.of()
                : staff.inUnit(unit.id()).stream().filter(person -> person.holds(Role.HEAD))
                        .map(person -> Option.of(person.username(), person.name())).toList();
    }

    private List<String> products(@Nullable ServiceUnit unit) {
        var all = new java.util.LinkedHashSet<>(products.names());
        Optional.ofNullable(unit).ifPresent(one -> all.addAll(one.products()));
        return List.copyOf(all);
    }

    private ModelAndView done(String key, String name, Reader reader, RedirectAttributes after) {
        after.addFlashAttribute("toast", new Toast("check", words.say(key, reader.locale(), name), null));
        return new ModelAndView("redirect:/admin/organisation");
    }

    private UnitForm form(ServiceUnit unit) {
        return UnitForm.of(unit, units.parentOf(unit.id()).map(ServiceUnit::key).orElse(null),
                Optional.ofNullable(unit.supervisor()).map(head -> staff.person(head).username()).orElse(null));
    }

    private ServiceUnit require(String key) {
        return units.byKey(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
