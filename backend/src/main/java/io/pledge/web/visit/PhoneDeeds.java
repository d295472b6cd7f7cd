package io.pledge.web.visit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.security.SignedIn;
import io.pledge.ticket.NewAttachment;
import io.pledge.ticket.Refused;
import io.pledge.visit.Deed;
import io.pledge.visit.OnSite;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitId;
import io.pledge.web.BadUpload;
import io.pledge.web.Uploads;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/**
 * What whoever travels does on a visit. A page that waits for a connection sends by itself and is answered in JSON; a plain form is led
 * back to its page.
 */
@Controller
@RequestMapping("/visits/{id:[0-9]{1,18}}")
class PhoneDeeds {
    /** Sent with what was kept in the browser until there was a connection. */
    private static final String KEPT = "X-Kept";

    private final OwnVisits own;
    private final OnSite onSite;
    private final Uploads uploads;
    private final TimeWords time;
    private final MessageSource texts;

    PhoneDeeds(OwnVisits own, OnSite onSite, Uploads uploads, TimeWords time, MessageSource texts) {
        this.own = own;
        this.onSite = onSite;
        this.uploads = uploads;
        this.time = time;
        this.texts = texts;
    }

    @PostMapping("/travelling")
    Object travelling(@PathVariable long id, @ModelAttribute DeedForm form, @AuthenticationPrincipal SignedIn me,
            Reader reader, @RequestHeader(name = KEPT, required = false) @Nullable String kept,
            RedirectAttributes after) {
        return done(id, form, me, reader, kept, after, deed -> onSite.travelling(visit(id, me), deed));
    }

    @PostMapping("/check-in")
    Object checkIn(@PathVariable long id, @ModelAttribute DeedForm form, @AuthenticationPrincipal SignedIn me,
            Reader reader, @RequestHeader(name = KEPT, required = false) @Nullable String kept,
            RedirectAttributes after) {
        return done(id, form, me, reader, kept, after, deed -> onSite.checkIn(visit(id, me), form.spot(), deed));
    }

    @PostMapping("/findings")
    Object findings(@PathVariable long id, @ModelAttribute DeedForm form, @AuthenticationPrincipal SignedIn me,
            Reader reader, @RequestHeader(name = KEPT, required = false) @Nullable String kept,
            RedirectAttributes after) {
        return done(id, form, me, reader, kept, after,
                deed -> onSite.found(visit(id, me), form.found(), List.of(), deed));
    }

    /** Photos are sent with a connection only. */
    @PostMapping("/photos")
    Object photos(@PathVariable long id, @ModelAttribute DeedForm form, @AuthenticationPrincipal SignedIn me,
            Reader reader, RedirectAttributes after) {
        try {
            List<NewAttachment> photos = uploads.read(Objects.requireNonNullElse(form.photos(), List.of()));
            if (photos.isEmpty()) {
                throw new Refused("visitNoPhoto");
            }
            String text = form.text() == null || form.text().isBlank()
                    ? time.say("visit.phone.photo", reader.locale())
                    : form.found();
            return done(id, form, me, reader, null, after,
                    deed -> onSite.found(visit(id, me), text, photos, deed));
        } catch (BadUpload bad) {
            return refused(own.find(id, me), texts.getMessage(bad, reader.locale()), null, after);
        } catch (Refused refused) {
            return refused(own.find(id, me), time.say("refused." + refused.reason(), reader.locale()), null, after);
        }
    }

    @PostMapping("/check-out")
    Object checkOut(@PathVariable long id, @ModelAttribute DeedForm form, @AuthenticationPrincipal SignedIn me,
            Reader reader, @RequestHeader(name = KEPT, required = false) @Nullable String kept,
            RedirectAttributes after) {
        return done(id, form, me, reader, kept, after,
                deed -> onSite.checkOut(visit(id, me), form.signedBy(), form.said(), deed));
    }

    private VisitId visit(long id, SignedIn me) {
        return own.find(id, me).id();
    }

    private Object done(long id, DeedForm form, SignedIn me, Reader reader, @Nullable String kept,
            RedirectAttributes after, Consumer<Deed> act) {
        Visit visit = own.find(id, me);
        try {
            act.accept(form.deed(me.id(), reader.now()));
        } catch (Refused refused) {
            return refused(visit, time.say("refused." + refused.reason(), reader.locale()), kept, after);
        }
        if (kept != null) {
            return ResponseEntity.ok(Map.of());
        }
        after.addFlashAttribute("toast", new Toast("check", time.say("visit.done.deed", reader.locale()), null));
        return back(visit);
    }

    /** Whoever kept it reads why and loses nothing. */
    private static Object refused(Visit visit, String words, @Nullable String kept, RedirectAttributes after) {
        if (kept != null) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of("reason", words));
        }
        after.addFlashAttribute("wrong", words);
        return back(visit);
    }

    private static String back(Visit visit) {
        return "redirect:/visits/" + visit.id().value();
    }
}
