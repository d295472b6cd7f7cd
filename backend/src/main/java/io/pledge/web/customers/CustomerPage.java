package io.pledge.web.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.customer.Customer;
import io.pledge.customer.CustomerHistory;
import io.pledge.customer.CustomerId;
import io.pledge.customer.Customers;
import io.pledge.customer.Sheet;
import io.pledge.routine.PartsAdvice;
import io.pledge.security.CustomerRights;
import io.pledge.security.SignedIn;
import io.pledge.web.communication.PlanList;
import io.pledge.web.view.Reader;

/** Everything about one customer: contracts, sites, contacts, equipment, open cases, and who changed what. */
@Controller
class CustomerPage {
    private static final int SHORT = 10;
    private static final int PAGE = 100;

    private final Customers customers;
    private final RowTables tables;
    private final CustomerHistory history;
    private final HistoryLines lines;
    private final CustomerFacts facts;
    private final PlanList plans;
    private final PartsAdvice advice;

    CustomerPage(Customers customers, RowTables tables, CustomerHistory history, HistoryLines lines,
            CustomerFacts facts, PlanList plans, PartsAdvice advice) {
        this.customers = customers;
        this.tables = tables;
        this.history = history;
        this.lines = lines;
        this.facts = facts;
        this.plans = plans;
        this.advice = advice;
    }

    @GetMapping("/admin/customers/{id:[0-9]{1,18}}")
    ModelAndView customer(@PathVariable long id, @AuthenticationPrincipal SignedIn me, Reader reader) {
        Customer customer = require(id, me);
        List<RowTables.Table> all = new ArrayList<>();
        for (Sheet sheet : Sheet.values()) {
            if (sheet.isOfCustomer()) {
                all.add(tables.table(sheet, customer, "", null, SHORT, reader.locale()));
            }
        }
        return withHistory(page("customers/customer", customer, me), customer, null, SHORT, reader)
                .addObject("tables", all).addObject("plans", plans.of(customer, reader.locale()))
                .addObject("facts", facts.of(customer, reader))
                .addObject("seesCases", CustomerRights.seesCases(me))
                .addObject("cases", facts.openCases(customer, me, reader))
                .addObject("advice", advice.of(customer.id(), reader.now()));
    }

    @GetMapping("/admin/customers/{id:[0-9]{1,18}}/{sheet:contracts|sites|contacts|equipment|services}")
    ModelAndView rows(@PathVariable long id, @PathVariable String sheet, @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long after, @AuthenticationPrincipal SignedIn me, Reader reader) {
        Customer customer = require(id, me);
        return page("customers/rows", customer, me).addObject("q", q).addObject("table",
                tables.table(Sheet.named(sheet).orElseThrow(), customer, q, after, PAGE, reader.locale()));
    }

    @GetMapping("/admin/customers/{id:[0-9]{1,18}}/history")
    ModelAndView history(@PathVariable long id, @RequestParam(required = false) @Nullable Long before,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        Customer customer = require(id, me);
        return withHistory(page("customers/history", customer, me), customer, before, PAGE, reader);
    }

    private ModelAndView withHistory(ModelAndView page, Customer customer, @Nullable Long before, int size,
            Reader reader) {
        List<CustomerHistory.Entry> found = history.of(customer.id(), before, size + 1);
        List<CustomerHistory.Entry> shown = found.subList(0, Math.min(size, found.size()));
        return page.addObject("history", shown.stream().map(entry -> lines.line(entry, reader)).toList())
                .addObject("earlier", found.size() > size ? shown.getLast().id() : null);
    }

    private static ModelAndView page(String view, Customer customer, SignedIn me) {
        return new ModelAndView(view).addObject("customer", customer).addObject("mayChange",
                CustomerRights.mayChange(me));
    }

    private Customer require(long id, SignedIn me) {
        return Optional.of(new CustomerId(id)).flatMap(one -> customers.find(one, CustomerRights.scope(me)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
