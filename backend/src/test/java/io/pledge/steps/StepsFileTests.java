package io.pledge.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.pledge.config.ConfigurationInvalid;
import io.pledge.testing.Misprint;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/** The operator's file of forms and steps. */
class StepsFileTests {
    private static final Path FILE = Path.of("config/steps.yml");

    @TempDir
    private Path folder;

    @Test
    void theFileThatComesWithTheHouseNamesEveryKind() {
        assertThat(read(FILE).kinds().keySet()).containsExactlyInAnyOrder(TicketKind.values());
    }

    @Test
    void nothingStandsBeforeTheShipmentOfAReplacement() {
        assertThat(read(FILE).of(TicketKind.REPAIR).step("ship")).hasValueSatisfying(ship -> {
            assertThat(ship.ships()).isTrue();
            assertThat(ship.after()).isEmpty();
            assertThat(ship.onlyIf()).isNull();
        });
    }

    @Test
    void noStepDecidesWhetherAReturnIsTaken() {
        var goods = read(FILE).of(TicketKind.RETURN);
        assertThat(goods.steps().flatMap(step -> step.fields().stream()).flatMap(field -> field.choices().stream())
                .map(choice -> choice.label().english()))
                .noneMatch(label -> label.matches("(?i).*(declin|refus|reject).*"));
    }

    @Test
    void theClaimRunsBesideTheNewDeliveryAndOutlivesTheCase() {
        var delivery = read(FILE).of(TicketKind.DELIVERY);
        assertThat(delivery.tracks()).extracting(Track::key, Track::outlives).containsExactly(
                tuple("reshipment", false),
                tuple("claim", true));
        assertThat(delivery.tracks().getLast().steps()).noneMatch(StepDefinition::beforeResolving);
    }

    @ParameterizedTest
    @EnumSource(TicketKind.class)
    void aKindThatIsLeftOutAsksNothingAndHasNoSteps(TicketKind kind) {
        assertThat(StepsFile.read(FILE, "kinds: {}").of(kind)).isEqualTo(KindSteps.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            \\nkinds:\\n | \\nkind:\\n | 2 | unknown key 'kind'
            consultation: {} | consultations: {} | 0 | unknown key 'consultations'
            key: wish | key: My wish | 0 | a key is small letters, digits and dashes
            type: long-text | type: essay | 0 | 'essay' is none of text, long-text, choice
            zh-CN: 您希望我们怎样弥补？ | de: Was nun | 0 | unknown key 'de'
            by: holder | by: anybody | 0 | 'anybody' is none of holder, head, account-manager, quality
            by: account-manager | by: unit | 0 | a unit is named
            within: PT8H | within: soon | 0 | a duration such as PT4H
            within: PT8H | within: PT0S | 0 | longer than nothing
            within: PT24H | on: always | 0 | 'on' says how the time of 'within' runs
            after: [heard] | after: [hered] | 0 | there is no step 'hered' of this kind
            key: account | key: heard | 0 | there are two 'heard'
            keeps: shipment | keeps: visit | 0 | 'keeps' is followed by 'shipment'
            {key: tracking, type: text | {key: number, type: text | -5 | a shipment needs a field 'tracking'
            {key: what, type: text, required: true | {key: what, type: text, required: false | -3 | 'what' of a shipment has to be required
            waived, only: head | waived, only: manager | 0 | 'only' is followed by 'head'
            "- {key: too-many, label" | "- {key: too-many, only: head, label" | 0 | a form asks everybody the same
            is: [not-covered] | is: [broken] | 0 | 'broken' is no choice of 'warranty'
            if: {step: decide | if: {step: decided | 0 | there is no step 'decided' with a required choice
            unless-done: arrived | unless-done: arived | 0 | there is no step 'arived'
            tells: message | tells: words | 0 | 'words' is no field of this step
            shows: warranty | shows: price | 0 | 'shows' is followed by 'warranty'
            outlives: true | outlives: yes | 0 | true or false is expected
            """)
    void aMistakeIsNamedWithFileLineAndReason(String right, String wrong, int below, String reason) {
        var misprint = Misprint.in(FILE, folder, right, wrong);

        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> read(misprint.file()))
                .satisfies(invalid -> {
                    assertThat(invalid.file()).isEqualTo(misprint.file().toString());
                    assertThat(invalid.reason()).contains(reason);
                    assertThat(invalid.line()).as(invalid.reason()).isEqualTo(misprint.line() + below);
                });
    }

    @Test
    void stepsThatWaitForEachOtherAreRefused() {
        var misprint = Misprint.in(FILE, folder,
                "            within: PT8H\\n            fields:\\n              - {key: said",
                "            after: [account]\\n            fields:\\n              - {key: said");
        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> read(misprint.file()))
                .satisfies(invalid -> assertThat(invalid.reason()).contains("waits for itself"));
    }

    @Test
    void aChoiceOfOneIsNone() {
        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(() -> StepsFile.read(FILE, """
                kinds:
                  fault:
                    form:
                      - {key: a, type: choice, label: {en: A, zh-CN: 甲}, choices: [{key: b, label: {en: B, zh-CN: 乙}}]}
                """)).satisfies(invalid -> assertThat(invalid.reason()).contains("at least two 'choices'"));
    }

    private static StepsBook read(Path file) {
        try {
            return StepsFile.read(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
