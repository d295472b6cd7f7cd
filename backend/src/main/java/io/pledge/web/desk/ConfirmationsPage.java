package io.pledge.web.desk;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.notifications.Confirmation;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.PlanTasks;
import io.pledge.notifier.StaffNames;
import io.pledge.organisation.Deputies;
import io.pledge.security.SignedIn;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.PromiseReading;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/**
 * What somebody was told and has not confirmed to have heard, and the customers they are to reach because a letter did not or a
 * plan says so; who is silent is chased, and then the next above is asked.
 */
@Controller
class ConfirmationsPage {
    private static final double SOON = 0.75;
    private static final int LONGEST = 4000;

    private final Confirmations confirmations;
    private final PlanTasks planned;
    private final OwedTasks tasks;
    private final Deputies deputies;
    private final PromiseWords words;
    private final TimeWords time;

    ConfirmationsPage(Confirmations confirmations, PlanTasks planned, OwedTasks tasks, Deputies deputies,
            PromiseWords words, TimeWords time) {
        this.confirmations = confirmations;
        this.planned = planned;
        this.tasks = tasks;
        this.deputies = deputies;
        this.words = words;
        this.time = time;
    }

    @GetMapping("/desk/confirmations")
    String list(@AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        var owed = names(me, reader).flatMap(name -> confirmations.openFor(name).stream()).toList();
        var known = tasks.of(owed, reader);
        model.addAttribute("owed", owed.stream()
                .map(confirmation -> line(confirmation, known.get(confirmation.id()), reader)).toList());
        return "desk/confirmations";
    }

    /** Only who was asked, or stands in for them, can confirm; to everybody else there is no such confirmation. */
    @PostMapping("/desk/confirmations/{id}")
    String confirm(@PathVariable long id, @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String said,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        String name = StaffNames.of(me.id());
        var mine = names(me, reader).toList();
        var asked = confirmations.confirmation(id)
                .filter(found -> found.asked().stream().anyMatch(ask -> mine.contains(ask.person())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (planned.tasks(List.of(asked)).isEmpty()) {
            confirmations.confirm(id, name, reader.now());
        } else {
            planned.done(asked, said.substring(0, Math.min(said.length(), LONGEST)), me.id(), reader.now());
        }
        after.addFlashAttribute("toast", new Toast("check", time.say("desk.done.confirm", reader.locale()), null));
        return "redirect:" + (back.matches("/desk/tickets/PL-[0-9]{1,15}") ? back : "/desk/confirmations");
    }

    /** Those for whom this person may confirm: themselves first. */
    private Stream<String> names(SignedIn me, Reader reader) {
        return Stream.concat(Stream.of(me.id()), deputies.inPlaceOf(me.id(), reader.now()).stream())
                .map(StaffNames::of);
    }

    private Line line(Confirmation confirmation, OwedTasks.@Nullable Task task, Reader reader) {
        Confirmation.Ask ask = confirmation.current();
        long whole = ask.chaseAt().getEpochSecond() - ask.askedAt().getEpochSecond();
        PromiseBadge badge = words.badge(new PromiseReading.Running("ACKNOWLEDGEMENT", ask.chaseAt(),
                ask.askedAt().plusSeconds((long) (whole * SOON)), 0), reader);
        String asked = time.say("desk.confirmations.asked", reader.locale(),
                time.momentInSentence(ask.askedAt(), reader));
        return new Line(confirmation.id(), task == null
                ? time.say("desk.confirmations.new", reader.locale(), confirmation.subject())
                : task.what(), "/desk/tickets/" + confirmation.subject(),
                task == null
                        ? asked
                        : time.say("desk.unreached.note", reader.locale(), confirmation.subject(), asked),
                task == null ? time.say("desk.confirm", reader.locale()) : task.verb(),
                task != null && task.byPlan(), badge);
    }

    /**
     * @param what is to be confirmed or done
     * @param note since when, and where that is not said, of which case
     * @param verb what the button says
     * @param said whether what was said can be noted with it
     */
    record Line(long id, String what, String href, String note, String verb, boolean said, PromiseBadge badge) {}
}
