package io.pledge.routine;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.customer.CustomerId;
import io.pledge.testing.Casebook;
import io.pledge.testing.Mill;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.FieldWork;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Which parts a customer had better keep, from what failed in equipment like theirs. */
@PledgeTest
class PartsAdviceTests {
    @Autowired
    private PartsAdvice advice;
    @Autowired
    private FieldWork work;
    @Autowired
    private Mill mill;
    @Autowired
    private Casebook casebook;
    @Autowired
    private MovableClock clock;
    @Autowired
    private JdbcClient jdbc;
    private CustomerId own;

    /** Two customers: one with two of ten UPS, the other with eight, and a rectifier each that nobody else has. */
    @BeforeEach
    void aFleetOfTen() {
        own = mill.open();
        var other = mill.open("plant", "plant.example");
        equipment(own, "UPS-900", 2);
        equipment(other, "UPS-900", 8);
        equipment(other, "RM-3000", 1);
    }

    @Test
    void whatFailedMoreThanOnceInEquipmentLikeTheirsIsWorthKeepingAsOftenAsItWouldFailThere() {
        for (int i = 1; i <= 8; i++) {
            sent("UPS-900-plant-" + (i % 4 + 1), i % 2 == 0 ? "Fan FT-12" : "fan ft-12");
        }
        sent("UPS-900-plant-1", "Display");
        sent("RM-3000-plant-1", "Rectifier board");
        sent("RM-3000-plant-1", "Rectifier board");

        assertThat(advice.of(own, clock.instant())).singleElement().satisfies(fan -> {
            assertThat(fan.product()).isEqualTo("UPS-900");
            assertThat(fan.part()).isEqualToIgnoringCase("Fan FT-12");
            assertThat(fan.times()).isEqualTo(8);
            assertThat(fan.fleet()).isEqualTo(10);
            assertThat(fan.own()).isEqualTo(2);
            // eight in two years among ten: 0.8 a year for two of them
            assertThat(fan.keep()).isEqualTo(1);
        });
    }

    @Test
    void whatFailedMoreThanTwoYearsAgoCountsNoMore() {
        sent("UPS-900-plant-1", "Fan FT-12");
        sent("UPS-900-plant-2", "Fan FT-12");
        clock.advance(PartsAdvice.BACK.plus(Duration.ofDays(1)));
        assertThat(advice.of(own, clock.instant())).isEmpty();
    }

    private void equipment(CustomerId customer, String product, int number) {
        for (int i = 1; i <= number; i++) {
            jdbc.sql("""
                    insert into equipment (serial, product, customer_id, site_id)
                    select :product || '-' || c.key || '-' || :i, :product, c.id, s.id
                    from customer c join site s on s.customer_id = c.id where c.id = :customer
                    """).param("product", product).param("i", i).param("customer", customer.value()).update();
        }
    }

    private void sent(String serial, String part) {
        var id = casebook.open(TicketKind.FAULT, Severity.MINOR, "hamburg", null);
        jdbc.sql("update ticket set serial = ? where id = ?").params(serial, id.value()).update();
        work.shipped(id, part, null, casebook.actor("local-engineer"), clock.instant());
    }
}
