package io.pledge.customer;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.customer.DryRun.Change;
import io.pledge.organisation.Staff;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What looking at a file says before anything is imported. */
@PledgeTest
class DryRunTests {
    @Autowired
    CustomerFiles files;
    @Autowired
    Customers customers;
    @Autowired
    JdbcClient jdbc;
    private BroughtSheets sheets;

    @BeforeEach
    void millAndPlant(@Autowired Staff staff) throws FileRefused {
        sheets = new BroughtSheets(files, staff);
        sheets.millAndPlant();
    }

    @Test
    void everyBadLineOfCustomersIsNamedWithColumnAndReason() throws FileRefused {
        assertThat(sheets.bad(Sheet.CUSTOMERS, "key,name,language,zone,account_manager,retired",
                "a,A,en,Europe/Warsaw,account-manager,no", "b,,en,Europe/Warsaw,,",
                "c,C,klingon,Mars/North,nobody,maybe",
                "d d,D,en,Europe/Warsaw,local-head,", "a,Again,en,Europe/Warsaw,,", "e,E,en,Europe/Warsaw",
                "f,\"" + "x".repeat(201) + "\",en,Europe/Warsaw,,"))
                .containsExactly("3 name MISSING 0", "4 language LANGUAGE klingon 0", "4 zone ZONE Mars/North 0",
                        "4 retired RETIRED maybe 0", "4 account_manager MANAGER nobody 0", "5 key KEY d d 0",
                        "5 account_manager MANAGER local-head 0", "6 key TWICE a 2", "7 null WIDTH 4 6",
                        "8 name LONG " + "x".repeat(80) + "… 200");
    }

    @Test
    void everyBadLineOfContractsIsNamedWithColumnAndReason() throws FileRefused {
        assertThat(sheets.bad(Sheet.CONTRACTS, "customer,number,level,calendar,from,to",
                "mill,K-9,platinum,office-atlantis,2026-02-30,", "nobody,K-8,gold,,2026-01-01,2025-12-31",
                "mill,k-8,gold,,2026-01-01,31.12.2026"))
                .containsExactly("2 level LEVEL platinum 0", "2 from DATE 2026-02-30 0",
                        "2 calendar CALENDAR office-atlantis 0", "3 customer CUSTOMER nobody 0",
                        "3 to ORDER 2025-12-31 0", "4 to DATE 31.12.2026 0", "4 number TWICE k-8 3");
    }

    @Test
    void aContractThatWouldEndBeforeItsNewStartIsBadThoughTheFileNamesNoEnd() throws FileRefused {
        assertThat(sheets.bad(Sheet.CONTRACTS, "customer,number,level,from", "plant,K-2,basic,2028-01-01"))
                .containsExactly("2 from ORDER 2028-01-01 0");
    }

    @Test
    void everyBadLineOfSitesContactsAndEquipmentIsNamed() throws FileRefused {
        assertThat(sheets.bad(Sheet.SITES, "customer,name,zone,unit,retired", "mill,Hall 1,Europe/Warsaw,atlantis,yes"))
                .containsExactly("2 unit UNIT atlantis 0", "2 retired OCCUPIED yes 0");
        assertThat(sheets.bad(Sheet.CONTACTS, "customer,name,email,phone,language", "mill,Bob,bob at mill,call me,en",
                "mill,Ann,ANN@mill.example,,en", "mill,Ann again,ann@Mill.example,,en", "plant,李雷,,,zh-CN",
                "plant,李雷,,,zh-CN"))
                .containsExactly("2 email EMAIL bob at mill 0", "2 phone PHONE call me 0", "4 name TWICE Ann again 3",
                        "6 name TWICE 李雷 5");
        assertThat(sheets.bad(Sheet.EQUIPMENT, "customer,serial,product,site,warranty_until",
                "mill,SN-7,UPS-900,Hall 9,soon", "mill,sn-7,UPS-900,Hall 1,", "plant,SN-8,UPS-900,Hall 1,"))
                .containsExactly("2 warranty_until DATE soon 0", "2 site SITE Hall 9 0", "3 serial TWICE sn-7 2",
                        "4 site SITE Hall 1 0");
    }

    @Test
    void everyBadLineOfRoutineServicesIsNamed() throws FileRefused {
        assertThat(sheets.bad(Sheet.SERVICES, "customer,name,contract,site,every,next,lead_days",
                "mill,Seminar,K-2,Hall 1,P1Y,2026-12-12,14", "mill,Training,K-1,Hall 9,P1Y,2026-12-12,14",
                "mill,Test,K-1,Hall 1,every year,2026-12-12,14", "mill,Check,K-1,Hall 1,P0D,12.12.2026,400",
                "mill,Check,K-1,Hall 1,P20Y,2026-12-12,-1"))
                .containsExactly("2 contract CONTRACT K-2 0", "3 site SITE Hall 9 0", "4 every INTERVAL every year 0",
                        "5 every INTERVAL P0D 0", "5 next DATE 12.12.2026 0", "5 lead_days DAYS 400 0",
                        "6 every INTERVAL P20Y 0", "6 lead_days DAYS -1 0", "6 name TWICE Check 5");
    }

    @Test
    void whatIsNewWhatChangesAndWhatStaysIsCountedAndNothingIsWritten() throws FileRefused {
        DryRun run = sheets.look(sheets.bring(Sheet.EQUIPMENT, "serial,customer,product,site,warranty_until",
                "sn-1,mill,UPS-900,Hall 1,2028-01-31", "SN-2,mill,RM-3000,Hall 1,2030-06-30",
                "SN-3,mill,FT-12,Hall 1,"));

        assertThat(run).extracting(DryRun::added, DryRun::changed, DryRun::unchanged, DryRun::badLines)
                .containsExactly(1, 2, 0, 0);
        assertThat(run.differences()).extracting(DryRun.Difference::line, DryRun.Difference::fields).containsExactly(
                org.assertj.core.api.Assertions.tuple(2, Map.of("serial", new Change("SN-1", "sn-1"))),
                org.assertj.core.api.Assertions.tuple(3, Map.of("customer", new Change("plant", "mill"), "site",
                        new Change("一号厂房", "Hall 1"), "warranty_until", new Change(null, "2030-06-30"))));
        assertThat(customers.equipmentBySerial("SN-3")).isEmpty();
        assertThat(jdbc.sql("select count(*) from customer_change where what <> 'ADDED'").query(Long.class).single())
                .isZero();
    }

    @Test
    void aBadLineIsCountedAsBadOnly() throws FileRefused {
        DryRun run = sheets.look(sheets.bring(Sheet.EQUIPMENT, "customer,serial,product,site",
                "mill,SN-3,FT-12,Hall 9", "mill,SN-1,FT-12,Hall 9", "mill,SN-4,FT-12,Hall 1"));

        assertThat(run).extracting(DryRun::added, DryRun::changed, DryRun::unchanged, DryRun::badLines)
                .containsExactly(1, 0, 0, 2);
    }

    @Test
    void aColumnThatTheFileDoesNotNameStaysAsItIs() throws FileRefused {
        DryRun run = sheets
                .look(sheets.bring(Sheet.CUSTOMERS, "NAME; Key ;zone;language", "Old Mill;mill;Europe/Warsaw;en"));

        assertThat(run).extracting(DryRun::separator, DryRun::unchanged, DryRun::badLines).containsExactly(';', 1, 0);
    }

    @Test
    void aNameThatARowHasAlreadyIsNoComplaintThoughItIsGone() throws FileRefused {
        jdbc.sql("update person set retired_at = now() where username = 'account-manager'").update();
        jdbc.sql("update service_unit set retired_at = now() where key = 'warsaw'").update();
        jdbc.sql("update contract set calendar = 'gone' where number = 'K-1'").update();

        assertThat(sheets.bad(Sheet.CUSTOMERS, "key,name,language,zone,account_manager",
                "mill,Old Mill,en,Europe/Warsaw,account-manager")).isEmpty();
        assertThat(sheets.bad(Sheet.SITES, "customer,name,zone,unit", "mill,Hall 1,Europe/Warsaw,warsaw")).isEmpty();
        assertThat(sheets.bad(Sheet.CONTRACTS, "customer,number,level,calendar,from", "mill,K-1,gold,gone,2026-01-01",
                "mill,K-3,gold,gone,2026-01-01")).containsExactly("3 calendar CALENDAR gone 0");
    }
}
