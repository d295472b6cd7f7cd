package io.pledge.notifier;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the staff is told.
 *
 * @param confirmWithin how long somebody has to confirm a new case before the next above is asked
 */
@ConfigurationProperties("pledge.notifier")
record NotifierProperties(@DefaultValue("30m") Duration confirmWithin) {
    NotifierProperties {
        if (!confirmWithin.isPositive()) {
            throw new IllegalArgumentException("pledge.notifier.confirm-within must be positive");
        }
    }
}
