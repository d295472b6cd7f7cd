package io.pledge.web.appraisal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.organisation.Role;
import io.pledge.quality.Appeals;
import io.pledge.quality.Ruling;
import io.pledge.quality.Rulings;
import io.pledge.security.SignedIn;
import io.pledge.web.quality.RulingWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** The way in: one's own figures, those one answers for, and the rulings that concern one, with the way to appeal. */
@Controller
class AppraisalsPage {
    private static final int LONGEST = 8000;

    private final Sight sight;
    private final Rulings rulings;
    private final Appeals appeals;
    private final RulingWords words;
    private final TimeWords time;

    AppraisalsPage(Sight sight, Rulings rulings, Appeals appeals, RulingWords words, TimeWords time) {
        this.sight = sight;
        this.rulings = rulings;
        this.appeals = appeals;
        this.words = words;
        this.time = time;
    }

    @GetMapping("/appraisal")
    String page(@AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        return fill(me, reader, model);
    }

    @PostMapping("/appraisal/rulings/{id}/appeal")
    String appeal(@PathVariable long id, @RequestParam(defaultValue = "") String grounds,
            @AuthenticationPrincipal SignedIn me, Reader reader, Model model, RedirectAttributes after) {
        Ruling ruling = rulings.find(id).filter(found -> appeals.concerns(found, me.id()))
                .orElseThrow(AppraisalPage::notFound);
        String wrong = wrong(grounds, reader.locale());
        if (wrong != null) {
            model.addAttribute("wrongRuling", ruling.id());
            model.addAttribute("wrong", wrong);
            model.addAttribute("typed", grounds);
            return fill(me, reader, model);
        }
        appeals.file(id, grounds.strip(), me.id(), reader.now());
        after.addFlashAttribute("toast", new Toast("check", time.say("appraisal.appeal.done", reader.locale()), null));
        return "redirect:/appraisal";
    }

    private @Nullable String wrong(String grounds, Locale locale) {
        if (grounds.isBlank()) {
            return time.say("error.required", locale);
        }
        return grounds.length() > LONGEST ? time.say("error.tooLong", locale, LONGEST) : null;
    }

    private String fill(SignedIn me, Reader reader, Model model) {
        model.addAttribute("me", me);
        model.addAttribute("works", me.holds(Role.ENGINEER) || me.holds(Role.HEAD));
        model.addAttribute("units", sight.units(me));
        model.addAttribute("people", sight.people(me));
        List<Ruling> mine = rulings.against(me.id());
        List<Ruling> headed = me.holds(Role.HEAD) ? rulings.againstUnits(List.of(me.unit())) : List.of();
        model.addAttribute("rulings", words.views(
                Stream.concat(mine.stream(), headed.stream()).distinct().toList(), me.id(), reader));
        return "appraisal/appraisals";
    }
}
