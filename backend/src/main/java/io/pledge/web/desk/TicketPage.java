package io.pledge.web.desk;

import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.pledge.security.SignedIn;
import io.pledge.ticket.Attachments;
import io.pledge.ticket.Cases;
import io.pledge.ticket.MergedCases;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketNotFound;
import io.pledge.web.AttachmentAnswers;
import io.pledge.web.view.Reader;

/** One case at the desk. */
@Controller
class TicketPage {
    private final Cases cases;
    private final TicketModel models;
    private final Attachments attachments;
    private final MergedCases merged;

    TicketPage(Cases cases, TicketModel models, Attachments attachments, MergedCases merged) {
        this.cases = cases;
        this.models = models;
        this.attachments = attachments;
        this.merged = merged;
    }

    @GetMapping("/desk/tickets/{number}")
    String page(@PathVariable String number, @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        models.fill(model, cases.find(number, me.scope()), me, reader, "", new Typed(Map.of()));
        return TicketModel.TEMPLATE;
    }

    @GetMapping("/desk/tickets/{number}/files/{file:[0-9]{1,18}}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable long file,
            @AuthenticationPrincipal SignedIn me) {
        Ticket ticket = cases.find(number, me.scope());
        return attachments.content(merged.with(ticket.id()), file).map(AttachmentAnswers::of)
                .orElseThrow(() -> new TicketNotFound(number));
    }
}
