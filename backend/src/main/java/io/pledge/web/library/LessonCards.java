package io.pledge.web.library;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.lessons.Found;
import io.pledge.lessons.MarkedText;
import io.pledge.lessons.Shelves;
import io.pledge.lessons.Similar;
import io.pledge.organisation.Staff;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Puts lessons and cases into words. */
@Component
class LessonCards {
    private static final int EXCERPT = 220;

    private final TimeWords words;
    private final Staff staff;

    LessonCards(TimeWords words, Staff staff) {
        this.words = words;
        this.staff = staff;
    }

    LessonCard found(Found found, Reader reader) {
        var lesson = found.lesson();
        return new LessonCard(href(lesson == null ? null : lesson.value(), found.ticket()),
                lesson == null ? "check" : "book", source(lesson != null, found.ticket(), reader), found.title(),
                found.excerpt(), List.of(words.day(found.at(), reader)), tags(found.product(), found.kind(), reader),
                null);
    }

    LessonCard shelved(Shelves.Shelved shelved, boolean review, Reader reader) {
        var lesson = shelved.lesson();
        var text = lesson.text();
        var by = words.say("library.by", reader.locale(), staff.person(lesson.writtenBy()).name());
        return new LessonCard("/library/" + lesson.id().value() + (review ? "?text=" + lesson.number() : ""), "book",
                source(true, lesson.ticket(), reader), plain(text.title()), plain(cut(text.remedy())),
                List.of(by, words.day(shelved.changedAt(), reader)), tags(lesson.product(), lesson.kind(), reader),
                review ? words.say("library.awaits", reader.locale()) : null);
    }

    SimilarView similar(Similar similar, Reader reader) {
        var lesson = similar.lesson();
        return new SimilarView(href(lesson == null ? null : lesson.value(), similar.ticket()),
                lesson == null ? similar.ticket().number().value() + " " + similar.title() : similar.title(),
                cut(similar.remedy()), reasons(similar, reader), lesson != null);
    }

    private List<String> reasons(Similar similar, Reader reader) {
        var say = reader.locale();
        return Stream.concat(
                Stream.of(similar.sameProduct() ? words.say("library.same.product", say) : null,
                        similar.sameKind() ? words.say("library.same.kind", say) : null).filter(Objects::nonNull),
                similar.words().stream().map(word -> words.say("library.same.word", say, word))).toList();
    }

    private String source(boolean lesson, TicketId ticket, Reader reader) {
        return words.say(lesson ? "library.lesson" : "library.case", reader.locale(), ticket.number().value());
    }

    private List<String> tags(@Nullable String product, TicketKind kind, Reader reader) {
        return Stream.concat(Optional.ofNullable(product).stream(),
                Stream.of(words.say("kind." + kind, reader.locale()))).toList();
    }

    private static String href(@Nullable Long lesson, TicketId ticket) {
        return lesson == null ? "/desk/tickets/" + ticket.number().value() : "/library/" + lesson;
    }

    private static MarkedText plain(String text) {
        return new MarkedText(List.of(new MarkedText.Part(text, false)));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT)).strip() + "…";
    }
}
