package io.pledge.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;

import io.pledge.security.SignedIn;
import io.pledge.ticket.Actor;
import io.pledge.web.view.Reader;

/** A verb as it was asked for: on which case, by whom, with what typed. */
record Asked(String number, SignedIn me, Reader reader, Typed typed, Model model, HttpServletRequest request) {

    Actor.Staff actor() {
        return new Actor.Staff(me.id());
    }
}
