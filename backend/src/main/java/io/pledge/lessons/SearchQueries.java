package io.pledge.lessons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.util.NamedValue;
import org.jspecify.annotations.Nullable;

import io.pledge.organisation.Scope;
import io.pledge.ticket.Ticket;

/** The questions as the engine takes them. */
final class SearchQueries {
    private static final String ENOUGH_WORDS = "2<70%";
    private static final String RESEMBLES = "30%";
    private static final int TELLING_WORDS = 20;

    private SearchQueries() {}

    /** Entries with these words, those of the title before others, among what the scope reaches. */
    static Query words(SearchQuestion question, Scope scope) {
        return Query.of(q -> q.bool(bool -> {
            bool.must(m -> m.match(w -> w.field(IndexLayout.WORDS).query(question.text())
                    .minimumShouldMatch(ENOUGH_WORDS)));
            bool.should(s -> s.match(w -> w.field("title").query(question.text()).boost(2f)));
            bool.should(s -> s.match(w -> w.field("cause").query(question.text())));
            bool.filter(reach(question.shelf(), scope));
            equal(bool, "kind", question.kind() == null ? null : question.kind().name());
            equal(bool, "product", question.product());
            return bool;
        }));
    }

    private static void equal(BoolQuery.Builder bool, String field, @Nullable String value) {
        if (value != null) {
            bool.filter(f -> f.term(t -> t.field(field).value(value)));
        }
    }

    /** Entries that share telling words with the case, or its product and any word; the same product and kind weigh more. */
    static Query like(Ticket ticket, String text, SearchQuestion.Shelf shelf, Scope scope) {
        return Query.of(q -> q.bool(bool -> {
            bool.must(m -> m.bool(resembles -> resembles(resembles, ticket, text)));
            bool.filter(reach(shelf, scope));
            bool.mustNot(n -> n.term(t -> t.field("ticket").value(ticket.id().value())));
            bool.should(s -> s.constantScore(c -> c.boost(1f).filter(f -> f.term(
                    t -> t.field("kind").value(ticket.kind().name())))));
            return bool;
        }));
    }

    private static BoolQuery.Builder resembles(BoolQuery.Builder bool, Ticket ticket, String text) {
        bool.minimumShouldMatch("1");
        bool.should(s -> s.moreLikeThis(like -> like.fields(IndexLayout.WORDS).like(l -> l.text(text)).minTermFreq(1)
                .minDocFreq(1).minWordLength(2).maxQueryTerms(TELLING_WORDS).minimumShouldMatch(RESEMBLES)));
        if (ticket.product() != null) {
            bool.should(s -> s.bool(both -> both.boost(2f)
                    .must(m -> m.term(t -> t.field("product").value(ticket.product())))
                    .must(m -> m.match(w -> w.field(IndexLayout.WORDS).query(text)))));
        }
        return bool;
    }

    /** Lessons are everybody's; a case is seen as {@link Scope} says. */
    private static Query reach(SearchQuestion.Shelf shelf, Scope scope) {
        return switch (shelf) {
            case LESSONS -> type("LESSON");
            case CASES -> cases(scope);
            case ALL -> Query.of(q -> q.bool(b -> b.should(type("LESSON"), cases(scope)).minimumShouldMatch("1")));
        };
    }

    private static Query type(String type) {
        return Query.of(q -> q.term(t -> t.field("type").value(type)));
    }

    private static Query cases(Scope scope) {
        if (scope.all()) {
            return type("CASE");
        }
        var sees = new ArrayList<Query>();
        scope.unitPaths().stream().filter(path -> scope.unitPaths().stream().noneMatch(other -> !other.equals(path)
                && path.startsWith(other)))
                .forEach(top -> sees.add(Query.of(q -> q.prefix(p -> p.field("paths").value(top)))));
        var managers = scope.managedBy().stream().map(FieldValue::of).toList();
        sees.add(Query.of(q -> q.terms(t -> t.field("manager").terms(v -> v.value(managers)))));
        return Query.of(q -> q.bool(b -> b.must(type("CASE"))
                .must(m -> m.bool(any -> any.should(sees).minimumShouldMatch("1")))));
    }

    /** Marks the words of the question wherever they stand. */
    static Highlight marks(String text, int fragmentSize) {
        List<NamedValue<HighlightField>> fields = Arrays.stream(IndexLayout.TEXTS)
                .map(field -> NamedValue.of(field,
                        HighlightField.of(f -> f.numberOfFragments(field.equals("title") ? 0 : 1))))
                .toList();
        return Highlight.of(h -> h.preTags(MarkedText.OPEN).postTags(MarkedText.CLOSE).requireFieldMatch(false)
                .fragmentSize(fragmentSize)
                .highlightQuery(q -> q.match(m -> m.field(IndexLayout.WORDS).query(text)))
                .fields(fields));
    }
}
