package io.pledge;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import io.pledge.ticket.What;

import static org.assertj.core.api.Assertions.assertThat;

/** Every text is there in English and in Chinese, and says the same things. */
class MessagesTests {
    /** Names a zone, by its place in English and by its own word in Chinese: each takes one of the two arguments. */
    private static final String EITHER_ARGUMENT = "zone.other";
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    static Stream<String> areas() throws IOException {
        return Stream
                .of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_zh_CN.properties"))
                .map(Resource::getFilename).map(name -> name.replace("_zh_CN.properties", "")).distinct();
    }

    @ParameterizedTest
    @MethodSource("areas")
    void bothLanguagesHoldTheSameKeys(String area) throws IOException {
        assertThat(new TreeSet<>(chinese(area).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(english(area).stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("areas")
    void bothLanguagesUseTheSameArguments(String area) throws IOException {
        Properties english = english(area);
        Properties chinese = chinese(area);

        assertThat(english.stringPropertyNames()).isNotEmpty().filteredOn(key -> !key.equals(EITHER_ARGUMENT))
                .allSatisfy(
                        key -> assertThat(arguments(chinese.getProperty(key)))
                                .isEqualTo(arguments(english.getProperty(key))));
    }

    @ParameterizedTest
    @MethodSource("areas")
    void noTextIsEmpty(String area) throws IOException {
        assertThat(english(area).values()).noneMatch(text -> text.toString().isBlank());
        assertThat(chinese(area).values()).noneMatch(text -> text.toString().isBlank());
    }

    /** In a text with arguments an apostrophe quotes them, in one without it would be seen twice. */
    @ParameterizedTest
    @MethodSource("areas")
    void apostrophesAreTypographic(String area) throws IOException {
        assertThat(english(area).values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(chinese(area).values()).noneMatch(text -> text.toString().contains("'"));
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void everythingThatCanHappenToACaseHasWordsForWhoRulesOnIt(What what) throws IOException {
        assertThat(english("quality").stringPropertyNames()).contains("quality.what." + what);
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map((MatchResult found) -> found.group(1)).collect(Collectors.toSet());
    }

    private static Properties english(String area) throws IOException {
        return read(area + ".properties");
    }

    private static Properties chinese(String area) throws IOException {
        return read(area + "_zh_CN.properties");
    }

    private static Properties read(String file) throws IOException {
        var texts = new Properties();
        Resource found = new PathMatchingResourcePatternResolver().getResource("classpath:messages/" + file);
        try (Reader in = new java.io.InputStreamReader(found.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
