package io.pledge.web.appraisal;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import io.pledge.appraisal.Appraisals;
import io.pledge.appraisal.Evidence;
import io.pledge.appraisal.Measure;
import io.pledge.appraisal.Period;
import io.pledge.appraisal.Side;
import io.pledge.appraisal.Subject;
import io.pledge.organisation.Person;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;
import io.pledge.web.Choices;
import io.pledge.web.appraisal.ScorecardWords.Beside;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** A person's or a unit's figures over a period, each with the evidence behind it. */
@Controller
class AppraisalPage {
    /** Rows of evidence at first, and how many more each time they are asked for. */
    private static final int ROWS = 50;
    private static final int MOST = 5000;

    private final Appraisals appraisals;
    private final Sight sight;
    private final Units units;
    private final ScorecardWords words;
    private final EvidenceWords evidence;
    private final TimeWords time;

    AppraisalPage(Appraisals appraisals, Sight sight, Units units, ScorecardWords words, EvidenceWords evidence,
            TimeWords time) {
        this.appraisals = appraisals;
        this.sight = sight;
        this.units = units;
        this.words = words;
        this.evidence = evidence;
        this.time = time;
    }

    @GetMapping("/appraisal/people/{username}")
    String person(@PathVariable String username, @AuthenticationPrincipal SignedIn me, Reader reader, Asked asked,
            Model model) {
        Person person = sight.person(me, username).orElseThrow(AppraisalPage::notFound);
        ServiceUnit unit = units.unit(person.unit());
        model.addAttribute("name", person.name());
        model.addAttribute("note", person.roles().stream().sorted().findFirst()
                .map(role -> time.say("role." + role, reader.locale()) + time.say("list.separator", reader.locale()))
                .orElse("") + unit.name());
        model.addAttribute("own", person.id().equals(me.id()));
        return page(new Subject.OfPerson(person.id()), unit, asked, reader, model);
    }

    @GetMapping("/appraisal/units/{key}")
    String unit(@PathVariable String key, @AuthenticationPrincipal SignedIn me, Reader reader, Asked asked,
            Model model) {
        ServiceUnit unit = sight.unit(me, key).orElseThrow(AppraisalPage::notFound);
        model.addAttribute("name", unit.name());
        model.addAttribute("note", time.say("tier." + unit.tier(), reader.locale()));
        model.addAttribute("own", false);
        return page(new Subject.OfUnit(unit), units.parentOf(unit.id()).orElse(null), asked, reader, model);
    }

    private String page(Subject subject, @Nullable ServiceUnit above, Asked asked, Reader reader, Model model) {
        Period period = asked.period() == null
                ? appraisals.current()
                : appraisals.period(asked.period()).orElseThrow(AppraisalPage::notFound);
        Side side = Choices.of(Side.class, asked.side()).orElse(null);
        Measure measure = Choices.of(Measure.class, asked.measure()).orElse(null);
        Beside beside = above == null
                ? null
                : new Beside(above.name(), appraisals.scorecard(new Subject.OfUnit(above), period));
        model.addAttribute("card", words.of(appraisals.scorecard(subject, period), beside, reader));
        model.addAttribute("periods", List.of(appraisals.current(), appraisals.previous()));
        model.addAttribute("period", period);
        model.addAttribute("side", side);
        model.addAttribute("measure", measure);
        model.addAttribute("sides", Side.values());
        int most = Math.clamp(asked.most() == null ? ROWS : asked.most(), ROWS, MOST);
        List<Evidence> found = appraisals.evidence(subject, period, measure, side, most + 1);
        model.addAttribute("evidence", evidence.of(found.subList(0, Math.min(most, found.size())), reader));
        model.addAttribute("more", found.size() > most ? most + 4 * ROWS : null);
        return "appraisal/scorecard";
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** What of a scorecard is asked for; what is left out is not narrowed. */
    record Asked(@Nullable String period, @Nullable String measure, @Nullable String side, @Nullable Integer most) {}
}
