package io.pledge;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the time comes from, in steps of a millisecond: nothing is promised or stored any finer. A demonstration or a test supplies a
 * primary clock of its own, which then rules.
 */
@Configuration(proxyBeanMethods = false)
class TimeSource {
    @Bean
    Clock systemClock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
