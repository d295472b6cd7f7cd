package io.pledge;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the time comes from. A demonstration or a test supplies a primary clock of its own, which then rules. */
@Configuration(proxyBeanMethods = false)
class TimeSource {
    @Bean
    Clock systemClock() {
        return Clock.systemUTC();
    }
}
