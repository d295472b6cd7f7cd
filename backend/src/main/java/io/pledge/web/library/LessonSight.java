package io.pledge.web.library;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import io.pledge.lessons.Lesson;
import io.pledge.lessons.LessonId;
import io.pledge.lessons.Lessons;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Ticket;

/**
 * Which lessons somebody may open: a published text is for all staff; what nobody has reviewed still speaks of one customer, and is for
 * those who see the case it comes from. To others there is no such lesson.
 */
@Component
class LessonSight {
    private final Lessons lessons;
    private final Cases cases;

    LessonSight(Lessons lessons, Cases cases) {
        this.lessons = lessons;
        this.cases = cases;
    }

    /** A lesson of which somebody wants to read a text. */
    Lesson toRead(long id, Optional<Integer> text, SignedIn me) {
        return lessons.find(new LessonId(id))
                .filter(lesson -> isPublished(lesson, text) || ticket(lesson, me).isPresent())
                .orElseThrow(LessonSight::notFound);
    }

    /** A lesson that somebody wants to change. */
    Lesson toWrite(long id, SignedIn me) {
        return lessons.find(new LessonId(id)).filter(lesson -> ticket(lesson, me).isPresent())
                .orElseThrow(LessonSight::notFound);
    }

    /** A lesson on which somebody wants to decide, which takes a reviewer. */
    Lesson toReview(long id, SignedIn me) {
        Lesson lesson = toWrite(id, me);
        if (!Lessons.mayReview(me.roles())) {
            throw new AccessDeniedException(me.username() + " reviews no lessons");
        }
        return lesson;
    }

    /** The case a lesson comes from; empty where it is not for this reader. */
    Optional<Ticket> ticket(Lesson lesson, SignedIn me) {
        return Optional.of(cases.require(lesson.ticket()))
                .filter(ticket -> me.scope().sees(ticket.involvedPaths(), ticket.accountManager()));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static boolean isPublished(Lesson lesson, Optional<Integer> text) {
        var published = lesson.published();
        return published != null && published.equals(text.orElse(published));
    }
}
