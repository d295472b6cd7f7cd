package io.pledge.web.incident;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.incident.Broadcasts;
import io.pledge.incident.Incident;
import io.pledge.incident.Language;
import io.pledge.incident.Letter;
import io.pledge.incident.WordsMissing;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Refused;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** Writes to all customers of an incident at once, or says that it is solved, upon which each is asked separately. */
@Controller
@RequestMapping("/incidents/{id:[0-9]{1,18}}/{letter:message|resolution}")
class LetterPage {
    private static final int NAMED = 12;

    private final IncidentModel models;
    private final IncidentRights rights;
    private final IncidentWords words;
    private final Broadcasts broadcasts;
    private final TimeWords time;

    LetterPage(IncidentModel models, IncidentRights rights, IncidentWords words, Broadcasts broadcasts,
            TimeWords time) {
        this.models = models;
        this.rights = rights;
        this.words = words;
        this.broadcasts = broadcasts;
        this.time = time;
    }

    @GetMapping
    ModelAndView form(@PathVariable long id, @PathVariable String letter, @AuthenticationPrincipal SignedIn me,
            Reader reader) {
        return page(incident(id, me), kind(letter), HttpStatus.OK, reader).addObject("form", LetterForm.empty());
    }

    @PostMapping
    ModelAndView write(@PathVariable long id, @PathVariable String letter,
            @Valid @ModelAttribute("form") LetterForm form, BindingResult errors, @AuthenticationPrincipal SignedIn me,
            Reader reader, RedirectAttributes next) {
        var incident = incident(id, me);
        var kind = kind(letter);
        var nextWordAt = kind == Letter.Kind.MESSAGE ? nextWord(form.next(), reader, errors) : null;
        if (!errors.hasErrors()) {
            try {
                broadcasts.write(incident.id(),
                        new Letter(id + ":" + form.key(), kind, form.words(kind), nextWordAt), me.id(), reader.now());
                next.addFlashAttribute("toast", new Toast("check", say(reader, "incident.done." + kind), null));
                return new ModelAndView("redirect:/incidents/" + id);
            } catch (WordsMissing missing) {
                missing.customers().forEach((language, customers) -> errors.rejectValue(field(language), "missing",
                        say(reader, "incident.error.missing." + kind, customers.size(), names(customers, reader))));
            } catch (Refused refused) {
                errors.reject("refused", say(reader, "refused." + refused.reason()));
            }
        }
        return page(incident, kind, HttpStatus.UNPROCESSABLE_CONTENT, reader);
    }

    private ModelAndView page(Incident incident, Letter.Kind kind, HttpStatus status, Reader reader) {
        var readers = broadcasts.readers(incident.id(), kind);
        return new ModelAndView("incident/letter", status).addObject("incident", words.view(incident, reader))
                .addObject("kind", kind).addObject("zone", time.zone(reader.zone(), reader.locale()))
                .addObject("readers", Arrays.stream(Language.values()).collect(Collectors.toMap(Enum::name,
                        language -> readers.getOrDefault(language, List.of()).size())));
    }

    private @Nullable Instant nextWord(@Nullable String typed, Reader reader, BindingResult errors) {
        if (typed == null || typed.isBlank()) {
            errors.rejectValue("next", "missing", say(reader, "incident.error.next"));
            return null;
        }
        try {
            Instant next = LocalDateTime.parse(typed).atZone(reader.zone()).toInstant();
            if (!next.isAfter(reader.now())) {
                errors.rejectValue("next", "passed", say(reader, "refused.nextWordPassed"));
            }
            return next;
        } catch (DateTimeException _) {
            errors.rejectValue("next", "moment", say(reader, "desk.error.moment"));
            return null;
        }
    }

    private Incident incident(long id, SignedIn me) {
        var incident = models.require(id);
        if (!rights.commands(me, incident)) {
            throw new AccessDeniedException("does not speak for this incident");
        }
        return incident;
    }

    private static Letter.Kind kind(String letter) {
        return Letter.Kind.valueOf(letter.toUpperCase(Locale.ROOT));
    }

    private static String field(Language language) {
        return switch (language) {
            case EN -> "english";
            case ZH -> "chinese";
        };
    }

    private String names(List<String> customers, Reader reader) {
        String first = customers.stream().limit(NAMED).collect(Collectors.joining(say(reader, "list.separator")));
        return customers.size() > NAMED ? first + "…" : first;
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }
}
