package io.pledge.web.steps;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.pledge.security.SignedIn;
import io.pledge.steps.OwedSteps;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The steps that somebody owes, or all open ones of the cases that they see; also those of cases that have closed. */
@Controller
class StepsPage {
    private static final int SIZE = 50;

    private final OwedSteps owed;
    private final MySteps mine;
    private final StepWords words;
    private final FieldWords fields;
    private final TimeWords time;

    StepsPage(OwedSteps owed, MySteps mine, StepWords words, FieldWords fields, TimeWords time) {
        this.owed = owed;
        this.mine = mine;
        this.words = words;
        this.fields = fields;
        this.time = time;
    }

    /**
     * @param view {@code all} for everything that is open; anything else for what the reader owes
     * @param after the id of the last step of the page before
     */
    @GetMapping("/steps")
    String page(@RequestParam(defaultValue = "") String view, @RequestParam(defaultValue = "") String after,
            @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        boolean all = view.equals("all");
        var last = Optional.of(after).filter(id -> id.matches("[0-9]{1,18}")).map(Long::parseLong).orElse(null);
        var found = owed.page(me.scope(), all ? null : mine.of(me, reader.now()), last, SIZE + 1);
        var shown = found.subList(0, Math.min(SIZE, found.size()));
        model.addAttribute("all", all);
        model.addAttribute("lines", shown.stream().map(line -> line(line, reader)).toList());
        model.addAttribute("next", found.size() > SIZE ? shown.getLast().step().id() : null);
        model.addAttribute("later", last != null);
        return "steps/list";
    }

    private Line line(OwedSteps.Line line, Reader reader) {
        var number = line.ticket().number().value();
        var step = line.step();
        var who = words.who(step, line.lies(), line.assignee(), reader);
        return new Line(step.definition().label().in(reader.locale()), "/desk/tickets/" + number + "#steps",
                number + " " + line.title(),
                fields.say("line", reader.locale(), time.say("kind." + line.kind(), reader.locale()),
                        step.dueAt() == null
                                ? who
                                : fields.say("owes", reader.locale(), who,
                                        time.momentInSentence(step.dueAt(), reader))),
                line.ended(), words.badge(step, reader).orElse(null));
    }

    /**
     * @param of the case
     * @param note its kind, and who owes the step by when
     * @param ended whether the case has closed without it
     */
    record Line(String what, String href, String of, String note, boolean ended,
            @Nullable PromiseBadge badge) {}
}
