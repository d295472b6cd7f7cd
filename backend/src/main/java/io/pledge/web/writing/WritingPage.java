package io.pledge.web.writing;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.web.view.Reader;

/** The small parts of a case's page that are asked for while somebody writes. */
@Controller
@RequestMapping("/desk/tickets/{number}")
class WritingPage {
    /** What nobody types by hand is not kept. */
    private static final int MOST = 100_000;

    private final Cases cases;
    private final Writing writing;
    private final Writers writers;

    WritingPage(Cases cases, Writing writing, Writers writers) {
        this.cases = cases;
        this.writing = writing;
        this.writers = writers;
    }

    /** Keeps what stands in a form; also where the case no longer allows to send it, since nothing typed is lost. */
    @PostMapping("/drafts/{form:[a-z]{1,20}}")
    String keep(@PathVariable String number, @PathVariable String form, @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        var ticket = cases.find(number, me.scope());
        var written = WrittenForm.of(form).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!CaseRights.may(me, written.verb(), ticket)) {
            throw new AccessDeniedException(form + " is not open to " + me.username());
        }
        boolean tooMuch = written.words(sent).values().stream().mapToInt(String::length).sum() > MOST;
        model.addAttribute("tooMuch", tooMuch);
        model.addAttribute("kept",
                tooMuch ? null : writing.keep(written, ticket.id(), me.id(), sent, reader).orElse(null));
        return "writing/parts :: kept";
    }

    /** Who else is writing, and whether there is anything new; asked for every now and then while the page is looked at. */
    @GetMapping("/writing")
    String others(@PathVariable String number, @RequestParam(defaultValue = "0") long seen,
            @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        var ticket = cases.find(number, me.scope());
        model.addAttribute("writers", writers.words(ticket.id(), me.id(), reader));
        model.addAttribute("newer", writers.news(ticket.id(), seen, me.id()));
        model.addAttribute("base", "/desk/tickets/" + ticket.number().value());
        return "writing/parts :: others";
    }
}
