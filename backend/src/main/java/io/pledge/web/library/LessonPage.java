package io.pledge.web.library;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.lessons.Lesson;
import io.pledge.lessons.LessonDecision;
import io.pledge.lessons.LessonState;
import io.pledge.lessons.LessonVersion;
import io.pledge.lessons.Lessons;
import io.pledge.organisation.Staff;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;
import io.pledge.web.view.StepView;
import io.pledge.web.view.TimeWords;

/** One lesson with its texts and what reviewers decided. */
@Controller
class LessonPage {
    private final Lessons lessons;
    private final LessonSight sight;
    private final Staff staff;
    private final TimeWords words;

    LessonPage(Lessons lessons, LessonSight sight, Staff staff, TimeWords words) {
        this.lessons = lessons;
        this.sight = sight;
        this.staff = staff;
        this.words = words;
    }

    /** @param text the number of the text to read; without it the published one, or else the latest */
    @GetMapping("/library/{id:[0-9]{1,18}}")
    ModelAndView lesson(@PathVariable long id, @RequestParam(required = false) @Nullable Integer text,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        var lesson = sight.toRead(id, Optional.ofNullable(text), me);
        var versions = lessons.versions(lesson.id());
        int number = text != null ? text : Optional.ofNullable(lesson.published()).orElse(lesson.number());
        var shown = versions.stream().filter(version -> version.number() == number).findFirst()
                .orElseThrow(LessonSight::notFound);
        var page = new ModelAndView("library/lesson").addObject("lesson", lesson).addObject("shown", shown);
        var ticket = sight.ticket(lesson, me);
        page.addObject("ticket", ticket.orElse(null)).addObject("steps", steps(lesson, versions, reader));
        page.addObject("latest", number == lesson.number()).addObject("mayEdit", ticket.isPresent());
        page.addObject("stateWords", words.say("library.state." + state(lesson, number), reader.locale()));
        boolean reviewer = ticket.isPresent() && Lessons.mayReview(me.roles());
        page.addObject("mayPublish", reviewer && lesson.awaitsReview() && number == lesson.number()
                && !lesson.writtenBy().equals(me.id()));
        page.addObject("ownText", reviewer && lesson.awaitsReview() && lesson.writtenBy().equals(me.id()));
        return page.addObject("mayWithdraw", reviewer && lesson.state() == LessonState.PUBLISHED);
    }

    private static String state(Lesson lesson, int number) {
        if (lesson.state() == LessonState.WITHDRAWN) {
            return "WITHDRAWN";
        }
        var published = lesson.published();
        return published == null || number > published ? "DRAFT" : number == published ? "PUBLISHED" : "OLD";
    }

    /** Texts and decisions in the order in which they came. */
    private List<StepView> steps(Lesson lesson, List<LessonVersion> versions, Reader reader) {
        record Step(java.time.Instant at, StepView view) {}
        var written = versions.stream().map(version -> new Step(version.writtenAt(), written(version, reader)));
        var decided = lessons.decisions(lesson.id()).stream()
                .map(decision -> new Step(decision.at(), decided(decision, reader)));
        return java.util.stream.Stream.concat(written, decided).sorted(java.util.Comparator.comparing(Step::at))
                .map(Step::view).toList();
    }

    private StepView written(LessonVersion version, Reader reader) {
        return new StepView("edit", "plain", words.say("library.step.written", reader.locale(), version.number(),
                staff.person(version.writtenBy()).name()), words.moment(version.writtenAt(), reader));
    }

    private StepView decided(LessonDecision decision, Reader reader) {
        boolean published = decision.outcome() == LessonState.PUBLISHED;
        var when = words.moment(decision.at(), reader);
        return new StepView(published ? "check" : "undo", published ? "kept" : "plain",
                words.say("library.step." + decision.outcome(), reader.locale(), decision.number(),
                        staff.person(decision.by()).name()),
                decision.reason() == null ? when : when + ". " + decision.reason());
    }
}
