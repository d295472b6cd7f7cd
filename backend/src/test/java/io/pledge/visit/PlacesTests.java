package io.pledge.visit;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.customer.CustomerImport;
import io.pledge.customer.CustomerPlan;
import io.pledge.customer.CustomerPlan.PlannedContact;
import io.pledge.customer.CustomerPlan.PlannedEquipment;
import io.pledge.customer.CustomerPlan.PlannedSite;
import io.pledge.customer.Recognition;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Home;
import io.pledge.ticket.Intake;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Submission;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;

/** A visit leads to where the equipment stands, and its times are those of that place, wherever the customer sits. */
@PledgeTest
class PlacesTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId CHENGDU = ZoneId.of("Asia/Shanghai");

    @Autowired
    private CustomerImport imported;
    @Autowired
    private Recognition recognition;
    @Autowired
    private Intake intake;
    @Autowired
    private Cases cases;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Places places;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void aCustomerWithTwoSites() {
        imported.apply(new CustomerPlan("mill", "The mill", Locale.ENGLISH, BERLIN, null, List.of(),
                List.of(new PlannedSite("Head office", BERLIN, "hamburg"),
                        new PlannedSite("Far hall", CHENGDU, "chengdu")),
                List.of(new PlannedContact("Marek", "marek@mill.example", null, Locale.ENGLISH, null)),
                List.of(new PlannedEquipment("FAR-1", "UPS-900", "Far hall", null))));
    }

    @Test
    void theSiteOfTheEquipmentSaysWhereAndInWhichZone() {
        Ticket ticket = of("FAR-1");
        assertThat(places.zone(ticket)).isEqualTo(CHENGDU);
        assertThat(places.suggested(ticket)).isEqualTo("The mill, Far hall");
    }

    @Test
    void whereNoSiteIsKnownTheCustomersZoneAndWordsCount() {
        Ticket ticket = of("NOBODY-KNOWS");
        assertThat(places.zone(ticket)).isEqualTo(BERLIN);
        assertThat(places.suggested(ticket)).isEqualTo("behind the gate");
    }

    private Ticket of(String serial) {
        var known = recognition.recognise(serial, "marek@mill.example").orElse(null);
        return cases.require(intake.submit(new Submission("places-" + serial, TicketKind.FAULT, Severity.MINOR,
                "It stands still.", IntakeChannel.FORM,
                new Submission.Submitter("Marek", "marek@mill.example", null, Locale.ENGLISH, BERLIN), null, serial,
                "behind the gate", Home.given(casebook.unit("hamburg")), known, List.of(), new Actor.System(),
                clock.instant())));
    }
}
