package io.pledge.web.desk;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Queue;
import io.pledge.ticket.QueueFilter;
import io.pledge.ticket.QueueView;
import io.pledge.ticket.TicketNotFound;
import io.pledge.ticket.TicketNumber;
import io.pledge.web.view.Reader;

/** Finds a case by its number, its customer, a serial number or words of its title: as a page, and while one types. */
@Controller
class SearchPage {
    private static final int WHILE_TYPING = 8;
    private static final int ON_THE_PAGE = 50;

    private final Queue queue;
    private final QueueLines lines;
    private final Cases cases;

    SearchPage(Queue queue, QueueLines lines, Cases cases) {
        this.queue = queue;
        this.lines = lines;
        this.cases = cases;
    }

    @GetMapping("/desk/search")
    String search(@AuthenticationPrincipal SignedIn me, Reader reader, @RequestParam(defaultValue = "") String q,
            HttpServletRequest request, Model model) {
        boolean typing = request.getHeader("HX-Request") != null;
        if (!typing && TicketNumber.read(q).isPresent() && exists(q, me)) {
            return "redirect:/desk/tickets/" + TicketNumber.read(q).orElseThrow().number().value();
        }
        int size = typing ? WHILE_TYPING : ON_THE_PAGE;
        model.addAttribute("q", q);
        model.addAttribute("open", q.isBlank() ? List.of() : found(QueueView.OPEN, q, me, reader, size));
        model.addAttribute("ended", q.isBlank() ? List.of() : found(QueueView.ENDED, q, me, reader, size));
        return typing ? "desk/search :: results" : "desk/search";
    }

    private List<QueueLine> found(QueueView view, String text, SignedIn me, Reader reader, int size) {
        return lines.of(queue.page(me.scope(), new QueueFilter(view, null, null, null, null, null, text), me.id(),
                reader.now(), null, size), reader);
    }

    private boolean exists(String number, SignedIn me) {
        try {
            return cases.find(number, me.scope()) != null;
        } catch (TicketNotFound _) {
            return false;
        }
    }
}
