package io.pledge.lessons;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.Person;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.ticket.Author;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Message;
import io.pledge.ticket.Messages;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Resolutions;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketState;

/** Writes lessons: drafted from a solved case, revised by whoever sees that case and knows better, published by somebody else than the writer. */
@Component
public class Lessons {
    private static final Set<TicketState> SOLVED = EnumSet.of(TicketState.RESOLVED, TicketState.CLOSED,
            TicketState.CLOSED_UNCONFIRMED);

    private final LessonRows rows;
    private final IndexWork work;
    private final Cases cases;
    private final Resolutions resolutions;
    private final Messages messages;

    Lessons(LessonRows rows, IndexWork work, Cases cases, Resolutions resolutions, Messages messages) {
        this.rows = rows;
        this.work = work;
        this.cases = cases;
        this.resolutions = resolutions;
        this.messages = messages;
    }

    /**
     * Makes a draft of what was written when the case was resolved. A case has one lesson: asked again, it gives that one.
     *
     * @param ticket a case that the caller may see
     * @throws Refused where the case is not solved
     */
    @Transactional
    public LessonId draft(TicketId ticket, PersonId by, Instant at) {
        return rows.of(ticket).map(Lesson::id).orElseGet(() -> begin(cases.require(ticket), by, at));
    }

    private LessonId begin(Ticket ticket, PersonId by, Instant at) {
        var text = Optional.of(ticket).filter(t -> SOLVED.contains(t.state()))
                .flatMap(t -> resolutions.last(t.id()))
                .map(r -> new LessonText(ticket.title(), situation(ticket), r.cause(), r.remedy(), r.prevention()))
                .orElseThrow(() -> new Refused("lesson.unsolved"));
        var added = rows.add(ticket, at);
        added.ifPresent(id -> rows.write(id, new LessonVersion(1, text, by, at)));
        return added.or(() -> rows.of(ticket.id()).map(Lesson::id)).orElseThrow();
    }

    private String situation(Ticket ticket) {
        return messages.of(ticket.id()).stream().filter(message -> message.author() == Author.CUSTOMER).findFirst()
                .map(Message::body).orElse(ticket.title());
    }

    /**
     * Writes a new text. What is published stays so until somebody publishes the new one; a withdrawn lesson is a draft again.
     *
     * @param seen the text that the writer had before them
     * @throws OptimisticLockingFailureException where somebody wrote another meanwhile
     */
    @Transactional
    public void revise(LessonId id, int seen, LessonText text, PersonId by, Instant at) {
        var lesson = lockedAt(id, seen);
        if (lesson.text().equals(text)) {
            return;
        }
        rows.write(id, new LessonVersion(seen + 1, text, by, at));
        var state = lesson.published() == null ? LessonState.DRAFT : LessonState.PUBLISHED;
        rows.change(id, state, seen + 1, lesson.published(), at);
    }

    /**
     * Publishes the latest text.
     *
     * @param seen the text that the reviewer read
     * @throws Refused where the reviewer is no head of a unit or quality officer, or wrote it
     */
    @Transactional
    public void publish(LessonId id, int seen, Person reviewer, Instant at) {
        var lesson = lockedAt(id, seen);
        if (!lesson.awaitsReview()) {
            return;
        }
        requireReviewer(reviewer);
        if (lesson.writtenBy().equals(reviewer.id())) {
            throw new Refused("lesson.ownText");
        }
        rows.decide(id, new LessonDecision(seen, LessonState.PUBLISHED, null, reviewer.id(), at));
        rows.change(id, LessonState.PUBLISHED, seen, seen, at);
        work.ask(new Subject(Subject.Type.LESSON, id.value()), at);
    }

    /** Takes a lesson back, so that nobody finds it any more; its texts stay on record. */
    @Transactional
    public void withdraw(LessonId id, String reason, Person reviewer, Instant at) {
        var lesson = rows.locked(id).orElseThrow();
        if (lesson.state() == LessonState.WITHDRAWN) {
            return;
        }
        requireReviewer(reviewer);
        rows.decide(id, new LessonDecision(lesson.number(), LessonState.WITHDRAWN, reason, reviewer.id(), at));
        rows.change(id, LessonState.WITHDRAWN, lesson.number(), null, at);
        work.ask(new Subject(Subject.Type.LESSON, id.value()), at);
    }

    /** Whether this person may review lessons at all. */
    public static boolean mayReview(Set<Role> roles) {
        return roles.contains(Role.HEAD) || roles.contains(Role.QUALITY);
    }

    public Optional<Lesson> find(LessonId id) {
        return rows.find(id);
    }

    /** The lesson that comes from a case, whatever its state. */
    public Optional<Lesson> of(TicketId ticket) {
        return rows.of(ticket);
    }

    /** Every text of a lesson, the first one first. */
    public List<LessonVersion> versions(LessonId id) {
        return rows.versions(id);
    }

    /** What reviewers decided, the first first. */
    public List<LessonDecision> decisions(LessonId id) {
        return rows.decisions(id);
    }

    private Lesson lockedAt(LessonId id, int seen) {
        var lesson = rows.locked(id).orElseThrow();
        if (lesson.number() != seen) {
            throw new OptimisticLockingFailureException("lesson " + id.value() + " is at text " + lesson.number());
        }
        return lesson;
    }

    private static void requireReviewer(Person reviewer) {
        if (!mayReview(reviewer.roles())) {
            throw new Refused("lesson.reviewer");
        }
    }
}
