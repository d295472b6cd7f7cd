package io.pledge.web.desk;

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
import io.pledge.notifier.StaffNames;
import io.pledge.notifier.UnreachedCustomers;
import io.pledge.security.SignedIn;
import io.pledge.web.view.PromiseBadge;
import io.pledge.web.view.PromiseReading;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/**
 * What somebody was told and has not confirmed to have heard, and the customers they are to reach because a letter did not; who is
 * silent is chased, and then the next above is asked.
 */
@Controller
class ConfirmationsPage {
    private static final double SOON = 0.75;

    private final Confirmations confirmations;
    private final UnreachedCustomers unreached;
    private final PromiseWords words;
    private final TimeWords time;

    ConfirmationsPage(Confirmations confirmations, UnreachedCustomers unreached, PromiseWords words, TimeWords time) {
        this.confirmations = confirmations;
        this.unreached = unreached;
        this.words = words;
        this.time = time;
    }

    @GetMapping("/desk/confirmations")
    String list(@AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        var owed = confirmations.openFor(StaffNames.of(me.id()));
        var letters = unreached.letters(owed);
        model.addAttribute("owed", owed.stream()
                .map(confirmation -> line(confirmation, letters.get(confirmation.id()), reader)).toList());
        return "desk/confirmations";
    }

    /** Only who was asked can confirm; to everybody else there is no such confirmation. */
    @PostMapping("/desk/confirmations/{id}")
    String confirm(@PathVariable long id, @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        String name = StaffNames.of(me.id());
        confirmations.confirmation(id)
                .filter(found -> found.asked().stream().anyMatch(ask -> ask.person().equals(name)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        confirmations.confirm(id, name, reader.now());
        after.addFlashAttribute("toast", new Toast("check", time.say("desk.done.confirm", reader.locale()), null));
        return "redirect:" + (back.matches("/desk/tickets/PL-[0-9]{1,15}") ? back : "/desk/confirmations");
    }

    private Line line(Confirmation confirmation, UnreachedCustomers.@Nullable Sent letter, Reader reader) {
        Confirmation.Ask ask = confirmation.current();
        long whole = ask.chaseAt().getEpochSecond() - ask.askedAt().getEpochSecond();
        PromiseBadge badge = words.badge(new PromiseReading.Running("ACKNOWLEDGEMENT", ask.chaseAt(),
                ask.askedAt().plusSeconds((long) (whole * SOON)), 0), reader);
        String asked = time.say("desk.confirmations.asked", reader.locale(),
                time.momentInSentence(ask.askedAt(), reader));
        return new Line(confirmation.id(), letter == null
                ? time.say("desk.confirmations.new", reader.locale(), confirmation.subject())
                : UnreachedWords.task(letter, time, reader), "/desk/tickets/" + confirmation.subject(),
                letter == null
                        ? asked
                        : time.say("desk.unreached.note", reader.locale(), confirmation.subject(), asked),
                time.say(letter == null ? "desk.confirm" : "desk.unreached.done", reader.locale()), badge);
    }

    /**
     * @param what is to be confirmed or done
     * @param note since when, and where that is not said, of which case
     * @param verb what the button says
     */
    record Line(long id, String what, String href, String note, String verb, PromiseBadge badge) {}
}
