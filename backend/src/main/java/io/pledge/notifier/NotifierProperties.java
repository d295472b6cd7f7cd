package io.pledge.notifier;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the staff is told.
 *
 * @param confirmWithin how long somebody has to confirm a new case before the next above is asked
 * @param reachWithin how long somebody has to reach a customer whom a letter did not reach, before the next above is asked
 */
@ConfigurationProperties("pledge.notifier")
record NotifierProperties(@DefaultValue("30m") Duration confirmWithin, @DefaultValue("2h") Duration reachWithin) {
    NotifierProperties {
        if (!confirmWithin.isPositive() || !reachWithin.isPositive()) {
            throw new IllegalArgumentException("pledge.notifier: confirm-within and reach-within must be positive");
        }
    }
}
