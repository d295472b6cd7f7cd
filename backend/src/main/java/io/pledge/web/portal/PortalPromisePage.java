package io.pledge.web.portal;

import java.util.Locale;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.pledge.ticket.PrivateLinks;
import io.pledge.web.explain.ExplainedPromises;
import io.pledge.web.portal.CasePages.OpenedCase;

/** How a promise came to its time, for the customer to whom it was made. */
@Controller
class PortalPromisePage {
    private final PrivateLinks links;
    private final CasePages cases;
    private final ExplainedPromises explained;

    PortalPromisePage(PrivateLinks links, CasePages cases, ExplainedPromises explained) {
        this.links = links;
        this.cases = cases;
        this.explained = explained;
    }

    @GetMapping("/c/{token}/promises/{promise}")
    String page(@PathVariable String token, @PathVariable String promise, Locale locale, Model model) {
        OpenedCase opened = cases.read(links.open(token).orElseThrow(UnknownLink::new), locale);
        model.addAttribute("told", explained.of(opened.ticket().id(), promise, opened.reader())
                .orElseThrow(UnknownLink::new));
        model.addAttribute("number", opened.ticket().number().value());
        model.addAttribute("about", opened.ticket().title());
        model.addAttribute("base", "/c/" + token);
        return "portal/promise";
    }
}
