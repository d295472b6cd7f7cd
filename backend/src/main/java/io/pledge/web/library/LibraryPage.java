package io.pledge.web.library;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

import io.pledge.lessons.LessonFilter;
import io.pledge.lessons.Library;
import io.pledge.lessons.SearchQuestion;
import io.pledge.lessons.SearchUnavailable;
import io.pledge.lessons.Shelves;
import io.pledge.organisation.Products;
import io.pledge.security.SignedIn;
import io.pledge.ticket.TicketKind;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The case library: the shelves, newest first, and what a search finds. */
@Controller
class LibraryPage {
    private static final int PAGE = 20;

    private final Library library;
    private final Shelves shelves;
    private final LessonCards cards;
    private final Products products;
    private final TimeWords words;

    LibraryPage(Library library, Shelves shelves, LessonCards cards, Products products, TimeWords words) {
        this.library = library;
        this.shelves = shelves;
        this.cards = cards;
        this.products = products;
        this.words = words;
    }

    /** What stands in the address; what does not make sense there is left out. */
    record Asked(@Nullable String q, @Nullable String in, @Nullable String kind, @Nullable String product,
            @Nullable String shelf, @Nullable String after) {
        String text() {
            return q == null ? "" : q.strip();
        }

        String address(String next) {
            return UriComponentsBuilder.fromPath("/library").queryParam("q", "{q}").queryParam("in", "{in}")
                    .queryParam("kind", "{kind}").queryParam("product", "{product}").queryParam("shelf", "{shelf}")
                    .queryParam("after", "{after}").encode()
                    .buildAndExpand(text(), blank(in), blank(kind), blank(product), blank(shelf), next).toUriString();
        }

        private static String blank(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @GetMapping("/library")
    ModelAndView library(Asked asked, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var page = new ModelAndView("library/library").addObject("asked", asked);
        page.addObject("kinds", Arrays.stream(TicketKind.values())
                .map(kind -> Option.of(kind.name(), words.say("kind." + kind, reader.locale()))).toList());
        page.addObject("products", products.names());
        page.addObject("places", places(reader.locale())).addObject("waiting", shelves.awaitingReview(me.scope()));
        page.addObject("shelf", shelf(asked).name());
        if (asked.text().isEmpty()) {
            return shelf(page, asked, me, reader);
        }
        try {
            return found(page, asked, me, reader);
        } catch (SearchUnavailable silent) {
            return shelf(page.addObject("down", true), asked, me, reader);
        }
    }

    private ModelAndView found(ModelAndView page, Asked asked, SignedIn me, Reader reader) {
        var place = read(SearchQuestion.Shelf.class, asked.in());
        var question = new SearchQuestion(asked.text(), place == null ? SearchQuestion.Shelf.ALL : place,
                read(TicketKind.class, asked.kind()), product(asked));
        var answer = library.search(question, me.scope(), asked.after());
        page.addObject("found", true).addObject("total", answer.total());
        page.addObject("cards", answer.found().stream().map(found -> cards.found(found, reader)).toList());
        return answer.next() == null ? page : page.addObject("more", asked.address(answer.next()));
    }

    private ModelAndView shelf(ModelAndView page, Asked asked, SignedIn me, Reader reader) {
        var shelf = shelf(asked);
        var list = shelves.list(new LessonFilter(shelf, read(TicketKind.class, asked.kind()), product(asked)),
                me.scope(), cursor(asked.after()), PAGE);
        page.addObject("cards", list.stream()
                .map(one -> cards.shelved(one, shelf == LessonFilter.Shelf.REVIEW, reader)).toList());
        if (list.size() == PAGE) {
            var last = list.getLast().cursor();
            page.addObject("more", asked.address(last.changedAt() + "_" + last.id()));
        }
        return page;
    }

    private List<Option> places(Locale locale) {
        return Arrays.stream(SearchQuestion.Shelf.values())
                .map(place -> Option.of(place.name(), words.say("library.in." + place, locale))).toList();
    }

    private @Nullable String product(Asked asked) {
        return asked.product() != null && products.names().contains(asked.product()) ? asked.product() : null;
    }

    private static LessonFilter.Shelf shelf(Asked asked) {
        var shelf = read(LessonFilter.Shelf.class, asked.shelf());
        return shelf == null ? LessonFilter.Shelf.PUBLISHED : shelf;
    }

    private static LessonFilter.@Nullable Cursor cursor(@Nullable String text) {
        try {
            var parts = text == null ? new String[0] : text.split("_");
            return parts.length == 2
                    ? new LessonFilter.Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]))
                    : null;
        } catch (java.time.DateTimeException | NumberFormatException forged) {
            return null;
        }
    }

    private static <E extends Enum<E>> @Nullable E read(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(name)).findFirst()
                .orElse(null);
    }
}
