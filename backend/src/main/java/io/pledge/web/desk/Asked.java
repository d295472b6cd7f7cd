package io.pledge.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;

import io.pledge.security.SignedIn;
import io.pledge.ticket.Actor;
import io.pledge.web.view.Reader;

/** A verb as it was asked for: on which case, by whom, with what typed. No record, since it stands in the very model that it knows. */
final class Asked {
    private final String number;
    private final SignedIn me;
    private final Reader reader;
    private final Typed typed;
    private final Model model;
    private final HttpServletRequest request;

    Asked(String number, SignedIn me, Reader reader, Typed typed, Model model, HttpServletRequest request) {
        this.number = number;
        this.me = me;
        this.reader = reader;
        this.typed = typed;
        this.model = model;
        this.request = request;
    }

    String number() {
        return number;
    }

    SignedIn me() {
        return me;
    }

    Reader reader() {
        return reader;
    }

    Typed typed() {
        return typed;
    }

    Model model() {
        return model;
    }

    HttpServletRequest request() {
        return request;
    }

    Actor.Staff actor() {
        return new Actor.Staff(me.id());
    }
}
