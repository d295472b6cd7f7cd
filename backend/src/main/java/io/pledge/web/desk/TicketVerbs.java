package io.pledge.web.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.sla.Agreement;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.Promising;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Mentions;
import io.pledge.ticket.Solution;
import io.pledge.ticket.Verb;
import io.pledge.web.AwayWords;
import io.pledge.web.Uploads;
import io.pledge.web.writing.WrittenForm;

/**
 * What an engineer does to a case, one verb a form. What cannot be done is said at its form, with everything typed still in it; a form
 * written for an older state of the case is not sent off before its author has seen what changed.
 */
@Controller
@RequestMapping("/desk/tickets/{number}")
class TicketVerbs {
    private final Attempts attempts;
    private final Casework casework;
    private final Conversation conversation;
    private final Mentions mentions;
    private final Escalations escalations;
    private final ClosedLoop loop;
    private final NextWords nextWords;
    private final Uploads uploads;
    private final Staff staff;
    private final Promising promising;
    private final AwayWords away;

    TicketVerbs(Attempts attempts, Casework casework, Conversation conversation, Mentions mentions,
            Escalations escalations, ClosedLoop loop, NextWords nextWords, Uploads uploads, Staff staff,
            Promising promising, AwayWords away) {
        this.attempts = attempts;
        this.casework = casework;
        this.conversation = conversation;
        this.mentions = mentions;
        this.escalations = escalations;
        this.loop = loop;
        this.nextWords = nextWords;
        this.uploads = uploads;
        this.staff = staff;
        this.promising = promising;
        this.away = away;
    }

    @PostMapping("/take")
    String take(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.TAKE, "take", (ticket, _) -> () -> casework.take(ticket.id(), asked.me().id(),
                asked.reader().now()));
    }

    @PostMapping("/assign")
    String assign(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.TAKE, "assign", (ticket, typed) -> {
            PersonId to = new PersonId(typed.id("to").orElse(0L));
            if (staff.inUnit(ticket.unit()).stream().noneMatch(person -> person.id().equals(to))) {
                typed.wrong(Attempts.WHOLE, "desk.error.noColleague");
            }
            away.of(to, asked.reader())
                    .ifPresent(said -> typed.wrong(Attempts.WHOLE, "desk.error.away", staff.person(to).name(), said));
            return () -> casework.assign(ticket.id(), to, asked.actor(), asked.reader().now());
        });
    }

    @PostMapping("/reply")
    String reply(@ModelAttribute(binding = false) Asked asked,
            @RequestParam(required = false) @Nullable List<MultipartFile> files) {
        return attempts.write(asked, WrittenForm.REPLY, "text", (ticket, typed) -> {
            String text = typed.finished("text");
            var next = typed.nextWord("nextWordAt", nextWords.latest(ticket, asked.reader().now()));
            var attached = uploads.read(files == null ? List.of() : files);
            return () -> conversation.reply(ticket.id(), text, next, attached, asked.me().id(), asked.reader().now());
        });
    }

    @PostMapping("/note")
    String note(@ModelAttribute(binding = false) Asked asked) {
        return attempts.write(asked, WrittenForm.NOTE, "note", (ticket, typed) -> {
            String text = typed.text("note");
            var called = mentions.in(text, ticket);
            called.unknown().forEach(name -> typed.wrong("note", "desk.error.nobody", name));
            called.blind().forEach(name -> typed.wrong("note", "desk.error.blind", name));
            return () -> conversation.note(ticket.id(), text, asked.me().id(), asked.reader().now());
        });
    }

    @PostMapping("/call")
    String call(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.REPLY, "call", (ticket, typed) -> {
            String text = typed.text("said");
            var at = typed.moment("at", asked.reader().zone(), asked.reader().now());
            return () -> conversation.logCall(ticket.id(), text, null, asked.me().id(), at);
        });
    }

    @PostMapping("/hold")
    String hold(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.HOLD, "hold", (ticket, typed) -> {
            String reason = typed.text("reason");
            return () -> casework.hold(ticket.id(), reason, asked.actor(), asked.reader().now());
        });
    }

    @PostMapping("/resume")
    String resume(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.RESUME, "resume",
                (ticket, _) -> () -> casework.resume(ticket.id(), asked.actor(), asked.reader().now()));
    }

    @PostMapping("/move")
    String move(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.RESOLVE, "move", (ticket, typed) -> {
            var kind = typed.choice("promise", PromiseKind.class);
            var dueAt = typed.ahead("dueAt", asked.reader().zone(), asked.reader().now());
            var agreement = agreement(typed);
            return () -> promising.name(ticket.id(), kind.orElseThrow(), dueAt, agreement, asked.actor());
        });
    }

    /** In which message the customer agreed, or what they said on the phone. */
    private static Agreement agreement(Typed typed) {
        return switch (typed.values().getOrDefault("agreedIn", "")) {
            case "" -> new Agreement.None();
            case "call" -> new Agreement.Spoken(typed.text("said"));
            default -> new Agreement.Written(typed.id("agreedIn").orElse(0L));
        };
    }

    @PostMapping("/escalate")
    String escalate(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.ESCALATE, "escalate", (ticket, typed) -> {
            String reason = typed.text("reason");
            String tried = typed.optional("tried");
            return () -> escalations.escalate(ticket.id(), reason, tried, asked.actor(), asked.reader().now());
        });
    }

    @PostMapping("/hand-back")
    String handBack(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.HAND_BACK, "hand-back", (ticket, typed) -> {
            String instructions = typed.text("instructions");
            return () -> escalations.handBack(ticket.id(), instructions, asked.actor(), asked.reader().now());
        });
    }

    @PostMapping("/resolve")
    String resolve(@ModelAttribute(binding = false) Asked asked) {
        return attempts.write(asked, WrittenForm.RESOLVE, "message", (ticket, typed) -> {
            var solution = new Solution(typed.text("cause"), typed.text("remedy"), typed.text("prevention"),
                    typed.finished("message"));
            return () -> loop.resolve(ticket.id(), solution, asked.actor(), asked.reader().now());
        });
    }

    @PostMapping("/reopen")
    String reopen(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.REOPEN, "reopen", (ticket, typed) -> {
            String reason = typed.text("reason");
            return () -> loop.reopen(ticket.id(), reason, asked.actor(), asked.reader().now());
        });
    }

    @PostMapping("/cancel")
    String cancel(@ModelAttribute(binding = false) Asked asked) {
        return attempts.make(asked, Verb.CANCEL, "cancel", (ticket, typed) -> {
            String reason = typed.text("reason");
            return () -> loop.cancel(ticket.id(), reason, asked.actor(), asked.reader().now());
        });
    }
}
