package io.pledge.web.admin;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;
import io.pledge.sla.DraftUnplayable;
import io.pledge.sla.PolicyDraft;
import io.pledge.sla.PolicyTrial;
import io.pledge.sla.PolicyVersions;
import io.pledge.sla.TrialList;
import io.pledge.sla.TrialResult;
import io.pledge.web.view.Reader;

/** Tries policies on the cases of a past period before they take effect. Nothing is kept of it: the form carries the draft. */
@Controller
class TrialPage {
    private static final String FORM = "form";

    private final PolicyTrial trial;
    private final PolicyVersions versions;
    private final Units units;
    private final TrialWords words;

    TrialPage(PolicyTrial trial, PolicyVersions versions, Units units, TrialWords words) {
        this.trial = trial;
        this.versions = versions;
        this.units = units;
        this.words = words;
    }

    @GetMapping("/admin/policies/trial")
    ModelAndView form(Reader reader) {
        return page(new BeanPropertyBindingResult(TrialForm.of(versions.policiesInForce()), FORM), reader);
    }

    @PostMapping("/admin/policies/trial")
    ModelAndView tried(@ModelAttribute("asked") TrialForm asked, @AuthenticationPrincipal SignedIn me,
            Reader reader) {
        var typed = asked.with(asked.text() == null ? "" : asked.text());
        var errors = new BeanPropertyBindingResult(typed, FORM);
        var text = asked.hasFile() && asked.file() != null
                ? TrialDraft.text(asked.file(), errors)
                : Optional.of(typed.text() == null ? "" : typed.text());
        if (text.isPresent()) {
            errors = new BeanPropertyBindingResult(asked.with(text.get()), FORM);
            var draft = TrialDraft.read(text.get(), errors);
            var period = TrialPeriod.of(asked, reader, errors);
            if (draft.isPresent() && period.isPresent()) {
                return tried(draft.get(), period.get(), errors, me, reader);
            }
        }
        return page(errors, reader);
    }

    private ModelAndView tried(PolicyDraft draft, TrialPeriod period, BindingResult errors, SignedIn me,
            Reader reader) {
        var form = (TrialForm) errors.getTarget();
        var choice = TrialChoice.read(form == null ? null : form.show(), units);
        TrialResult result;
        try {
            result = trial.run(draft, period.from(), period.until(),
                    choice.map(TrialChoice::list).orElse(TrialList.none()), reader.now());
        } catch (DraftUnplayable refused) {
            errors.rejectValue("text", "admin.trial.unplayable." + refused.reason(),
                    new Object[]{refused.line(), refused.ticket().number().value()}, null);
            return page(errors, reader);
        }
        var page = page(errors, reader).addObject("result", words.result(result, period, reader.locale()));
        choice.ifPresent(chosen -> page.addObject("list", words.list(result, chosen, me, reader)));
        return page;
    }

    private ModelAndView page(BindingResult errors, Reader reader) {
        var page = new ModelAndView("admin/trial").addObject(FORM, errors.getTarget())
                .addObject(BindingResult.MODEL_KEY_PREFIX + FORM, errors)
                .addObject("periods", words.periods(reader.locale()));
        if (errors.hasErrors()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
