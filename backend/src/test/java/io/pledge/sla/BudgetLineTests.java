package io.pledge.sla;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.organisation.Tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may be said of budgets in the policies, and what is refused with file, line and reason. */
class BudgetLineTests {
    private static final String RESOLUTION = "resolution: {within: PT8H, on: always}";

    @Test
    void aLineMayGiveEachTierAShareOfTheTimeForTheSolution() {
        assertThat(read(RESOLUTION, "{local: 0.5, regional: 0.3, headquarters: 0.2}").shares())
                .isEqualTo(Map.of(Tier.LOCAL, 0.5, Tier.REGIONAL, 0.3, Tier.HEADQUARTERS, 0.2));
    }

    @Test
    void sharesOfTheWholeAreTakenHoweverTheyAddUpInBinary() {
        assertThat(read(RESOLUTION, "{local: 0.7, regional: 0.2, headquarters: 0.1}").shares()).hasSize(3);
        assertThat(read(RESOLUTION, "{local: 0.1, regional: 0.2, headquarters: 0.7}").shares()).hasSize(3);
    }

    @Test
    void aTierMayBeLeftOutAndSoMayAllOfThem() {
        assertThat(read(RESOLUTION, "{regional: 0.4}").shares()).containsOnlyKeys(Tier.REGIONAL);
        assertThat(read(RESOLUTION, null)).isEqualTo(Budgets.NONE);
    }

    @Test
    void anUnknownTierIsRefused() {
        refused(RESOLUTION, "{local: 0.5, global: 0.3}", "unknown key 'global'; known here: local, regional");
    }

    @Test
    void aShareOfNothingIsRefused() {
        refused(RESOLUTION, "{local: 0}", "a budget is a share above 0 and at most 1");
        refused(RESOLUTION, "{local: -0.1}", "a budget is a share above 0 and at most 1");
    }

    @Test
    void moreThanTheWholeIsRefused() {
        refused(RESOLUTION, "{local: 0.6, regional: 0.3, headquarters: 0.2}",
                "the budgets are more than the whole time together");
        refused(RESOLUTION, "{local: 1.2}", "a budget is a share above 0 and at most 1");
    }

    @Test
    void aBudgetOfATimeThatIsNotPromisedIsRefused() {
        refused("on-site: {within: PT8H, on: always}", "{local: 0.5}",
                "a budget is a share of the time for a resolution, and the line promises none");
    }

    @Test
    void termsThatWereStoredBeforeThereWereBudgetsAreReadAsTermsWithout() {
        var stored = """
                {"line": "major", "policyVersion": 3, "targets": {}, "warningShare": 0.75, "acknowledgedBy": "PERSON",
                 "pauses": ["RESOLUTION"], "escalates": true}
                """;
        assertThat(new JsonMapper().readValue(stored, TicketTerms.class).budgets()).isNull();
    }

    private static void refused(String promised, String budgets, String reason) {
        assertThatThrownBy(() -> read(promised, budgets)).isInstanceOf(ConfigurationInvalid.class)
                .hasMessageContaining("sla-policies.yml:8:").hasMessageContaining(reason);
    }

    private static Budgets read(String promised, String budgets) {
        var text = """
                lines: []
                default:
                  name: default
                  acknowledgement: {within: PT1H, on: always}
                  progress: {within: PT2H, on: always}
                  %s
                  warning: 0.5
                  %s
                chains:
                  default: {steps: [{to: stays}]}
                """.formatted(promised, budgets == null ? "" : "budgets: " + budgets);
        return PolicyFile.read(ConfigFile.read(Path.of("sla-policies.yml"), new StringReader(text))).getFirst()
                .budgets();
    }
}
