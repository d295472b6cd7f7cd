package io.pledge.web.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.lessons.IndexState;
import io.pledge.lessons.Indexing;
import io.pledge.lessons.Rebuild;
import io.pledge.notifications.Bounces;
import io.pledge.notifications.DeliveryStatus;
import io.pledge.notifications.MessageState;
import io.pledge.notifications.Outbox;
import io.pledge.schedule.ScheduleRun;
import io.pledge.schedule.ScheduleRuns;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** Whether everything runs: the recurring jobs, the search index, the messages on their way. */
@Controller
class EngineRoom {
    private static final int LOOKED_THROUGH = 200;
    private static final int SHOWN = 10;

    private final ScheduleRuns runs;
    private final Indexing indexing;
    private final Outbox outbox;
    private final ObjectProvider<Bounces> bounces;
    private final TimeWords words;
    private final MessageSource texts;

    EngineRoom(ScheduleRuns runs, Indexing indexing, Outbox outbox, ObjectProvider<Bounces> bounces,
            TimeWords words, MessageSource texts) {
        this.runs = runs;
        this.indexing = indexing;
        this.outbox = outbox;
        this.bounces = bounces;
        this.words = words;
        this.texts = texts;
    }

    /** A recurring job; of one that never ran there is no last run. */
    record Job(String name, String what, @Nullable LastRun last, String next, String runs, String failures,
            @Nullable String failedBefore, @Nullable String succeeded) {

        boolean failing() {
            return last != null && last.failed;
        }
    }

    /** How the last run of a job fared. */
    record LastRun(String at, String took, boolean failed) {}

    /** A message that did not go out at its last attempt, or not at all, or came back. */
    record Trouble(String subject, String to, String queued, String note, String why, boolean failed) {}

    @GetMapping("/admin")
    ModelAndView overview(Reader reader) {
        var page = new ModelAndView("admin/overview");
        var jobs = runs.all().stream().map(run -> job(run, reader)).toList();
        page.addObject("jobs", jobs).addObject("failing", jobs.stream().filter(Job::failing).count())
                .addObject("never", jobs.stream().filter(job -> job.last == null).count());
        search(page, indexing.state(), reader);
        return messages(page, reader);
    }

    @PostMapping("/admin/search/rebuild")
    String rebuild(@AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        indexing.rebuild(me.id(), reader.now());
        after.addFlashAttribute("toast",
                new Toast("search", words.say("admin.search.asked", reader.locale()), null));
        return "redirect:/admin";
    }

    private Job job(ScheduleRun run, Reader reader) {
        var locale = reader.locale();
        // a job that an older version ran has no words any more
        var what = Objects.requireNonNull(texts.getMessage("admin.job." + run.job(), null, run.job(), locale));
        return new Job(run.job(), what, last(run.last(), reader), next(run, locale),
                words.say("admin.times", locale, run.runs()), words.say("admin.times", locale, run.failures()),
                failedBefore(run, reader), momentOrNone(run.lastSucceededAt(), reader));
    }

    private @Nullable LastRun last(ScheduleRun.@Nullable Last last, Reader reader) {
        return last == null
                ? null
                : new LastRun(words.moment(last.at(), reader),
                        words.say("admin.took", reader.locale(), last.took().toMillis()), !last.succeeded());
    }

    /** When and why it failed last, however long ago. */
    private @Nullable String failedBefore(ScheduleRun run, Reader reader) {
        var at = run.lastFailedAt();
        return at == null
                ? null
                : words.say("admin.failures.last", reader.locale(), words.moment(at, reader),
                        Objects.requireNonNullElse(run.lastFailure(), ""));
    }

    private String next(ScheduleRun run, Locale locale) {
        return run.nextIn() == null
                ? words.say("admin.next.none", locale)
                : words.say("admin.next.in", locale, run.nextIn().plusMillis(999).toSeconds());
    }

    private void search(ModelAndView page, IndexState state, Reader reader) {
        page.addObject("search", state).addObject("searchSince", momentOrNone(state.since(), reader));
        page.addObject("rebuild", state.lastRebuild().map(last -> rebuilt(last, reader)).orElse(null));
    }

    private String rebuilt(Rebuild last, Reader reader) {
        var locale = reader.locale();
        if (last.failure() != null) {
            return words.say("admin.search.rebuild.failed", locale, words.moment(last.askedAt(), reader));
        }
        var finished = last.finishedAt();
        return finished == null
                ? words.say("admin.search.rebuild.running", locale, words.moment(last.askedAt(), reader),
                        last.documents())
                : words.say("admin.search.rebuild.done", locale, words.moment(finished, reader), last.documents());
    }

    private ModelAndView messages(ModelAndView page, Reader reader) {
        var waiting = outbox.waiting();
        page.addObject("waiting", waiting).addObject("waitingSince", momentOrNone(waiting.since(), reader));
        List<Trouble> troubles = outbox.recent(LOOKED_THROUGH).stream()
                .filter(message -> message.state() != MessageState.BOUNCED)
                .filter(message -> message.lastError() != null || message.state() == MessageState.FAILED).limit(SHOWN)
                .map(message -> trouble(message, words.say("admin.attempts", reader.locale(), message.attempts()),
                        reader))
                .toList();
        var mailbox = bounces.getIfAvailable();
        return page.addObject("troubles", troubles).addObject("mailbox", mailbox == null ? null : mailbox.mailbox())
                .addObject("returned",
                        outbox.bounced(SHOWN).stream().map(message -> returned(message, reader)).toList());
    }

    private Trouble returned(DeliveryStatus message, Reader reader) {
        var at = Objects.requireNonNull(message.bouncedAt());
        return trouble(message, words.say("admin.messages.cameBack", reader.locale(), words.moment(at, reader)),
                reader);
    }

    private Trouble trouble(DeliveryStatus message, String note, Reader reader) {
        return new Trouble(message.subject(), message.recipientName(), words.moment(message.queuedAt(), reader), note,
                message.lastError() == null ? "" : message.lastError(), message.state() == MessageState.FAILED);
    }

    private @Nullable String momentOrNone(@Nullable Instant at, Reader reader) {
        return at == null ? null : words.moment(at, reader);
    }
}
