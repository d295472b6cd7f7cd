package io.pledge.testing;

import java.time.Clock;

import javax.sql.DataSource;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.communication.CommunicationPlans;
import io.pledge.customer.CustomerImport;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.ticket.Intake;

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
    Casebook casebook(Intake intake, Units units, Staff staff, Clock clock) {
        return new Casebook(intake, units, staff, clock);
    }

    @Bean
    Mill mill(CustomerImport imported, CommunicationPlans plans, Intake intake, Casebook casebook, JdbcClient jdbc,
            Clock clock) {
        return new Mill(imported, plans, intake, casebook, jdbc, clock);
    }

    @Bean
    TestDatabase testDatabase(DataSource source) {
        return new TestDatabase(source);
    }
}
