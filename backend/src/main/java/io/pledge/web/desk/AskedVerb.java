package io.pledge.web.desk;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;

/** Hands the verbs of a case what was asked for. */
@ControllerAdvice(assignableTypes = {TicketVerbs.class, TermsVerbs.class, FieldVerbs.class, LinkVerbs.class,
        MergeVerb.class})
class AskedVerb {
    @ModelAttribute
    Asked asked(@PathVariable String number, @AuthenticationPrincipal SignedIn me, Reader reader,
            @RequestParam Map<String, String> typed, Model model, HttpServletRequest request) {
        return new Asked(number, me, reader, new Typed(typed), model, request);
    }
}
