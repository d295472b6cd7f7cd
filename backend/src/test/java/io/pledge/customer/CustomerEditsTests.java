package io.pledge.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.customer.BadCell.Problem;
import io.pledge.customer.CustomerEdits.Outcome;
import io.pledge.customer.CustomerHistory.What;
import io.pledge.customer.DryRun.Change;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Staff;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rows added and changed by hand: checked as in a file, never over somebody else's change, and written down. */
@PledgeTest
class CustomerEditsTests {
    @Autowired
    CustomerEdits edits;
    @Autowired
    CustomerFiles files;
    @Autowired
    CustomerSheets rows;
    @Autowired
    CustomerHistory history;
    @Autowired
    Customers customers;
    @Autowired
    Recognition recognition;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;
    private BroughtSheets sheets;
    private CustomerId mill;

    @BeforeEach
    void millAndPlant(@Autowired Staff staff) throws FileRefused {
        sheets = new BroughtSheets(files, staff);
        sheets.millAndPlant();
        mill = customers.byKey("mill").orElseThrow().id();
    }

    @Test
    void aRowIsAddedAndCalledAnewWithoutLosingWhatRefersToIt() {
        assertThat(add(Sheet.EQUIPMENT,
                Map.of("customer", "mill", "serial", "SN-9", "product", "FT-12", "site", "Hall 1")))
                .isEqualTo(new Outcome.Done(mill));
        SheetRow hall = rows.page(Sheet.SITES, mill, "", null, 9).getFirst();

        assertThat(change(Sheet.SITES, hall, Map.of("name", "Main hall"))).isEqualTo(new Outcome.Done(mill));

        assertThat(customers.equipmentBySerial("SN-9").map(Equipment::site).map(customers::site).map(Site::name))
                .contains("Main hall");
        assertThat(customers.sitesOf(mill)).hasSize(1);
    }

    @Test
    void aNameThatAnotherRowHasIsRefused() {
        assertThat(bad(add(Sheet.CUSTOMERS, Map.of("key", "mill", "name", "M", "language", "en", "zone", "UTC"))))
                .containsExactly(Problem.TAKEN);
        assertThat(bad(add(Sheet.EQUIPMENT,
                Map.of("customer", "mill", "serial", "sn-2", "product", "FT-12", "site", "Hall 1"))))
                .containsExactly(Problem.TAKEN);
        assertThat(bad(add(Sheet.CONTACTS,
                Map.of("customer", "mill", "name", "A", "email", "ANN@mill.example", "language", "en"))))
                .containsExactly(Problem.TAKEN);
    }

    @Test
    void theSecondOfTwoWhoChangeARowIsToldAndOverwritesNothing() {
        SheetRow seen = rows.page(Sheet.CONTRACTS, mill, "", null, 9).getFirst();
        change(Sheet.CONTRACTS, seen, Map.of("level", "silver"));

        Outcome second = change(Sheet.CONTRACTS, seen, Map.of("level", "basic", "to", "2026-12-31"));

        assertThat(second).isInstanceOfSatisfying(Outcome.Moved.class,
                moved -> assertThat(java.util.Objects.requireNonNull(moved.now()).cell("level")).isEqualTo("silver"));
        assertThat(customers.customer(mill).level()).isEqualTo(ContractLevel.SILVER);
    }

    @Test
    void theSameChangeSentTwiceIsDoneOnce() {
        SheetRow seen = rows.page(Sheet.CONTRACTS, mill, "", null, 9).getFirst();

        assertThat(change(Sheet.CONTRACTS, seen, Map.of("level", "silver"))).isEqualTo(new Outcome.Done(mill));
        assertThat(change(Sheet.CONTRACTS, seen, Map.of("level", "silver"))).isEqualTo(new Outcome.Done(mill));

        assertThat(history.of(mill, null, 9)).filteredOn(entry -> entry.what() == What.CHANGED).hasSize(1);
    }

    @Test
    void whatIsRetiredIsRecognisedNoMore() {
        assertThat(recognised()).isTrue();
        retire(Sheet.CONTACTS);
        assertThat(recognised()).isFalse();
        restore(Sheet.CONTACTS);
        assertThat(recognised()).isTrue();
        retire(Sheet.EQUIPMENT);
        assertThat(recognised()).isFalse();
        restore(Sheet.EQUIPMENT);
        SheetRow customer = rows.row(Sheet.CUSTOMERS, mill.value()).orElseThrow();
        change(Sheet.CUSTOMERS, customer, Map.of("retired", "yes"));
        assertThat(recognised()).isFalse();
        assertThat(customers.find("mill", Scope.everything(), 9)).isEmpty();
    }

    @Test
    void aSiteAtWhichEquipmentStandsIsNotRetired() {
        assertThat(bad(retire(Sheet.SITES))).containsExactly(Problem.OCCUPIED);
        retire(Sheet.EQUIPMENT);
        assertThat(retire(Sheet.SITES)).isEqualTo(new Outcome.Done(mill));
        assertThat(bad(restore(Sheet.EQUIPMENT))).containsExactly(Problem.CLOSED);
    }

    @Test
    void whoChangedWhatAndWhenStandsInTheHistoryForGood() {
        SheetRow seen = rows.page(Sheet.CONTRACTS, mill, "", null, 9).getFirst();
        change(Sheet.CONTRACTS, seen, Map.of("level", "silver", "calendar", ""));

        assertThat(history.of(mill, null, 1)).singleElement().satisfies(entry -> {
            assertThat(entry).extracting(CustomerHistory.Entry::name, CustomerHistory.Entry::what,
                    CustomerHistory.Entry::by, CustomerHistory.Entry::at, CustomerHistory.Entry::imported)
                    .containsExactly("K-1", What.CHANGED, sheets.admin(), clock.instant(), false);
            assertThat(entry.fields()).isEqualTo(
                    Map.of("level", new Change("gold", "silver"), "calendar", new Change("always", null)));
        });
        assertThat(history.of(mill, null, 9)).hasSize(7).last()
                .extracting(CustomerHistory.Entry::sheet, CustomerHistory.Entry::imported)
                .containsExactly(Sheet.CUSTOMERS, true);
        assertThatThrownBy(() -> jdbc.sql("delete from customer_change").update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
    }

    @Test
    void theHistoryKeepsNothingOfAContactThatCouldNotBeErased() {
        change(Sheet.CONTACTS, contact(), Map.of("name", "Anna Nowak", "phone", "+48 22 555 0000", "language", "pl"));
        ContactId ann = customers.contactsOf(mill).getFirst().id();
        assertThat(history.of(mill, null, 1).getFirst()).satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("Anna Nowak");
            assertThat(entry.fields()).isEqualTo(Map.of("name", new Change(null, null), "phone", new Change(null, null),
                    "language", new Change("en", "pl")));
        });

        customers.erase(ann);

        assertThat(history.of(mill, null, 1).getFirst().name()).isNull();
        assertThat(jdbc.sql("select string_agg(cast(h as text), '') from customer_change h").query(String.class)
                .single()).doesNotContain("Ann", "mill.example", "555");
        assertThat(rows.row(Sheet.CONTACTS, ann.value())).isEmpty();
    }

    @Test
    void whatMovesToAnotherCustomerStandsInTheHistoryOfBoth() throws FileRefused {
        sheets.take(Sheet.EQUIPMENT, "customer,serial,product,site", "mill,SN-2,RM-3000,Hall 1");

        for (CustomerId whose : List.of(mill, customers.byKey("plant").orElseThrow().id())) {
            assertThat(history.of(whose, null, 1).getFirst().name()).isEqualTo("SN-2");
        }
    }

    private boolean recognised() {
        return recognition.recognise("SN-1", "ann@mill.example").isPresent();
    }

    private SheetRow contact() {
        return rows.page(Sheet.CONTACTS, mill, "", null, 9).getFirst();
    }

    private Outcome retire(Sheet sheet) {
        return change(sheet, rows.page(sheet, mill, "", null, 9).getFirst(), Map.of("retired", "yes"));
    }

    private Outcome restore(Sheet sheet) {
        return change(sheet, rows.page(sheet, mill, "", null, 9).getFirst(), Map.of("retired", ""));
    }

    private Outcome add(Sheet sheet, Map<String, String> typed) {
        return edits.add(sheet, typed, sheets.admin());
    }

    private Outcome change(Sheet sheet, SheetRow seen, Map<String, String> other) {
        Map<String, String> typed = new HashMap<>(seen.cells());
        typed.putAll(other);
        return edits.change(sheet, seen.id(), seen.version(), typed, sheets.admin());
    }

    private static List<Problem> bad(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? refused.bad().stream().map(BadCell::problem).toList()
                : List.of();
    }
}
