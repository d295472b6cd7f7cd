package io.pledge.steps;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pledge.steps.Field.Asked;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be written into fields, and how it is kept. */
class AnswersTests {
    private static final Words ANY = new Words("Any", "任意");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATE    | 2026-11-24        | 2026-11-24
            NUMBER  | 12,5              | 12.5
            NUMBER  | -3                | -3
            MONEY   | 120,5 eur         | 120.5 EUR
            MONEY   | 860.00CNY         | 860.00 CNY
            SERIAL  | RM3-220417        | RM3-220417
            YES_NO  | yes               | yes
            CHOICE  | one               | one
            TEXT    | <script>          | <script>
            """)
    void whatMakesSenseIsKept(FieldType type, String typed, String kept) {
        assertThat(read(type, typed)).satisfies(answers -> {
            assertThat(answers.wrong()).isEmpty();
            assertThat(answers.values()).containsExactly(Map.entry("any", kept));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATE    | 24.11.2026   | DATE
            DATE    | 2026-02-30   | DATE
            DATE    | 9999-01-01   | DATE
            NUMBER  | twelve       | NUMBER
            NUMBER  | 1e9          | NUMBER
            MONEY   | 120          | MONEY
            MONEY   | 120 XQX      | MONEY
            MONEY   | -5 EUR       | MONEY
            SERIAL  | <b>          | SERIAL
            YES_NO  | perhaps      | YES_NO
            CHOICE  | three        | CHOICE
            """)
    void whatMakesNoneIsNamed(FieldType type, String typed, FieldError error) {
        assertThat(read(type, typed)).satisfies(answers -> {
            assertThat(answers.wrong()).containsExactly(Map.entry("any", error));
            assertThat(answers.values()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"TEXT,300,true", "TEXT,301,false", "LONG_TEXT,8000,true", "LONG_TEXT,8001,false",
            "LONG_TEXT,10000,false"})
    void whatIsTooLongIsNotCut(FieldType type, int length, boolean taken) {
        assertThat(read(type, "字".repeat(length)).wrong().isEmpty()).isEqualTo(taken);
    }

    @Test
    void onlyAHeadMayChooseWhatIsTheHeads() {
        assertThat(Answers.read(List.of(field(FieldType.CHOICE)), Map.of("any", "two"), Map.of(), false).wrong())
                .containsEntry("any", FieldError.HEAD_ONLY);
        assertThat(Answers.read(List.of(field(FieldType.CHOICE)), Map.of("any", "two"), Map.of(), true).wrong())
                .isEmpty();
    }

    @Test
    void whatNobodyAskedForIsPassedOver() {
        assertThat(Answers.read(List.of(field(FieldType.TEXT)), Map.of("any", "a", "forged", "b"), Map.of(), false)
                .values()).containsOnlyKeys("any");
    }

    @Test
    void aFileIsThereWhenOneWasChosenAndNotWhenItsNameWasTyped() {
        assertThat(Answers.read(List.of(field(FieldType.FILE)), Map.of("any", "a.png"), Map.of(), false).wrong())
                .containsEntry("any", FieldError.NEEDED);
        assertThat(Answers.read(List.of(field(FieldType.FILE)), Map.of(), Map.of("any", "a.png"), false).values())
                .containsEntry("any", "a.png");
    }

    private static Answers read(FieldType type, String typed) {
        return Answers.read(List.of(field(type)), Map.of("any", typed), Map.of(), false);
    }

    private static Field field(FieldType type) {
        return new Field("any", type, ANY, null, true, Asked.STAFF, type == FieldType.CHOICE
                ? List.of(new Field.Choice("one", ANY, false), new Field.Choice("two", ANY, true))
                : List.of());
    }
}
