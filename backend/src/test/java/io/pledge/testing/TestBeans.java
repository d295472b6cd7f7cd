package io.pledge.testing;

import javax.sql.DataSource;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** What every {@link PledgeTest} finds in its context beside the application. */
@TestConfiguration(proxyBeanMethods = false)
class TestBeans {
    @Bean
    @Primary
    @Profile("!demo")
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    TestDatabase testDatabase(DataSource source) {
        return new TestDatabase(source);
    }
}
