package io.pledge.customer;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.organisation.Scope;
import io.pledge.organisation.Staff;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers and their rows are found, page by page, by those who may see them. */
@PledgeTest
class CustomerListTests {
    @Autowired
    CustomerList list;
    @Autowired
    CustomerFiles files;
    @Autowired
    CustomerSheets rows;
    @Autowired
    Customers customers;
    private BroughtSheets sheets;

    @BeforeEach
    void millAndPlant(@Autowired Staff staff) throws FileRefused {
        sheets = new BroughtSheets(files, staff);
        sheets.millAndPlant();
    }

    @ParameterizedTest
    @CsvSource({"old MI,mill", "PLANT,plant", "k-1,mill", "SN-2,plant", "Ann@Mill.example,mill",
            "+48 22 555 01 99,mill", "22 5550199,mill", "021 55550101,plant", "SN-,", "0199,", "%,", "' ',mill plant"})
    void aCustomerIsFoundByWhatIsKnownOfThem(String words, @org.jspecify.annotations.Nullable String keys) {
        assertThat(keys(list.page(words, Scope.everything(), null, 9)))
                .containsExactly(keys == null ? new String[0] : keys.split(" "));
    }

    @Test
    void somebodySeesTheCustomersOfTheirUnitsAndThoseTheyLookAfter() {
        Scope warsaw = Scope.of(Set.of("/hq/central-europe/warsaw/"), Set.of());
        Scope manager = Scope.of(Set.of(), Set.of(sheets.person("account-manager").value()));

        assertThat(keys(list.page("", warsaw, null, 9))).containsExactly("mill");
        assertThat(keys(list.page("", manager, null, 9))).containsExactly("mill");
        assertThat(list.page("SN-2", warsaw, null, 9)).isEmpty();
        assertThat(list.page("", Scope.nothing(), null, 9)).isEmpty();
        for (Sheet sheet : Sheet.values()) {
            StringBuilder text = new StringBuilder();
            new SheetExport(rows).write(sheet, warsaw, text);
            assertThat(text.toString().lines()).as(sheet.word()).hasSize(2).last().asString().contains("mill");
        }
    }

    @Test
    void aRetiredSiteOpensACustomerToNobody() throws FileRefused {
        sheets.take(Sheet.SITES, "customer,name,zone,unit", "mill,Hall 2,Europe/Berlin,hamburg");
        Scope hamburg = Scope.of(Set.of("/hq/central-europe/hamburg/"), Set.of());
        assertThat(keys(list.page("", hamburg, null, 9))).containsExactly("mill");

        sheets.take(Sheet.SITES, "customer,name,zone,unit,retired", "mill,Hall 2,Europe/Berlin,hamburg,yes");
        assertThat(list.page("", hamburg, null, 9)).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() throws FileRefused {
        sheets.take(Sheet.CUSTOMERS, Stream.concat(Stream.of("key,name,language,zone"),
                IntStream.range(0, 7).mapToObj(i -> "k%d,Same name,en,UTC".formatted(i))).toArray(String[]::new));
        sheets.take(Sheet.EQUIPMENT, Stream.concat(Stream.of("customer,serial,product,site"),
                IntStream.range(0, 7).mapToObj(i -> "mill,EQ_%d,FT-12,Hall 1".formatted(i))).toArray(String[]::new));

        List<Customer> first = list.page("same", Scope.everything(), null, 4);
        List<Customer> second = list.page("same", Scope.everything(), first.getLast().id(), 4);
        assertThat(Stream.concat(first.stream(), second.stream()).map(Customer::key)).containsExactly("k0", "k1", "k2",
                "k3", "k4", "k5", "k6");

        CustomerId mill = customers.byKey("mill").orElseThrow().id();
        List<SheetRow> serials = rows.page(Sheet.EQUIPMENT, mill, "eq_", null, 4);
        assertThat(rows.page(Sheet.EQUIPMENT, mill, "eq_", serials.getLast().id(), 4))
                .extracting(row -> row.cell("serial")).containsExactly("EQ_4", "EQ_5", "EQ_6");
        assertThat(rows.page(Sheet.EQUIPMENT, mill, "E%", null, 4)).isEmpty();
        assertThat(rows.row(Sheet.EQUIPMENT, customers.byKey("plant").orElseThrow().id(), serials.getFirst().id()))
                .isEmpty();
    }

    private static List<String> keys(List<Customer> found) {
        return found.stream().map(Customer::key).toList();
    }
}
