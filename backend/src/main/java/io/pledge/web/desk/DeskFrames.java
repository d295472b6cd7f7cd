package io.pledge.web.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.pledge.help.HelpLists;
import io.pledge.incident.IncidentLists;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.StaffNames;
import io.pledge.security.CaseRights;
import io.pledge.security.Doors;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Queue;
import io.pledge.ticket.QueueView;
import io.pledge.visit.Visits;
import io.pledge.web.Frames;
import io.pledge.web.view.DeskFrame;
import io.pledge.web.view.NavGroup;
import io.pledge.web.view.NavItem;

/** What surrounds the desk: the views with their counts, what one has to confirm, and the ways to other areas. */
@ControllerAdvice({"io.pledge.web.desk", "io.pledge.web.help", "io.pledge.web.incident", "io.pledge.web.steps"})
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeskFrames {
    private final Queue queue;
    private final Confirmations confirmations;
    private final Visits visits;
    private final HelpLists help;
    private final IncidentLists incidents;
    private final Frames frames;
    private final MessageSource texts;
    private final Clock clock;

    DeskFrames(Queue queue, Confirmations confirmations, Visits visits, HelpLists help, IncidentLists incidents,
            Frames frames, MessageSource texts, Clock clock) {
        this.queue = queue;
        this.confirmations = confirmations;
        this.visits = visits;
        this.help = help;
        this.incidents = incidents;
        this.frames = frames;
        this.texts = texts;
        this.clock = clock;
    }

    @ModelAttribute("frame")
    DeskFrame frame(@AuthenticationPrincipal @Nullable SignedIn me, HttpServletRequest request, Locale locale) {
        if (me == null) {
            throw new IllegalStateException("the desk is behind a door");
        }
        var groups = List.of(new NavGroup(null, views(me, request, locale)),
                new NavGroup(say("desk.nav.confirm", locale), owed(me, request, locale)),
                new NavGroup(say("visit.nav", locale), travels(me, request, locale)),
                new NavGroup(say("desk.nav.elsewhere", locale), elsewhere(me, request, locale)));
        return new DeskFrame("/desk", groups, frames.me(me, locale), "/desk/search",
                CaseRights.mayEnter(me) ? "/desk/new" : null, "/sign-out");
    }

    private List<NavItem> views(SignedIn me, HttpServletRequest request, Locale locale) {
        Map<QueueView, Long> counts = queue.counts(me.scope(), me.id(), clock.instant());
        boolean inQueue = request.getRequestURI().equals("/desk");
        String current = request.getParameter("view") == null ? QueueView.OPEN.name() : request.getParameter("view");
        List<NavItem> items = new ArrayList<>();
        for (QueueView view : QueueView.values()) {
            boolean here = inQueue && view.name().equals(current);
            String words = view == QueueView.OPEN ? me.unit().name() : say("desk.view." + view, locale);
            String href = view == QueueView.OPEN ? "/desk" : "/desk?view=" + view;
            items.add(view == QueueView.ENDED
                    ? NavItem.of(icon(view), words, href, here)
                    : NavItem.counted(icon(view), words, href, counts.getOrDefault(view, 0L),
                            Queue.MOST_COUNTED, tone(view), here));
        }
        return items;
    }

    private List<NavItem> owed(SignedIn me, HttpServletRequest request, Locale locale) {
        long mine = confirmations.openFor(StaffNames.of(me.id())).size();
        String here = request.getRequestURI();
        return List.of(
                NavItem.counted("flag", say("desk.confirmations", locale), "/desk/confirmations", mine, "due",
                        here.startsWith("/desk/confirmations")),
                NavItem.counted("people", say("help.nav", locale), "/help", help.open(me.unit().id()), "due",
                        here.startsWith("/help")),
                NavItem.counted("bolt", say("incident.nav", locale), "/incidents", incidents.count(), "due",
                        here.startsWith("/incidents")),
                NavItem.of("flag", say("steps.mine", locale), "/steps", here.equals("/steps")),
                NavItem.of("phone", say("desk.recovery", locale), "/desk/recovery", false));
    }

    /** Counted are those of today and tomorrow to which the customer has not said yes. */
    private List<NavItem> travels(SignedIn me, HttpServletRequest request, Locale locale) {
        var soon = LocalDate.ofInstant(clock.instant(), me.zone()).plusDays(2).atStartOfDay(me.zone()).toInstant();
        var all = NavItem.counted("calendar", say("visit.nav.all", locale), "/desk/visits",
                visits.unconfirmedBefore(soon, me.scope()), "due", false);
        return Doors.opens(me, "/visits")
                ? List.of(NavItem.of("pin", say("visit.nav.mine", locale), "/visits", false), all)
                : List.of(all);
    }

    private List<NavItem> elsewhere(SignedIn me, HttpServletRequest request, Locale locale) {
        return frames.ways(me, request.getRequestURI(), locale).stream().filter(way -> !way.href().equals("/desk"))
                .toList();
    }

    private static String icon(QueueView view) {
        return switch (view) {
            case OPEN -> "clock";
            case MINE -> "person";
            case FOLLOWED -> "eye";
            case NOT_TAKEN -> "ring-dashed";
            case BROKEN -> "split";
            case DUE_SOON -> "triangle";
            case ON_HOLD -> "bars";
            case WAITING_FOR_YES -> "check";
            case ENDED -> "tick-disc";
        };
    }

    private static @Nullable String tone(QueueView view) {
        return switch (view) {
            case NOT_TAKEN, DUE_SOON -> "due";
            case BROKEN -> "broken";
            case OPEN, MINE, FOLLOWED, ON_HOLD, WAITING_FOR_YES, ENDED -> null;
        };
    }

    private String say(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
