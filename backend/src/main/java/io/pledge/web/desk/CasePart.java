package io.pledge.web.desk;

import org.springframework.ui.Model;

import io.pledge.security.SignedIn;
import io.pledge.ticket.Ticket;
import io.pledge.web.view.Reader;

/** What another area shows on the page of a case. Whoever implements it brings the fragments that stand there, too. */
public interface CasePart {
    /** Fills the model with what the fragments need, for somebody who sees the case. */
    void fill(Model model, Ticket ticket, SignedIn me, Reader reader);
}
