package io.pledge.customer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.organisation.Scope;
import io.pledge.organisation.Staff;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A file is imported whole or not at all, once, and what was exported comes back as it was. */
@PledgeTest
class CustomerFilesTests {
    private static final String HEADER = "customer,serial,product,site";
    @Autowired
    CustomerFiles files;
    @Autowired
    CustomerSheets rows;
    @Autowired
    Customers customers;
    @Autowired
    Recognition recognition;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock clock;
    private BroughtSheets sheets;

    @BeforeEach
    void millAndPlant(@Autowired Staff staff) throws FileRefused {
        sheets = new BroughtSheets(files, staff);
        sheets.millAndPlant();
    }

    @Test
    void whatWasImportedIsKnownAtOnce() {
        Customer mill = customers.byKey("mill").orElseThrow();

        assertThat(mill).extracting(Customer::name, Customer::level, Customer::contractCalendar)
                .containsExactly("Old Mill", ContractLevel.GOLD, "always");
        assertThat(recognition.recognise("sn-1", "+48225550199")).hasValueSatisfying(
                known -> assertThat(known.customer()).isEqualTo(mill.id()));
        assertThat(customers.contactsOf(mill.id())).extracting(Contact::role).containsExactly("=Shift");
    }

    @Test
    void aFileIsImportedOnceHoweverOftenItIsAskedFor() throws FileRefused {
        BroughtFile file = sheets.bring(Sheet.EQUIPMENT, HEADER, "mill,SN-3,FT-12,Hall 1", "mill,SN-1,FT-12,Hall 1");
        String seen = sheets.look(file).seen();

        files.take(file, seen, sheets.admin());
        jdbc.sql("update equipment set product = 'by hand' where serial = 'SN-3'").update();
        files.take(file, seen, sheets.admin());

        assertThat(customers.equipmentBySerial("SN-3").orElseThrow().product()).isEqualTo("by hand");
        assertThat(files.find(file.id(), sheets.admin()).orElseThrow())
                .extracting(BroughtFile::added, BroughtFile::changed, BroughtFile::unchanged).containsExactly(1, 1, 0);
        assertThat(jdbc.sql("select content from customer_file where id = ?").param(file.id()).query(byte[].class)
                .optional()).isEmpty();
    }

    @Test
    void twoWhoPressAtOnceImportOnce() throws FileRefused {
        BroughtFile file = sheets.bring(Sheet.CONTACTS, "customer,name,language", "mill,Bob,en", "mill,Eve,en");
        String seen = sheets.look(file).seen();

        CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> files.take(file, seen, sheets.admin())),
                CompletableFuture.runAsync(() -> files.take(file, seen, sheets.admin()))).join();

        assertThat(customers.contactsOf(customers.byKey("mill").orElseThrow().id())).extracting(Contact::name)
                .containsExactly("Ann", "Bob", "Eve");
    }

    @Test
    void oneBadLineKeepsTheWholeFileOut() throws FileRefused {
        BroughtFile file = sheets.bring(Sheet.EQUIPMENT, HEADER, "mill,SN-3,FT-12,Hall 1", "mill,SN-4,FT-12,Hall 9");

        assertThatThrownBy(() -> sheets.take(file)).isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(customers.equipmentBySerial("SN-3")).isEmpty();
        assertThat(files.find(file.id(), sheets.admin()).orElseThrow().importedAt()).isNull();
    }

    @Test
    void whatHasChangedSinceItWasLookedAtIsNotOverwritten() throws FileRefused {
        BroughtFile file = sheets.bring(Sheet.EQUIPMENT, HEADER, "mill,SN-1,FT-12,Hall 1");
        String seen = sheets.look(file).seen();
        jdbc.sql("update equipment set product = 'by hand' where serial = 'SN-1'").update();

        assertThatThrownBy(() -> files.take(file, seen, sheets.admin()))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(customers.equipmentBySerial("SN-1").orElseThrow().product()).isEqualTo("by hand");
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void whatWasExportedComesBackUnchangedAndAChangeInItGoesIn(Sheet sheet) throws FileRefused {
        jdbc.sql("update customer set name = '''=1+1, \"quoted\"' where key = 'plant'").update();
        jdbc.sql("update contact set retired_at = now() where name = 'Ann'").update();
        String exported = exported(sheet);

        DryRun same = sheets.look(sheets.bring(sheet, exported.getBytes(StandardCharsets.UTF_8)));
        assertThat(same).extracting(DryRun::added, DryRun::changed, DryRun::unchanged, DryRun::badLines)
                .containsExactly(0, 0, 2, 0);

        String changed = switch (sheet) {
            case CUSTOMERS -> exported.replace("Old Mill", "New Mill");
            case CONTRACTS -> exported.replace("gold", "silver");
            case SITES -> exported.replace(",warsaw", ",hamburg");
            case CONTACTS -> exported.replace("'=Shift", "@night");
            case EQUIPMENT -> exported.replace("2028-01-31", "2029/1/31");
            case SERVICES -> exported.replace("P6M", "P180D");
        };
        assertThat(sheets.take(sheets.bring(sheet, changed.getBytes(StandardCharsets.UTF_8))))
                .extracting(BroughtFile::added, BroughtFile::changed, BroughtFile::unchanged).containsExactly(0, 1, 1);
    }

    @Test
    void anImportRetiresAndBringsBack() throws FileRefused {
        sheets.take(Sheet.EQUIPMENT, HEADER + ",retired", "mill,SN-1,UPS-900,Hall 1,是");
        assertThat(recognition.recognise("SN-1", "ann@mill.example")).isEmpty();

        sheets.take(Sheet.EQUIPMENT, HEADER + ",retired", "mill,SN-1,UPS-900,Hall 1,");
        assertThat(recognition.recognise("SN-1", "ann@mill.example")).isPresent();
    }

    @Test
    void aFileIsFoundByWhoBroughtItOnlyAndForADay() throws FileRefused {
        BroughtFile file = sheets.bring(Sheet.EQUIPMENT, HEADER, "mill,SN-3,FT-12,Hall 1");

        assertThat(files.find(file.id(), sheets.person("manager"))).isEmpty();
        assertThat(files.find(UUID.randomUUID(), sheets.admin())).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(files.find(file.id(), sheets.admin())).isEmpty();
        files.sweep(clock.instant());
        assertThat(jdbc.sql("select count(*) from customer_file where imported_at is null").query(Long.class).single())
                .isZero();
    }

    private String exported(Sheet sheet) {
        SheetExport lines = new SheetExport(rows);
        StringBuilder text = new StringBuilder();
        lines.write(sheet, Scope.everything(), text);
        return text.toString();
    }
}
