package io.pledge.web.customers;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

import io.pledge.customer.Customer;
import io.pledge.customer.CustomerId;
import io.pledge.customer.CustomerList;
import io.pledge.customer.Sheet;
import io.pledge.organisation.Staff;
import io.pledge.security.CustomerRights;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The list of customers that somebody may see, searched by what is known of one. */
@Controller
class CustomersPage {
    private static final int PAGE = 50;
    private static final int LONGEST = 300;

    private final CustomerList list;
    private final Staff staff;
    private final TimeWords words;

    CustomersPage(CustomerList list, Staff staff, TimeWords words) {
        this.list = list;
        this.staff = staff;
        this.words = words;
    }

    /** A customer in the list. */
    record Row(long id, String name, String key, String manager, String contract, String zone, boolean retired) {}

    @GetMapping("/admin/customers")
    ModelAndView customers(@RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long after,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        String asked = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        List<Customer> found = list.page(asked, CustomerRights.scope(me), after == null ? null : new CustomerId(after),
                PAGE + 1);
        List<Customer> shown = found.subList(0, Math.min(PAGE, found.size()));
        ModelAndView page = new ModelAndView("customers/customers").addObject("q", asked)
                .addObject("rows", shown.stream().map(one -> row(one, reader)).toList())
                .addObject("mayChange", CustomerRights.mayChange(me)).addObject("sheets", Sheet.values());
        return found.size() > PAGE
                ? page.addObject("more", UriComponentsBuilder.fromPath("/admin/customers").queryParam("q", "{q}")
                        .queryParam("after", shown.getLast().id().value()).encode().buildAndExpand(asked).toUriString())
                : page;
    }

    private Row row(Customer customer, Reader reader) {
        return new Row(customer.id().value(), customer.name(), customer.key(),
                Optional.ofNullable(customer.accountManager()).map(id -> staff.person(id).name()).orElse(""),
                customer.level() == null
                        ? words.say("desk.level.none", reader.locale())
                        : words.say("desk.level." + customer.level(), reader.locale()),
                words.zone(customer.zone(), reader.locale()), customer.retired());
    }
}
