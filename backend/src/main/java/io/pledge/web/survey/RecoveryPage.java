package io.pledge.web.survey;

import java.util.Arrays;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.security.SignedIn;
import io.pledge.survey.RecoveryCall;
import io.pledge.survey.RecoveryCalls;
import io.pledge.web.Frames;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** The calls owed to customers who were not satisfied, and the form in which one writes down what was said. */
@Controller
@RequestMapping("/desk/recovery")
class RecoveryPage {
    private static final int SHOWN = 200;

    private final RecoveryCalls calls;
    private final RecoveryWords words;
    private final TimeWords time;
    private final Frames frames;

    RecoveryPage(RecoveryCalls calls, RecoveryWords words, TimeWords time, Frames frames) {
        this.calls = calls;
        this.words = words;
        this.time = time;
        this.frames = frames;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn me, HttpServletRequest request, Reader reader) {
        var open = calls.open(me.scope(), SHOWN);
        var page = page("survey/recovery", me, request, reader.locale());
        page.addObject("open", words.views(open, reader));
        page.addObject("closed", words.views(calls.closed(me.scope(), SHOWN), reader));
        page.addObject("overdue", open.stream().filter(call -> call.overdue(reader.now())).count());
        open.stream().findFirst().ifPresent(next -> page.addObject("plate", words.plate(next, reader)));
        return page;
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable long id, @AuthenticationPrincipal SignedIn me, HttpServletRequest request,
            Reader reader) {
        return form(require(id, me), RecoveryForm.empty(), me, request, reader);
    }

    @PostMapping("/{id}")
    ModelAndView close(@PathVariable long id, @Valid @ModelAttribute("form") RecoveryForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, HttpServletRequest request, Reader reader,
            RedirectAttributes after) {
        var call = require(id, me);
        if (!RecoveryCalls.mayClose(me.roles())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var said = form.said();
        var outcome = form.outcome();
        if (errors.hasErrors() || said == null || outcome == null) {
            var again = form(call, form, me, request, reader);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        calls.close(id, said, outcome, me.id(), reader.now());
        after.addFlashAttribute("toast", new Toast("check", time.say("recovery.closed.toast", reader.locale()), null));
        return new ModelAndView("redirect:/desk/recovery");
    }

    private ModelAndView form(RecoveryCall call, RecoveryForm form, SignedIn me, HttpServletRequest request,
            Reader reader) {
        var page = page("survey/recovery-call", me, request, reader.locale());
        page.addObject("call", words.view(call, reader)).addObject("plate", words.plate(call, reader));
        page.addObject("mayClose", call.open() && RecoveryCalls.mayClose(me.roles()));
        page.addObject("outcomes", Arrays.stream(RecoveryCall.Outcome.values())
                .map(outcome -> Option.of(outcome.name(),
                        time.say("recovery.outcome." + outcome.name(), reader.locale())))
                .toList());
        if (!page.getModel().containsKey("form")) {
            page.addObject("form", form);
        }
        return page;
    }

    private RecoveryCall require(long id, SignedIn me) {
        return calls.find(id, me.scope()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(String view, SignedIn me, HttpServletRequest request, Locale locale) {
        return new ModelAndView(view).addObject("frame", frames.manager(me, request, locale));
    }
}
