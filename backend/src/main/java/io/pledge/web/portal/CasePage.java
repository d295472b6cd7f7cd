package io.pledge.web.portal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.incident.Incident;
import io.pledge.incident.IncidentCases;
import io.pledge.notifier.PlanTasks;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Attachments;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.MergedCases;
import io.pledge.ticket.Messages;
import io.pledge.ticket.PrivateLinks;
import io.pledge.ticket.PrivateLinks.Opened;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketId;
import io.pledge.web.AttachmentAnswers;
import io.pledge.web.BadUpload;
import io.pledge.web.ContactAddress;
import io.pledge.web.Uploads;
import io.pledge.web.portal.CasePages.OpenedCase;
import io.pledge.web.steps.StepsPanel;
import io.pledge.web.view.Toast;
import io.pledge.web.visit.PortalVisits;

/** The case behind its private link: how far things are, and what its customer can say to it. */
@Controller
@RequestMapping("/c/{token}")
class CasePage {
    private static final int LONGEST_TEXT = 8000;

    private final PrivateLinks links;
    private final ReadingAlong along;
    private final PlanTasks tasks;
    private final CasePages cases;
    private final CaseWords words;
    private final HistoryWords history;
    private final ConversationWords conversations;
    private final Conversation conversation;
    private final ClosedLoop loop;
    private final PortalVisits visits;
    private final Attachments attachments;
    private final MergedCases merged;
    private final IncidentCases incidents;
    private final StepsPanel steps;
    private final Uploads uploads;
    private final MessageSource texts;
    private final Clock clock;

    CasePage(PrivateLinks links, ReadingAlong along, PlanTasks tasks, CasePages cases, CaseWords words,
            HistoryWords history, ConversationWords conversations, Conversation conversation, ClosedLoop loop,
            PortalVisits visits, Attachments attachments, MergedCases merged, IncidentCases incidents, StepsPanel steps,
            Uploads uploads, MessageSource texts, Clock clock) {
        this.links = links;
        this.along = along;
        this.tasks = tasks;
        this.cases = cases;
        this.words = words;
        this.history = history;
        this.conversations = conversations;
        this.conversation = conversation;
        this.loop = loop;
        this.visits = visits;
        this.attachments = attachments;
        this.merged = merged;
        this.incidents = incidents;
        this.steps = steps;
        this.uploads = uploads;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String token, @RequestParam Map<String, String> asked, Locale locale, Model model) {
        show(token, along.open(token), locale, model);
        model.addAttribute("received", asked.containsKey("received"));
        model.addAttribute("wrongForm", asked.containsKey("no") ? "no" : "");
        return "portal/case";
    }

    @GetMapping("/files/{file:[0-9]{1,18}}")
    ResponseEntity<byte[]> file(@PathVariable String token, @PathVariable long file) {
        return attachments.shownContent(merged.with(along.speaking(token).ticket()), file).map(AttachmentAnswers::of)
                .orElseThrow(UnknownLink::new);
    }

    @PostMapping("/messages")
    String write(@PathVariable String token, @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files, Locale locale, Model model,
            RedirectAttributes after) {
        Opened link = along.speaking(token);
        try {
            String said = checked(text, "portal.write.empty", locale);
            conversation.customerWrites(link.ticket(), said, uploads.read(files == null ? List.of() : files),
                    link.participant(), clock.instant());
            return done(token, "portal.write.done", locale, after);
        } catch (BadUpload bad) {
            return again(token, link, "write", text, texts.getMessage(bad, locale), locale, model);
        } catch (NotSaid wrong) {
            return again(token, link, "write", text, wrong.getMessage(), locale, model);
        } catch (Refused refused) {
            return again(token, link, "write", text, say(refused, locale), locale, model);
        }
    }

    @PostMapping("/call")
    String call(@PathVariable String token, @RequestParam(defaultValue = "") String phone, Locale locale, Model model,
            RedirectAttributes after) {
        Opened link = along.speaking(token);
        if (ContactAddress.read(phone).map(ContactAddress::phone).isEmpty()) {
            return again(token, link, "call", phone, texts.getMessage("portal.call.wrong", null, locale), locale,
                    model);
        }
        String asked = texts.getMessage("portal.call.text", new Object[]{phone.strip()}, locale);
        conversation.customerWrites(link.ticket(), asked, List.of(), link.participant(), clock.instant());
        return done(token, "portal.call.done", locale, after);
    }

    @PostMapping("/yes")
    String yes(@PathVariable String token, Locale locale, RedirectAttributes after) {
        Opened link = along.answering(token);
        loop.confirm(link.ticket(), new Actor.Customer(link.participant()), clock.instant());
        return done(token, "portal.yes.done", locale, after);
    }

    @PostMapping("/no")
    String no(@PathVariable String token, @RequestParam(defaultValue = "") String reason, Locale locale, Model model,
            RedirectAttributes after) {
        Opened link = along.answering(token);
        try {
            loop.reject(link.ticket(), checked(reason, "portal.no.empty", locale),
                    new Actor.Customer(link.participant()), clock.instant());
            return done(token, "portal.no.done", locale, after);
        } catch (NotSaid wrong) {
            return again(token, link, "no", reason, wrong.getMessage(), locale, model);
        }
    }

    @PostMapping("/reopen")
    String reopen(@PathVariable String token, @RequestParam(defaultValue = "") String reason, Locale locale,
            Model model, RedirectAttributes after) {
        Opened link = along.answering(token);
        try {
            loop.reopen(link.ticket(), checked(reason, "portal.no.empty", locale),
                    new Actor.Customer(link.participant()), clock.instant());
            return done(token, "portal.no.done", locale, after);
        } catch (NotSaid wrong) {
            return again(token, link, "reopen", reason, wrong.getMessage(), locale, model);
        }
    }

    /** Who must confirm has read what we wrote; said twice, it changes nothing. */
    @PostMapping("/read")
    String read(@PathVariable String token, Locale locale, RedirectAttributes after) {
        Opened link = along.open(token);
        tasks.haveRead(link.ticket(), link.participant(), clock.instant());
        return done(token, "portal.read.done", locale, after);
    }

    /** Another link in place of this one, which from now on opens nothing. */
    @PostMapping("/link")
    String link(@PathVariable String token, Locale locale, RedirectAttributes after) {
        return done(links.replace(along.open(token)), "portal.link.done", locale, after);
    }

    private void show(String token, Opened link, Locale locale, Model model) {
        OpenedCase opened = cases.read(link, locale);
        model.addAttribute("case", new CaseView(opened.ticket().number().value(), opened.ticket().title(),
                words.situation(opened), words.headline(opened), words.plate(opened), words.dates(opened),
                words.missed(opened), words.solution(opened), history.promises(opened, "/c/" + token),
                history.steps(opened),
                opened.me().byPlan() ? List.of() : conversations.of(opened, "/c/" + token), words.reopenUntil(opened),
                opened.me().phone()));
        model.addAttribute("along", opened.me().byPlan());
        model.addAttribute("answers", along.answers(opened.me(), opened.ticket()));
        model.addAttribute("toRead", !tasks.toRead(link.ticket(), link.participant()).isEmpty());
        visits.fill(model, opened.ticket().id(), opened.reader());
        model.addAttribute("wider", incidents.incident(opened.ticket().id()).filter(Incident::shown)
                .map(incident -> incident.title(locale)).orElse(null));
        model.addAttribute("told", opened.me().byPlan() ? List.of() : steps.told(opened.ticket(), opened.reader()));
        model.addAttribute("received", false);
        model.addAttribute("base", "/c/" + token);
        model.addAttribute("draft", opened.ticket().number().value());
    }

    /** The page once more, with what was typed and what is wrong with it at its form. */
    private String again(String token, Opened link, String form, String typed, String wrong, Locale locale,
            Model model) {
        show(token, link, locale, model);
        model.addAttribute("wrongForm", form);
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        return "portal/case";
    }

    private String checked(String text, String whenEmpty, Locale locale) throws NotSaid {
        if (text.isBlank()) {
            throw new NotSaid(texts.getMessage(whenEmpty, null, locale));
        }
        if (text.length() > LONGEST_TEXT) {
            throw new NotSaid(texts.getMessage("error.tooLong", new Object[]{LONGEST_TEXT}, locale));
        }
        return text.strip();
    }

    private String say(Refused refused, Locale locale) {
        return texts.getMessage("refused." + refused.reason(), refused.parts(locale), locale);
    }

    private String done(String token, String words, Locale locale, RedirectAttributes after) {
        after.addFlashAttribute("toast", new Toast("check", texts.getMessage(words, null, locale), null));
        return "redirect:/c/" + token;
    }

    /** A text that is missing or too long. */
    private static final class NotSaid extends Exception {
        private static final long serialVersionUID = 1L;

        NotSaid(String words) {
            super(words);
        }
    }
}
