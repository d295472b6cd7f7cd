package io.pledge.help;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import io.pledge.ticket.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The table of times within which units help each other, as an operator sets it. */
class HelpPropertiesTests {
    @Test
    void whatIsNotSetIsTwoEightAndTwentyFourHours() {
        var within = read(Map.of()).within();
        assertThat(within.of(Severity.CRITICAL)).isEqualTo(Duration.ofHours(2));
        assertThat(within.of(Severity.MAJOR)).isEqualTo(Duration.ofHours(8));
        assertThat(within.of(Severity.MINOR)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void eachSeverityHasATimeOfItsOwn() {
        var within = read(Map.of("pledge.help.within.critical", "PT90M", "pledge.help.within.minor", "40h")).within();
        assertThat(within.of(Severity.CRITICAL)).isEqualTo(Duration.ofMinutes(90));
        assertThat(within.of(Severity.MINOR)).isEqualTo(Duration.ofHours(40));
    }

    @Test
    void noTimeAtAllStopsTheStart() {
        assertThatThrownBy(() -> read(Map.of("pledge.help.within.major", "0s"))).rootCause()
                .hasMessageContaining("pledge.help.within");
    }

    private static HelpProperties read(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("pledge.help", HelpProperties.class);
    }
}
