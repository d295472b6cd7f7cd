package io.pledge.web.customers;

import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.organisation.Units;
import io.pledge.routine.OwedService;
import io.pledge.routine.OwedServices;
import io.pledge.security.CustomerRights;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;

/** The routine services that are due in the next half year to the customers that somebody may see. */
@Controller
class ServicesPage {
    private static final int MONTHS = 6;
    private static final int MOST = 500;

    private final OwedServices services;
    private final Units units;
    private final CellWords words;

    ServicesPage(OwedServices services, Units units, CellWords words) {
        this.services = services;
        this.units = units;
        this.words = words;
    }

    /**
     * A service in the list.
     *
     * @param next on which day it is due
     * @param made on which day its case is made
     * @param last the number of the case that was made last; null where none was
     */
    record Row(String next, boolean overdue, String name, long customer, String customerName, String site, String unit,
            String contract, String made, @Nullable String last) {}

    @GetMapping("/admin/customers/services")
    ModelAndView services(@AuthenticationPrincipal SignedIn me, Reader reader) {
        var found = services.upcoming(CustomerRights.scope(me), reader.today().plusMonths(MONTHS), MOST);
        return new ModelAndView("customers/services").addObject("seesCases", CustomerRights.seesCases(me))
                .addObject("rows", found.stream().map(one -> row(one, reader)).toList());
    }

    private Row row(OwedService service, Reader reader) {
        var day = DateTimeFormatter.ofPattern(words.say("customers.date", reader.locale()), reader.locale());
        return new Row(day.format(service.nextOn()), service.nextOn().isBefore(reader.today()), service.name(),
                service.customer().value(), service.customerName(), service.siteName(),
                units.unit(service.unit()).name(), service.contract(), day.format(service.madeOn()),
                Optional.ofNullable(service.last()).map(last -> last.number().value()).orElse(null));
    }
}
