package io.pledge.customer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.customer.CustomerPlan.PlannedContact;
import io.pledge.customer.CustomerPlan.PlannedContract;
import io.pledge.customer.CustomerPlan.PlannedEquipment;
import io.pledge.customer.CustomerPlan.PlannedSite;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Units;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Two things known of the same customer, or a stranger. */
@PledgeTest
class RecognitionTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    @Autowired
    CustomerImport imported;
    @Autowired
    Customers customers;
    @Autowired
    Recognition recognition;
    @Autowired
    Units units;
    @Autowired
    MovableClock clock;
    private CustomerId mill;

    @BeforeEach
    void twoCustomers() {
        mill = imported.apply(customer("mill", "SN-1", "K-1", "ann@mill.example", "+86 21 5555 0199"));
        imported.apply(customer("plant", "SN-2", "K-2", "bob@plant.example", "+49 40 555 0101"));
    }

    @ParameterizedTest
    @CsvSource({"SN-1,ann@mill.example", "' sn-1 ',' ANN@Mill.example '", "SN-1,+862155550199",
            "SN-1,0086 21 5555-0199",
            "SN-1,021 55550199", "k-1,ann@mill.example"})
    void aNumberAndAnAddressOfTheSameCustomerAreRecognisedAsTyped(String number, String address) {
        Recognised found = recognition.recognise(number, address).orElseThrow();

        assertThat(found.customer()).isEqualTo(mill);
        assertThat(customers.contact(found.contact()).name()).isEqualTo("Contact of mill");
        assertThat(found.unit()).isEqualTo(units.byKey("shanghai").orElseThrow().id());
        assertThat(found.level()).isEqualTo(ContractLevel.GOLD);
    }

    @ParameterizedTest
    @CsvSource({"SN-1,bob@plant.example", "SN-1,stranger@mill.example", "SN-1,''", "SN-1,0199", "SN-1,@", "SN-1,-",
            "SN-9,ann@mill.example", "'',ann@mill.example", ",ann@mill.example", "%,ann@mill.example",
            "SN-1,' or true --@x'", "ann@mill.example,SN-1"})
    void oneOfTheTwoAloneIsAStranger(String number, String address) {
        assertThat(recognition.recognise(number, address)).isEmpty();
    }

    @Test
    void theSerialNumberLeadsToTheEquipmentAndItsSite() {
        Recognised found = recognition.recognise("SN-1", "ann@mill.example").orElseThrow();

        assertThat(Optional.ofNullable(found.equipment()).map(Equipment::product)).contains("UPS-900");
        assertThat(customers.site(Optional.ofNullable(found.site()).orElseThrow()).name()).isEqualTo("Hall 2");
    }

    @Test
    void theContractNumberLeadsToTheFirstSite() {
        Recognised found = recognition.recognise("K-1", "ann@mill.example").orElseThrow();

        assertThat(found.equipment()).isNull();
        assertThat(customers.site(Optional.ofNullable(found.site()).orElseThrow()).name()).isEqualTo("Hall 1");
    }

    @Test
    void anErasedContactIsAStrangerAndHasNoNameLeft() {
        ContactId contact = recognition.recognise("SN-1", "ann@mill.example").orElseThrow().contact();

        customers.erase(contact);

        assertThat(recognition.recognise("SN-1", "ann@mill.example")).isEmpty();
        assertThat(customers.contact(contact)).extracting(Contact::name, Contact::email, Contact::phone, Contact::role)
                .containsOnlyNulls();
        assertThat(customers.contactsOf(mill)).isEmpty();
    }

    @Test
    void theContractEndsWithItsLastDayWhereTheCustomerIs() {
        clock.set(LocalDate.of(2026, 12, 31).atTime(23, 59).atZone(ZONE).toInstant());
        assertThat(customers.customer(mill).level()).isEqualTo(ContractLevel.GOLD);

        clock.set(LocalDate.of(2027, 1, 1).atStartOfDay(ZONE).toInstant());
        assertThat(customers.customer(mill).level()).isNull();
        assertThat(recognition.recognise("K-1", "ann@mill.example").orElseThrow().level()).isNull();
    }

    @Test
    void theSamePlanTwiceChangesNothing() {
        List<Contact> contacts = customers.contactsOf(mill);
        List<Site> sites = customers.sitesOf(mill);

        assertThat(imported.apply(customer("mill", "SN-1", "K-1", "ann@mill.example", "+86 21 5555 0199")))
                .isEqualTo(mill);

        assertThat(customers.contactsOf(mill)).isEqualTo(contacts);
        assertThat(customers.sitesOf(mill)).isEqualTo(sites);
        assertThat(customers.equipmentOf(mill)).extracting(Equipment::serial).containsExactly("SN-1");
        assertThat(customers.find("MIL", Scope.everything(), 10)).extracting(Customer::key).containsExactly("mill");
    }

    private static CustomerPlan customer(String key, String serial, String contract, String email, String phone) {
        return new CustomerPlan(key, key, Locale.ENGLISH, ZONE, "account-manager",
                List.of(new PlannedContract(contract, ContractLevel.GOLD, null, LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31))),
                List.of(new PlannedSite("Hall 1", ZONE, "shanghai"), new PlannedSite("Hall 2", ZONE, "shanghai")),
                List.of(new PlannedContact("Contact of " + key, email, phone, Locale.ENGLISH, "Shift")),
                List.of(new PlannedEquipment(serial, "UPS-900", "Hall 2", null)));
    }
}
