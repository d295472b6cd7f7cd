package io.pledge.web.desk;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Followers;
import io.pledge.ticket.Ticket;
import io.pledge.web.view.Reader;
import io.pledge.web.view.Toast;

/** Follows a case, or no longer: whoever sees it may, since it changes nothing for anybody else. */
@Controller
@RequestMapping("/desk/tickets/{number}")
class FollowVerbs {
    private final Cases cases;
    private final Followers followers;
    private final MessageSource texts;

    FollowVerbs(Cases cases, Followers followers, MessageSource texts) {
        this.cases = cases;
        this.followers = followers;
        this.texts = texts;
    }

    @PostMapping("/follow")
    String follow(@PathVariable String number, @AuthenticationPrincipal SignedIn me, Reader reader,
            RedirectAttributes next) {
        Ticket ticket = cases.find(number, me.scope());
        followers.follow(ticket.id(), me.id(), reader.now());
        return back(ticket, "desk.done.follow", reader, next);
    }

    @PostMapping("/leave")
    String leave(@PathVariable String number, @AuthenticationPrincipal SignedIn me, Reader reader,
            RedirectAttributes next) {
        Ticket ticket = cases.find(number, me.scope());
        followers.leave(ticket.id(), me.id());
        return back(ticket, "desk.done.leave", reader, next);
    }

    private String back(Ticket ticket, String words, Reader reader, RedirectAttributes next) {
        next.addFlashAttribute("toast", new Toast("check", texts.getMessage(words, null, reader.locale()), null));
        return "redirect:/desk/tickets/" + ticket.number().value();
    }
}
