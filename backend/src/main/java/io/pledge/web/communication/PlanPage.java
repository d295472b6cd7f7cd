package io.pledge.web.communication;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.communication.CommunicationPlans;
import io.pledge.communication.CommunicationPlans.Outcome;
import io.pledge.customer.ContractId;
import io.pledge.customer.Customer;
import io.pledge.customer.CustomerId;
import io.pledge.customer.CustomerSheets;
import io.pledge.customer.Customers;
import io.pledge.customer.Sheet;
import io.pledge.customer.SheetRow;
import io.pledge.security.CustomerRights;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;
import io.pledge.web.view.Toast;

/** The communication plan of a contract: whoever reads about the customer reads it, and their account manager and administrators agree on it. */
@Controller
@RequestMapping("/admin/customers/{id:[0-9]{1,18}}/plan/{contract:[0-9]{1,18}}")
class PlanPage {
    private static final int BLANK = 2;

    private final CommunicationPlans plans;
    private final Customers customers;
    private final CustomerSheets sheets;
    private final PlanView view;
    private final TimeWords words;

    PlanPage(CommunicationPlans plans, Customers customers, CustomerSheets sheets, PlanView view, TimeWords words) {
        this.plans = plans;
        this.customers = customers;
        this.sheets = sheets;
        this.view = view;
        this.words = words;
    }

    /** @param copy another contract whose lines are proposed, nothing being agreed by that */
    @GetMapping
    ModelAndView page(@PathVariable long id, @PathVariable long contract,
            @RequestParam(required = false) @Nullable Long copy, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var customer = customer(id, me);
        var row = contract(customer, contract);
        var now = plans.of(new ContractId(contract));
        boolean may = CustomerRights.mayPlan(me, customer);
        var lines = Optional.ofNullable(copy).filter(_ -> may).map(ContractId::new)
                .filter(from -> plans.offers(now.contract()).stream().anyMatch(one -> one.contract().equals(from)))
                .map(from -> plans.proposal(from, now.contract())).orElse(now.lines());
        var form = new PlanForm(now.version(), now.confirmWithin(), lines);
        return view.page(customer, row, form, may ? BLANK : 0, List.of(), may, reader)
                .addObject("proposed", !lines.equals(now.lines()));
    }

    @PostMapping
    ModelAndView agree(@PathVariable long id, @PathVariable long contract,
            @RequestParam MultiValueMap<String, String> typed, @AuthenticationPrincipal SignedIn me, Reader reader,
            RedirectAttributes after) {
        var customer = changeable(id, me);
        var row = contract(customer, contract);
        var form = PlanForm.read(typed);
        if (typed.containsKey("more")) {
            return view.page(customer, row, form, BLANK * 2, List.of(), true, reader);
        }
        return switch (plans.agree(form.plan(new ContractId(contract)), me.id())) {
            case Outcome.Done _ -> done(customer, contract, "communication.agreed", reader, after);
            case Outcome.Refused refused -> withStatus(view.page(customer, row, form, BLANK, refused.bad(), true,
                    reader), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Moved moved -> withStatus(view.page(customer, row,
                    new PlanForm(moved.now().version(), form.within(), form.lines()), BLANK, List.of(), true, reader)
                    .addObject("moved", true), HttpStatus.CONFLICT);
        };
    }

    @PostMapping("/end")
    ModelAndView giveUp(@PathVariable long id, @PathVariable long contract, @AuthenticationPrincipal SignedIn me,
            Reader reader, RedirectAttributes after) {
        var customer = changeable(id, me);
        contract(customer, contract);
        plans.giveUp(new ContractId(contract), me.id());
        return done(customer, contract, "communication.gone", reader, after);
    }

    private ModelAndView done(Customer customer, long contract, String said, Reader reader, RedirectAttributes after) {
        after.addFlashAttribute("toast", new Toast("check", words.say(said, reader.locale()), null));
        return new ModelAndView(
                "redirect:/admin/customers/%d/plan/%d".formatted(customer.id().value(), contract));
    }

    private static ModelAndView withStatus(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    private Customer customer(long id, SignedIn me) {
        return customers.find(new CustomerId(id), CustomerRights.scope(me)).orElseThrow(PlanPage::notFound);
    }

    private Customer changeable(long id, SignedIn me) {
        var customer = customer(id, me);
        if (!CustomerRights.mayPlan(me, customer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return customer;
    }

    private SheetRow contract(Customer customer, long contract) {
        return sheets.row(Sheet.CONTRACTS, customer.id(), contract).orElseThrow(PlanPage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
