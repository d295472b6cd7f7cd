package io.pledge.help;

import java.time.Duration;
import java.util.Arrays;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.pledge.ticket.Severity;

/**
 * How soon units help each other.
 *
 * @param within by the severity of the case, in working time of the unit that helps
 */
@ConfigurationProperties("pledge.help")
record HelpProperties(@DefaultValue Within within) {
    HelpProperties {
        if (Arrays.stream(Severity.values()).map(within::of).anyMatch(time -> time.toSeconds() < 1)) {
            throw new IllegalArgumentException("pledge.help.within.critical, major and minor must be positive");
        }
    }

    /** A time for each severity. */
    record Within(@DefaultValue("2h") Duration critical, @DefaultValue("8h") Duration major,
            @DefaultValue("24h") Duration minor) {

        Duration of(Severity severity) {
            return switch (severity) {
                case CRITICAL -> critical;
                case MAJOR -> major;
                case MINOR -> minor;
            };
        }
    }
}
