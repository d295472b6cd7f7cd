package io.pledge.lessons;

import java.util.List;

import co.elastic.clients.elasticsearch._types.analysis.Analyzer;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexSettings;

/**
 * How the index is laid out. One analyser reads English (stems, without stop words) and Chinese (pairs of characters) alike, of parts
 * that every Elasticsearch 9 and OpenSearch brings along: a text often mixes both languages.
 */
final class IndexLayout {
    /** Raised with every change of the layout: an index of another version is built anew at the next start. */
    static final int VERSION = 2;
    /** All words of an entry together. */
    static final String WORDS = "words";
    static final String[] TEXTS = {"title", "situation", "cause", "remedy", "prevention"};

    /** What people write out of courtesy says nothing of their case, and would make every two letters alike. */
    private static final String[] COURTESY = {"hello", "hi", "dear", "please", "help", "thank", "thanks", "regards",
            "we",
            "our", "us", "i", "my", "me", "you", "your", "can", "could", "would", "have", "has", "had", "do", "does",
            "am",
            "since", "when", "again", "您好", "你好", "谢谢", "感谢", "请帮", "帮忙", "帮助", "我们", "我司", "你们", "您们", "贵司", "麻烦"};
    private static final String ANALYSER = "english_and_chinese";

    private IndexLayout() {}

    static IndexSettings settings() {
        return IndexSettings.of(index -> index.numberOfShards("1").autoExpandReplicas("0-1")
                .analysis(analysis -> analysis
                        .filter("english_stop", f -> f.definition(d -> d.stop(stop -> stop.stopwords("_english_"))))
                        .filter("courtesy", f -> f.definition(d -> d.stop(stop -> stop.stopwords(List.of(COURTESY)))))
                        .filter("english_possessive",
                                f -> f.definition(d -> d.stemmer(s -> s.language("possessive_english"))))
                        .filter("english_stems", f -> f.definition(d -> d.stemmer(s -> s.language("english"))))
                        .analyzer(ANALYSER, Analyzer.of(a -> a.custom(custom -> custom.tokenizer("standard")
                                .filter("cjk_width", "lowercase", "cjk_bigram", "english_possessive", "english_stop",
                                        "courtesy",
                                        "english_stems"))))));
    }

    static TypeMapping mapping() {
        return TypeMapping.of(mapping -> {
            mapping.dynamic(DynamicMapping.Strict);
            for (var field : TEXTS) {
                mapping.properties(field, Property.of(p -> p.text(t -> t.analyzer(ANALYSER).copyTo(WORDS))));
            }
            mapping.properties(WORDS, Property.of(p -> p.text(t -> t.analyzer(ANALYSER))));
            mapping.properties("product", Property.of(p -> p.keyword(k -> k.copyTo(WORDS))));
            for (var field : new String[]{"type", "kind", "paths"}) {
                mapping.properties(field, Property.of(p -> p.keyword(k -> k)));
            }
            for (var field : new String[]{"ref", "ticket", "manager", "at"}) {
                mapping.properties(field, Property.of(p -> p.long_(n -> n)));
            }
            return mapping;
        });
    }
}
