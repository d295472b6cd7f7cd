package io.pledge.web.incident;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.incident.IncidentLists;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;

/** The major incidents, those that run and those that are over. */
@Controller
class IncidentsPage {
    private static final int PAST = 50;

    private final IncidentLists lists;
    private final IncidentWords words;

    IncidentsPage(IncidentLists lists, IncidentWords words) {
        this.lists = lists;
        this.words = words;
    }

    @GetMapping("/incidents")
    ModelAndView list(@AuthenticationPrincipal SignedIn me, Reader reader) {
        return new ModelAndView("incident/list").addObject("declares", IncidentRights.declares(me))
                .addObject("open", words.views(lists.open(), reader))
                .addObject("past", words.views(lists.past(PAST), reader));
    }
}
