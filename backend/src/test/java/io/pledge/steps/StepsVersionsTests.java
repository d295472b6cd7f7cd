package io.pledge.steps;

import java.nio.file.Path;
import java.time.Clock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.config.ConfigFolder;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.organisation.Units;
import io.pledge.testing.OwnConfig;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A changed file is for cases that come in from then on. */
@PledgeTest
class StepsVersionsTests {
    @Autowired
    private BeanFactory beans;
    @Autowired
    private StepsVersions before;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Units units;
    @Autowired
    private Clock clock;
    @TempDir
    private Path folder;

    @BeforeEach
    void theFilesOfTheHouse() {
        OwnConfig.copyInto(folder);
    }

    @Test
    void theSameFileIsTheSameVersion() {
        assertThat(start().current()).isEqualTo(before.current());
    }

    @Test
    void aCaseUnderWayKeepsTheStepsItCameInWith() {
        var repair = StepCase.open(beans, TicketKind.REPAIR);
        OwnConfig.edit(folder, "steps.yml", "key: ship\n", "key: send\n");
        OwnConfig.edit(folder, "steps.yml", "after: [ship]", "after: [send]");

        var after = start();

        assertThat(after.current()).isNotEqualTo(before.current());
        assertThat(after.book(after.current()).of(TicketKind.REPAIR).step("ship")).isEmpty();
        assertThat(after.book(repair.sheet().version()).of(TicketKind.REPAIR).step("ship")).isPresent();
        repair.ship();
        assertThat(repair.state("fitted")).isEqualTo(StepState.OPEN);
    }

    @Test
    void aUnitThatThereIsNotStopsTheStartWithItsLine() {
        OwnConfig.edit(folder, "steps.yml", "by: {unit: hq}", "by: {unit: moon}");
        var moon = start();
        assertThatExceptionOfType(ConfigurationInvalid.class).isThrownBy(moon::requireUnits).satisfies(invalid -> {
            assertThat(invalid.reason()).isEqualTo("there is no unit 'moon'");
            assertThat(invalid.line()).isGreaterThan(36);
        });
    }

    @Test
    void aMissingFileStopsTheStart() {
        var nowhere = new ConfigFolder(folder.resolve("nowhere").toString());
        assertThatExceptionOfType(ConfigurationInvalid.class)
                .isThrownBy(() -> new StepsVersions(nowhere, jdbc, units, clock))
                .satisfies(invalid -> assertThat(invalid.reason()).isEqualTo("the file is missing"));
    }

    private StepsVersions start() {
        return new StepsVersions(new ConfigFolder(folder.toString()), jdbc, units, clock);
    }
}
