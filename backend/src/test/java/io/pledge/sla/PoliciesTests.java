package io.pledge.sla;

import java.io.StringReader;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.pledge.config.ConfigFile;
import io.pledge.customer.ContractLevel;
import io.pledge.organisation.Tier;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Which line of the policies a ticket is promised by. */
class PoliciesTests {
    private static final String TIMES = "acknowledgement: {within: PT1H, on: always}, progress: {within: PT2H, on: always}";
    private static final String DEFAULT = "default: {name: default, " + TIMES + "}\n";

    @Test
    void theFirstLineThatFitsCounts() {
        var critical = line("critical", "severity: critical");
        var gold = line("gold", "level: gold");
        var both = asked(ContractLevel.GOLD, null, TicketKind.FAULT, Severity.CRITICAL, Tier.LOCAL);

        assertThat(matched(critical + gold, both)).isEqualTo("critical");
        assertThat(matched(gold + critical, both)).isEqualTo("gold");
    }

    @Test
    void aLineAsksForLevelCustomerKindSeverityAndTier() {
        var line = line("narrow", "level: gold, customer: mill, kind: repair, severity: major, tier: regional");

        assertThat(matched(line, asked(ContractLevel.GOLD, "mill", TicketKind.REPAIR, Severity.MAJOR, Tier.REGIONAL)))
                .isEqualTo("narrow");
        for (var other : new Policies.Asked[]{
                asked(ContractLevel.SILVER, "mill", TicketKind.REPAIR, Severity.MAJOR, Tier.REGIONAL),
                asked(null, "mill", TicketKind.REPAIR, Severity.MAJOR, Tier.REGIONAL),
                asked(ContractLevel.GOLD, "port", TicketKind.REPAIR, Severity.MAJOR, Tier.REGIONAL),
                asked(ContractLevel.GOLD, null, TicketKind.REPAIR, Severity.MAJOR, Tier.REGIONAL),
                asked(ContractLevel.GOLD, "mill", TicketKind.FAULT, Severity.MAJOR, Tier.REGIONAL),
                asked(ContractLevel.GOLD, "mill", TicketKind.REPAIR, Severity.MINOR, Tier.REGIONAL),
                asked(ContractLevel.GOLD, "mill", TicketKind.REPAIR, Severity.MAJOR, Tier.LOCAL)}) {
            assertThat(matched(line, other)).as(other.toString()).isEqualTo("default");
        }
    }

    @Test
    void oneOfSeveralValuesIsEnough() {
        var line = line("either", "kind: [repair, return], severity: [critical, major]");

        assertThat(matched(line, asked(null, null, TicketKind.RETURN, Severity.MAJOR, Tier.LOCAL))).isEqualTo("either");
        assertThat(matched(line, asked(null, null, TicketKind.RETURN, Severity.MINOR, Tier.LOCAL)))
                .isEqualTo("default");
    }

    @Test
    void whatNoLineFitsIsPromisedByTheDefault() {
        assertThat(matched(line("critical", "severity: critical"),
                asked(null, null, TicketKind.SUGGESTION, Severity.MINOR, Tier.LOCAL))).isEqualTo("default");
    }

    private static String line(String name, String when) {
        return "  - {name: %s, when: {%s}, %s}\n".formatted(name, when, TIMES);
    }

    private static Policies.Asked asked(@Nullable ContractLevel level, @Nullable String customer, TicketKind kind,
            Severity severity, Tier tier) {
        return new Policies.Asked(level, customer, kind, severity, tier);
    }

    private static String matched(String lines, Policies.Asked asked) {
        var chains = "chains: {default: {steps: [{tell: [head], to: stays}]}}\n";
        var file = ConfigFile.read(Path.of("policies.yml"), new StringReader(chains + "lines:\n" + lines + DEFAULT));
        return new Policies(1, PolicyFile.read(file)).lineFor(asked).name();
    }
}
