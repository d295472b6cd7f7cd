package io.pledge.web.report;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.report.Workload;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The cases behind a number of the workload. */
@Controller
class CasesPage {
    private static final int PAGE = 50;

    private final Workload workload;
    private final Units units;
    private final Staff staff;
    private final TimeWords words;

    CasesPage(Workload workload, Units units, Staff staff, TimeWords words) {
        this.workload = workload;
        this.units = units;
        this.staff = staff;
        this.words = words;
    }

    /** A case in the list. */
    record Row(String number, String title, String state, String severity, String customer, String who, String opened,
            String due, boolean overdue) {}

    @GetMapping("/report/cases")
    ModelAndView cases(@RequestParam String unit, @RequestParam(required = false) @Nullable String part,
            @RequestParam(defaultValue = "0") long after, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var where = units.byKey(unit).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var which = Optional.ofNullable(Question.read(Workload.Part.class, part)).orElse(Workload.Part.OPEN);
        var found = workload.list(where, which, me.scope(), reader.now(), after, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var page = new ModelAndView("report/cases").addObject("unit", where);
        page.addObject("heading", words.say("report.cases." + which, reader.locale()));
        page.addObject("rows", shown.stream().map(one -> row(one, reader)).toList());
        return found.size() > PAGE
                ? page.addObject("more", "/report/cases?unit=" + where.key() + "&part=" + which + "&after="
                        + shown.getLast().ticket().value())
                : page;
    }

    private Row row(Workload.OpenCase one, Reader reader) {
        var due = one.nextDue();
        var who = one.assignee();
        return new Row(one.ticket().number().value(), one.title(), words.say("state." + one.state(), reader.locale()),
                words.say("severity." + one.severity(), reader.locale()),
                one.customer() == null ? "" : one.customer(), who == null ? "" : staff.person(who).name(),
                words.moment(one.submittedAt(), reader), due == null ? "" : words.moment(due, reader),
                due != null && due.isBefore(reader.now()));
    }
}
