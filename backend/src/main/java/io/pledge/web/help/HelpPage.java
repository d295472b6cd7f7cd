package io.pledge.web.help;

import java.util.List;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
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

import io.pledge.help.Help;
import io.pledge.help.HelpLists;
import io.pledge.help.HelpRequest;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Refused;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** What other units ask of one's own and the other way round, and what one says to it. */
@Controller
@RequestMapping("/help")
class HelpPage {
    private static final int SHOWN = 200;
    private static final int PAST = 30;

    private final Help help;
    private final HelpLists lists;
    private final HelpWords words;
    private final Cases cases;
    private final TimeWords time;

    HelpPage(Help help, HelpLists lists, HelpWords words, Cases cases, TimeWords time) {
        this.help = help;
        this.lists = lists;
        this.words = words;
        this.cases = cases;
        this.time = time;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn me, Reader reader) {
        var unit = me.unit().id();
        return new ModelAndView("help/list").addObject("unit", me.unit().name())
                .addObject("askedOf", views(lists.askedOf(unit, me.scope(), SHOWN), reader))
                .addObject("askedBy", views(lists.askedBy(unit, me.scope(), SHOWN), reader))
                .addObject("past", views(lists.past(unit, me.scope(), PAST), reader));
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    ModelAndView one(@PathVariable long id, @AuthenticationPrincipal SignedIn me, Reader reader) {
        return page(require(id, me), me, reader).addObject("form", AnswerForm.empty());
    }

    @PostMapping("/{id:[0-9]{1,18}}/take")
    ModelAndView take(@PathVariable long id, @AuthenticationPrincipal SignedIn me, Reader reader,
            RedirectAttributes next) {
        giver(id, me);
        return did("take", id, () -> help.take(id, me.id(), reader.now()), reader, next);
    }

    @PostMapping("/{id:[0-9]{1,18}}/answer")
    ModelAndView answer(@PathVariable long id, @Valid @ModelAttribute("form") AnswerForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes next) {
        return say("answer", id, () -> help.answer(id, form.said(), me.id(), reader.now()), errors, me, reader, next);
    }

    @PostMapping("/{id:[0-9]{1,18}}/decline")
    ModelAndView decline(@PathVariable long id, @Valid @ModelAttribute("form") AnswerForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes next) {
        return say("decline", id, () -> help.decline(id, form.said(), me.id(), reader.now()), errors, me, reader,
                next);
    }

    @PostMapping("/{id:[0-9]{1,18}}/withdraw")
    ModelAndView withdraw(@PathVariable long id, @AuthenticationPrincipal SignedIn me, Reader reader,
            RedirectAttributes next) {
        var request = require(id, me).request();
        if (!HelpRights.mayWithdraw(me, request, cases.require(request.ticket()))) {
            throw new AccessDeniedException("did not ask for this help");
        }
        return did("withdraw", id, () -> help.withdraw(id, me.id(), reader.now()), reader, next);
    }

    private ModelAndView say(String verb, long id, Runnable act, BindingResult errors, SignedIn me, Reader reader,
            RedirectAttributes next) {
        var line = giver(id, me);
        if (!errors.hasErrors()) {
            try {
                act.run();
                return done(verb, id, reader, next);
            } catch (Refused refused) {
                errors.reject("refused", time.say("refused." + refused.reason(), reader.locale()));
            }
        }
        var page = page(line, me, reader).addObject("wrong", verb);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView did(String verb, long id, Runnable act, Reader reader, RedirectAttributes next) {
        try {
            act.run();
            return done(verb, id, reader, next);
        } catch (Refused refused) {
            next.addFlashAttribute("toast",
                    new Toast("error", time.say("refused." + refused.reason(), reader.locale()), null));
            return new ModelAndView("redirect:/help/" + id);
        }
    }

    private ModelAndView done(String verb, long id, Reader reader, RedirectAttributes next) {
        next.addFlashAttribute("toast", new Toast("check", time.say("help.done." + verb, reader.locale()), null));
        return new ModelAndView("redirect:/help/" + id);
    }

    private ModelAndView page(HelpLists.Line line, SignedIn me, Reader reader) {
        HelpRequest request = line.request();
        return new ModelAndView("help/request").addObject("help", words.view(line, reader)).addObject("wrong", "")
                .addObject("mayGive", request.open() && HelpRights.mayGive(me, request))
                .addObject("mayTake",
                        request.open() && request.takenBy() == null && HelpRights.mayGive(me, request))
                .addObject("mayWithdraw", request.open()
                        && HelpRights.mayWithdraw(me, request, cases.require(request.ticket())));
    }

    private HelpLists.Line giver(long id, SignedIn me) {
        var line = require(id, me);
        if (!HelpRights.mayGive(me, line.request())) {
            throw new AccessDeniedException("is not asked for this help");
        }
        return line;
    }

    private HelpLists.Line require(long id, SignedIn me) {
        return lists.find(id, me.scope()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<HelpView> views(List<HelpLists.Line> lines, Reader reader) {
        return lines.stream().map(line -> words.view(line, reader)).toList();
    }
}
