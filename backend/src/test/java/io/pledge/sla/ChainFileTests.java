package io.pledge.sla;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.pledge.calendar.WorkingTime;
import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.sla.Chain.Told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The chains that an operator writes. */
class ChainFileTests {
    private static final Path FILE = Path.of("config/sla-policies.yml");
    private static final String TEXT = """
            chains:
              default:
                steps:
                  - {tell: [holder, head], to: regional, take-within: PT2H}
                  - {tell: [head-above], to: headquarters, take-within: PT90M}
              loud:
                at-night: true
                steps:
                  - {to: stays}
            lines:
              - name: critical
                when: {severity: critical}
                acknowledgement: {within: PT1H, on: unit}
                progress: {within: PT1H, on: unit}
                chain: loud
            default:
              name: rest
              acknowledgement: {within: PT1H, on: unit}
              progress: {within: PT1H, on: unit}
            """;

    @Test
    void aLineGoesByTheChainItNamesOtherwiseByTheDefault() {
        var lines = read(TEXT);
        assertThat(lines).extracting(line -> line.chain().name()).containsExactly("loud", "default");
        assertThat(lines.getFirst().chain().atNight()).isTrue();
        assertThat(lines.getLast().chain()).isEqualTo(new Chain("default", false, Chain.Lifts.NONE, List.of(), List.of(
                new Chain.Step(Set.of(Told.HOLDER, Told.HEAD), Chain.To.REGIONAL, WorkingTime.ofHours(2)),
                new Chain.Step(Set.of(Told.HEAD_ABOVE), Chain.To.HEADQUARTERS, WorkingTime.ofMinutes(90)))));
    }

    @Test
    void theFileThatComesWithPledgeSaysWhatNobodyMoves() {
        var lines = PolicyFile.read(FILE);
        assertThat(lines).filteredOn(line -> line.name().equals("replayed")).singleElement().satisfies(line -> {
            assertThat(line.chain().raised()).isEmpty();
            assertThat(line.chain().step(1).to()).isEqualTo(Chain.To.STAYS);
        });
        assertThat(lines).filteredOn(line -> line.name().startsWith("critical"))
                .allSatisfy(line -> assertThat(line.chain().atNight()).isTrue()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            tell: [holder, head]  | tell: [holder, boss]        | 'boss' is none of holder, head, head-above, account-manager
            tell: [holder, head]  | tell: [head, head]          | 'head' is told by this step already
            tell: [head-above]    | tell: [holder]              | nobody holds a case that nobody took; only the first step can tell the holder
            to: regional          | to: moon                    | 'moon' is none of stays, next-tier, regional, headquarters
            to: headquarters      | to: regional                | the step never happens: the steps before it have brought every case so far up
            to: headquarters, take-within: PT90M | to: stays    | only the first step can leave the case where it is; without a step it stays, too
            {to: stays}           | {to: stays, take-within: PT1H} | nobody has to take a case that stays
            take-within: PT2H     | take-within: PT0S           | nobody takes a case in no time
            take-within: PT2H     | take-within: soon           | a duration such as PT4H or PT30M is expected, not 'soon'
            to: regional, take-within: PT2H | to: regional      | 'take-within' is missing
            to: regional, take-within: PT2H | take-within: PT2H | 'to' is missing
            at-night: true        | at-night: maybe             | true or false is expected, not 'maybe'
            at-night: true        | by-night: true              | unknown key 'by-night'; known here: at-night, at-intake, bounces, before, steps
            chain: loud           | chain: quiet                | no chain is named 'quiet'; there are [default, loud]
            chain: loud           | escalates: false            | unknown key 'escalates'; known here: name, when, acknowledgement, progress, on-site, shipment, resolution, closes-after, warning, acknowledged-by, pauses, chain, budgets
            """)
    void aMistakeIsNamedWithFileAndLine(String right, String wrong, String reason) {
        assertThat(TEXT).contains(right);
        int line = TEXT.substring(0, TEXT.indexOf(right)).split("\n", -1).length;
        refused(TEXT.replaceFirst(Pattern.quote(right), wrong), line, reason);
    }

    @Test
    void aChainTellsPeopleUpTheLineAsTheTimeForTheSolutionIsUsed() {
        assertThat(read(early("{at: 0.25, tell: [regional]}", "{at: 0.5, tell: [headquarters, managers]}")).getFirst()
                .chain().before()).containsExactly(new Chain.Notice(0.25, Set.of(Chain.Up.REGIONAL)),
                        new Chain.Notice(0.5, Set.of(Chain.Up.HEADQUARTERS, Chain.Up.MANAGERS)));
        assertThat(read(TEXT)).allSatisfy(line -> assertThat(line.chain().before()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {at: 0, tell: [head]}     | people are told at a share of the time above 0 and below 1
            {at: 1, tell: [head]}     | people are told at a share of the time above 0 and below 1
            {at: soon, tell: [head]}  | a number is expected, not 'soon'
            {at: 0.25, tell: [head]}  | the shares grow from line to line, and 0.25 comes after 0.25
            {at: 0.5, tell: []}       | nobody is told
            {at: 0.5, tell: [boss]}   | 'boss' is none of head, regional, headquarters, managers, account-manager
            {at: 0.5}                 | 'tell' is missing
            {tell: [head]}            | 'at' is missing
            {at: 0.5, tell: [head], to: regional} | unknown key 'to'; known here: at, tell
            """)
    void aMistakenNoticeIsNamedWithFileAndLine(String wrong, String reason) {
        var text = early("{at: 0.25, tell: [regional]}", wrong);
        refused(text, text.substring(0, text.indexOf("0.25, tell: [regional]")).split("\n", -1).length + 1, reason);
    }

    @Test
    void aChainSaysWhereACaseGoesAtOnceAndHowOftenItMayBeHandedBack() {
        assertThat(read(with("at-intake: regional", "bounces: 2")).getFirst().chain().lifts())
                .isEqualTo(new Chain.Lifts(Chain.To.REGIONAL, 2));
        assertThat(read(TEXT)).allSatisfy(line -> assertThat(line.chain().lifts()).isEqualTo(Chain.Lifts.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            at-intake: stays | a case stays at its home where the chain does not say 'at-intake'
            at-intake: moon  | 'moon' is none of stays, next-tier, regional, headquarters
            bounces: 0       | a case is handed back once or more, at most 100 times
            bounces: 2.5     | a case is handed back once or more, at most 100 times
            bounces: 101     | a case is handed back once or more, at most 100 times
            bounces: often   | a number is expected, not 'often'
            """)
    void aMistakenLiftIsNamedWithFileAndLine(String wrong, String reason) {
        var text = with(wrong, "steps:");
        refused(text, text.substring(0, text.indexOf(wrong)).split("\n", -1).length, reason);
    }

    private static String with(String one, String other) {
        return TEXT.replaceFirst("    at-night: true\n", "    at-night: true\n    " + one + "\n"
                + (other.equals("steps:") ? "" : "    " + other + "\n"));
    }

    private static String early(String one, String other) {
        return TEXT.replaceFirst("    at-night: true\n",
                "    at-night: true\n    before:\n      - %s\n      - %s\n".formatted(one, other));
    }

    @Test
    void aChainWithoutStepsIsRefused() {
        refused(TEXT.replaceFirst("(?s)    steps:\\R      - \\{to: stays}", "    steps: []"), 8,
                "the chain 'loud' has no step");
        refused(TEXT.replaceFirst("(?s)    steps:\\R      - \\{to: stays}", ""), 7, "'steps' is missing");
    }

    @Test
    void aChainThatNoLineUsesIsRefused() {
        refused(TEXT.replaceFirst("    chain: loud\\R", ""), 7, "no line uses the chain 'loud'");
    }

    @Test
    void aLineWithoutAChainNeedsTheDefault() {
        refused(TEXT.replaceFirst("  default:", "  other:"), 17,
                "the line names no chain, and none is named 'default'");
    }

    private static void refused(String text, int line, String reason) {
        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> read(text))
                .withMessage("config/sla-policies.yml:%d: %s".formatted(line, reason));
    }

    private static List<Policies.Line> read(String text) {
        return PolicyFile.read(ConfigFile.read(FILE, new StringReader(text)));
    }
}
