package io.pledge.sla;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.config.ConfigurationInvalid;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a node that starts refuses of its policies and calendars, naming file and line wherever a file says it. */
@PledgeTest
class RefusedStartTests {
    private static final String ORGANISATION = "organisation.yml";
    private static final String WARSAW = "calendar: office-warsaw";

    @TempDir
    private Path folder;
    @Autowired
    private ApplicationContext beans;
    @Autowired
    private JdbcClient jdbc;
    private Path disk;
    private LoaderNode node;
    private long entries;

    @BeforeEach
    void aNodeThatRan() {
        disk = folder.resolve("config");
        node = LoaderNode.start(disk, beans);
        entries = entries();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            calendars/office-warsaw.yml | mon-fri: 08:00-16:30 | mon-fri: [08:00-12:01, 12:00-16:30] | 0 | 08:00-12:01 and 12:00-16:30 overlap
            calendars/office-warsaw.yml | zone: Europe/Warsaw | zone: Europe/Warschau | 0 | 'Europe/Warschau' is no IANA time zone
            calendars/office-shanghai.yml | - holidays/china.ics | - holidays/chine.ics | 0 | holidays/chine.ics cannot be read
            sla-policies.yml | when: {level: gold, severity: critical} | when: {severity: critical} | 7 | line 'critical' never matches: line 'critical-gold' above matches all of it
            sla-policies.yml | progress: {within: PT40H, on: unit} | progress: {within: PT0S, on: unit} | 0 | a promise needs some time
            """)
    void aStartWithABrokenFileIsRefusedWithFileAndLine(String file, String right, String wrong, int below,
            String reason) throws Exception {
        node.edit(file, text -> text.replace(right, wrong));
        int line = line(file, wrong) + below;

        assertThat(refused()).satisfies(invalid -> {
            assertThat(invalid.file()).isEqualTo(disk.resolve(file).toString());
            assertThat(invalid.line()).isEqualTo(line);
            assertThat(invalid.reason()).contains(reason);
        });
    }

    @Test
    void aUnitWhoseCalendarIsMissingIsNamedWithItsLineInTheFile() throws Exception {
        node.delete("calendars/office-warsaw.yml");

        assertThat(refused()).satisfies(invalid -> {
            assertThat(invalid.file()).isEqualTo(disk.resolve(ORGANISATION).toString());
            assertThat(invalid.line()).isEqualTo(line(ORGANISATION, WARSAW));
            assertThat(invalid.reason()).startsWith("unit 'warsaw' names the calendar 'office-warsaw'");
        });
    }

    @Test
    void aUnitThatIsOtherThanTheFileSaysIsNamedItself() {
        node.delete("calendars/office-warsaw.yml");
        node.edit(ORGANISATION, text -> text.replace(WARSAW, "calendar: office-hamburg"));

        assertThat(refused()).satisfies(invalid -> {
            assertThat(invalid.file()).isEqualTo(disk.resolve("calendars").toString());
            assertThat(invalid.line()).isZero();
            assertThat(invalid.reason()).startsWith("unit 'warsaw' names the calendar 'office-warsaw'");
        });
    }

    @Test
    void aFileOfUnitsThatCannotBeReadHidesNoMissingCalendar() {
        node.delete("calendars/office-warsaw.yml");
        node.edit(ORGANISATION, _ -> "units: none\n");

        assertThat(refused().reason()).startsWith("unit 'warsaw' names the calendar 'office-warsaw'");
    }

    @Test
    void aCalendarThatCannotHoldAPromiseIsNamedWithTheLineOfItsHours() {
        node.edit("calendars/office-warsaw.yml", _ -> "zone: UTC\nweekly:\n  mon: 00:00:00-00:00:01\n");

        assertThat(refused()).satisfies(invalid -> {
            assertThat(invalid.file()).isEqualTo(disk.resolve("calendars/office-warsaw.yml").toString());
            assertThat(invalid.line()).isEqualTo(3);
            assertThat(invalid.reason()).contains("would never come due");
        });
    }

    /** A refused start puts nothing into force. */
    private ConfigurationInvalid refused() {
        var invalid = catchThrowableOfType(ConfigurationInvalid.class, () -> LoaderNode.startOn(disk, beans));
        assertThat(invalid).isNotNull();
        assertThat(entries()).isEqualTo(entries);
        return invalid;
    }

    private long entries() {
        return jdbc.sql("select count(*) from sla_in_force").query(Long.class).single();
    }

    /** The line on which a text first stands, counted from 1. */
    private int line(String file, String text) throws IOException {
        var lines = Files.readAllLines(disk.resolve(file));
        return 1 + lines.indexOf(lines.stream().filter(one -> one.contains(text)).findFirst().orElseThrow());
    }
}
