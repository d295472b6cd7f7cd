package io.pledge.web.help;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.pledge.help.HelpLists;
import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.Verb;
import io.pledge.web.desk.CasePart;
import io.pledge.web.view.Reader;

/** What was asked of other units about a case, beside it. */
@Component
class HelpOnCase implements CasePart {
    private final HelpLists lists;
    private final HelpWords words;

    HelpOnCase(HelpLists lists, HelpWords words) {
        this.lists = lists;
        this.words = words;
    }

    @Override
    public void fill(Model model, Ticket ticket, SignedIn me, Reader reader) {
        model.addAttribute("help",
                lists.of(ticket.id()).stream().map(one -> words.view(one, ticket, reader)).toList());
        model.addAttribute("mayAskHelp", Verb.ASK_HELP.allowed(ticket) && CaseRights.may(me, Verb.ASK_HELP, ticket));
    }
}
