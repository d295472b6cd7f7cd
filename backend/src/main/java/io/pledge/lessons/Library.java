package io.pledge.lessons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Scope;
import io.pledge.ticket.Author;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Message;
import io.pledge.ticket.Messages;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

/** Finds lessons and solved cases by their words. */
@Component
public class Library {
    private static final int PAGE = 20;
    private static final int EXCERPT = 220;
    private static final int WORDS_SHOWN = 4;

    private final IndexEngine engine;
    private final Cases cases;
    private final Messages messages;
    private final Reachable reachable;

    Library(IndexEngine engine, Cases cases, Messages messages, Reachable reachable) {
        this.engine = engine;
        this.cases = cases;
        this.messages = messages;
        this.reachable = reachable;
    }

    /**
     * Published lessons, and solved cases within the scope, that have the words, best first.
     *
     * @param after what the page before said the next one begins with; null for the first
     * @throws SearchUnavailable while the engine does not answer
     */
    public SearchAnswer search(SearchQuestion question, Scope scope, @Nullable String after) {
        var request = new SearchRequest.Builder().index(engine.live()).size(PAGE)
                .query(SearchQueries.words(question, scope))
                .highlight(SearchQueries.marks(question.text(), EXCERPT))
                .sort(s -> s.score(o -> o.order(SortOrder.Desc)))
                .sort(s -> s.field(f -> f.field("type").order(SortOrder.Desc)))
                .sort(s -> s.field(f -> f.field("ref").order(SortOrder.Desc)));
        Optional.ofNullable(after).flatMap(SearchCursor::read).ifPresent(cursor -> request.searchAfter(cursor));
        var answer = engine.search(request.build()).hits();
        var found = reached(answer.hits(), scope).stream().map(Library::found).toList();
        var next = answer.hits().size() < PAGE ? null : SearchCursor.write(answer.hits().getLast().sort());
        return new SearchAnswer(answer.total() == null ? found.size() : answer.total().value(), found, next);
    }

    /**
     * Published lessons that resemble the case, then solved cases within the scope that do, best first.
     *
     * @param most how many of each
     * @throws SearchUnavailable while the engine does not answer
     */
    public List<Similar> similarTo(TicketId id, Scope scope, int most) {
        var ticket = cases.require(id);
        var text = ticket.title() + "\n" + messages.of(id).stream().filter(m -> m.author() == Author.CUSTOMER)
                .findFirst().map(Message::body).orElse("");
        var similar = new ArrayList<Similar>();
        for (var shelf : List.of(SearchQuestion.Shelf.LESSONS, SearchQuestion.Shelf.CASES)) {
            var request = SearchRequest.of(r -> r.index(engine.live()).size(most)
                    .query(SearchQueries.like(ticket, text, shelf, scope))
                    .highlight(SearchQueries.marks(text, EXCERPT)));
            reached(engine.search(request).hits().hits(), scope).stream()
                    .map(hit -> similar(hit, ticket.product(), ticket.kind())).forEach(similar::add);
        }
        return similar;
    }

    private List<Hit<IndexEntry>> reached(List<Hit<IndexEntry>> hits, Scope scope) {
        var reached = reachable.among(hits.stream().map(hit -> entry(hit).subject()).toList(), scope);
        return hits.stream().filter(hit -> reached.contains(entry(hit).subject())).toList();
    }

    private static Found found(Hit<IndexEntry> hit) {
        var entry = entry(hit);
        var title = hit.highlight().getOrDefault("title", List.of(entry.title())).getFirst();
        var excerpt = List.of("situation", "cause", "remedy", "prevention").stream()
                .flatMap(field -> hit.highlight().getOrDefault(field, List.of()).stream()).findFirst()
                .orElse(entry.remedy());
        return new Found(lesson(entry), new TicketId(entry.ticket()), MarkedText.read(title),
                MarkedText.read(excerpt), TicketKind.valueOf(entry.kind()), entry.product(),
                Instant.ofEpochMilli(entry.at()));
    }

    private static Similar similar(Hit<IndexEntry> hit, @Nullable String product, TicketKind kind) {
        var entry = entry(hit);
        var words = new LinkedHashSet<String>();
        for (var field : IndexLayout.TEXTS) {
            hit.highlight().getOrDefault(field, List.of())
                    .forEach(text -> words.addAll(MarkedText.read(text).markedWords()));
        }
        return new Similar(lesson(entry), new TicketId(entry.ticket()), entry.title(), entry.remedy(),
                product != null && product.equals(entry.product()), kind.name().equals(entry.kind()),
                words.stream().limit(WORDS_SHOWN).toList());
    }

    private static @Nullable LessonId lesson(IndexEntry entry) {
        return entry.subject().type() == Subject.Type.LESSON ? new LessonId(entry.ref()) : null;
    }

    private static IndexEntry entry(Hit<IndexEntry> hit) {
        var entry = hit.source();
        if (entry == null) {
            throw new IllegalStateException("the engine gave no source of " + hit.id());
        }
        return entry;
    }

    /** Where a page ends, as a link carries it. */
    private static final class SearchCursor {
        static String write(List<FieldValue> sort) {
            return sort.getFirst().doubleValue() + "_" + sort.get(1).stringValue() + "_" + sort.getLast().longValue();
        }

        static Optional<List<FieldValue>> read(String text) {
            var parts = text.split("_");
            try {
                return parts.length == 3
                        ? Optional.of(List.of(FieldValue.of(Double.parseDouble(parts[0])), FieldValue.of(parts[1]),
                                FieldValue.of(Long.parseLong(parts[2]))))
                        : Optional.empty();
            } catch (NumberFormatException forged) {
                return Optional.empty();
            }
        }
    }
}
