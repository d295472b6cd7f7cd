package io.pledge.web.library;

import jakarta.validation.Valid;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.lessons.LessonId;
import io.pledge.lessons.Lessons;
import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** Drafting, revising, publishing and withdrawing lessons. */
@Controller
class LessonVerbs {
    private static final String ONE = "/library/{id:[0-9]{1,18}}";
    private static final int LONGEST_REASON = 500;

    private final Lessons lessons;
    private final LessonSight sight;
    private final Cases cases;
    private final Staff staff;
    private final TimeWords words;

    LessonVerbs(Lessons lessons, LessonSight sight, Cases cases, Staff staff, TimeWords words) {
        this.lessons = lessons;
        this.sight = sight;
        this.cases = cases;
        this.staff = staff;
        this.words = words;
    }

    /** One press on the page of a solved case. */
    @PostMapping("/library/draft")
    String draft(@RequestParam String ticket, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var id = lessons.draft(cases.find(ticket, me.scope()).id(), me.id(), reader.now());
        return "redirect:/library/" + id.value() + "/edit";
    }

    @GetMapping(ONE + "/edit")
    ModelAndView edit(@PathVariable long id, @AuthenticationPrincipal SignedIn me) {
        var lesson = sight.toWrite(id, me);
        return new ModelAndView("library/edit").addObject("lesson", lesson).addObject("form", LessonForm.of(lesson));
    }

    @PostMapping(ONE + "/edit")
    ModelAndView revise(@PathVariable long id, @Valid @ModelAttribute("form") LessonForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        var lesson = sight.toWrite(id, me);
        if (!errors.hasErrors()) {
            try {
                lessons.revise(lesson.id(), form.seen(), form.text(), me.id(), reader.now());
                return done(id, "library.saved", reader, after);
            } catch (OptimisticLockingFailureException changed) {
                errors.reject("library.changed");
            }
        }
        var page = new ModelAndView("library/edit").addObject("lesson", lesson);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping(ONE + "/publish")
    ModelAndView publish(@PathVariable long id, @RequestParam int seen, @AuthenticationPrincipal SignedIn me,
            Reader reader, RedirectAttributes after) {
        var lesson = sight.toReview(id, me);
        lessons.publish(lesson.id(), seen, person(me), reader.now());
        return done(id, "library.published", reader, after);
    }

    @PostMapping(ONE + "/withdraw")
    ModelAndView withdraw(@PathVariable long id, @RequestParam String reason, @AuthenticationPrincipal SignedIn me,
            Reader reader, RedirectAttributes after) {
        var lesson = sight.toReview(id, me);
        var why = reason.strip();
        lessons.withdraw(lesson.id(), why.substring(0, Math.min(why.length(), LONGEST_REASON)), person(me),
                reader.now());
        return done(id, "library.withdrawn", reader, after);
    }

    private Person person(SignedIn me) {
        return staff.person(me.id());
    }

    private ModelAndView done(long id, String said, Reader reader, RedirectAttributes after) {
        after.addFlashAttribute("toast", new Toast("check", words.say(said, reader.locale()), null));
        return new ModelAndView(
                "redirect:/library/" + id + (said.equals("library.saved") ? "?text=" + number(id) : ""));
    }

    private int number(long id) {
        return lessons.find(new LessonId(id)).orElseThrow(LessonSight::notFound).number();
    }
}
