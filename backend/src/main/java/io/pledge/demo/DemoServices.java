package io.pledge.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.pledge.customer.CustomerEdits;
import io.pledge.customer.CustomerSheets;
import io.pledge.customer.Customers;
import io.pledge.customer.Sheet;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;

/** What the demonstration's customers are owed regularly; entered once, for customers who are owed nothing yet. */
@Component
@Profile("demo")
@Order(DemoCustomers.TURN + 1)
class DemoServices implements ApplicationRunner {
    private static final List<Owed> ALL = List.of(
            new Owed("lakeside-transit", "Half-yearly inspection of the door controllers", "C-2025-0088",
                    "Depot Kreuzlingen", "P6M", 19),
            new Owed("rheinau-clinic", "Yearly battery test of both UPS", "C-2023-0042", "Main building Hamburg", "P1Y",
                    33),
            new Owed("rheinau-clinic", "Training of the building services", "C-2023-0042", "Radiology centre Lübeck",
                    "P1Y", 80),
            new Owed("vistula-paper", "Quarterly health check of the rectifiers", "C-2024-0117", "Mill Toruń", "P3M",
                    24));
    private static final int LEAD_DAYS = 14;

    private final CustomerEdits edits;
    private final CustomerSheets sheets;
    private final Customers customers;
    private final Staff staff;
    private final Clock clock;

    DemoServices(CustomerEdits edits, CustomerSheets sheets, Customers customers, Staff staff, Clock clock) {
        this.edits = edits;
        this.sheets = sheets;
        this.customers = customers;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param inDays when it is due first, counted from the first start */
    private record Owed(String customer, String name, String contract, String site, String every, int inDays) {}

    @Override
    public void run(ApplicationArguments arguments) {
        var by = staff.holding(Role.ADMIN).getFirst().id();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ALL.stream().filter(this::isMissing).forEach(owed -> enter(owed, today, by));
    }

    private boolean isMissing(Owed owed) {
        return customers.byKey(owed.customer).stream()
                .anyMatch(customer -> sheets.page(Sheet.SERVICES, customer.id(), owed.name, null, 1).isEmpty());
    }

    private void enter(Owed owed, LocalDate today, PersonId by) {
        edits.add(Sheet.SERVICES, Map.of("customer", owed.customer, "name", owed.name, "contract", owed.contract,
                "site", owed.site, "every", owed.every, "next", today.plusDays(owed.inDays).toString(), "lead_days",
                Integer.toString(LEAD_DAYS)), by);
    }
}
