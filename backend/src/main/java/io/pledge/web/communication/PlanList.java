package io.pledge.web.communication;

import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.pledge.communication.CommunicationPlans;
import io.pledge.customer.ContractId;
import io.pledge.customer.Customer;
import io.pledge.customer.CustomerSheets;
import io.pledge.customer.Sheet;

/** The communication plans of a customer's contracts, for the customer's page. */
@Component
public class PlanList {
    private static final int MOST = 20;

    private final CommunicationPlans plans;
    private final CustomerSheets sheets;
    private final PlanWords words;

    PlanList(CommunicationPlans plans, CustomerSheets sheets, PlanWords words) {
        this.plans = plans;
        this.sheets = sheets;
        this.words = words;
    }

    /** One contract. @param state how many lines are agreed, or that none is */
    public record Row(String number, String href, String state) {}

    public List<Row> of(Customer customer, Locale locale) {
        var agreed = plans.lines(customer.id());
        return sheets.page(Sheet.CONTRACTS, customer.id(), "", null, MOST).stream().map(contract -> {
            int lines = agreed.getOrDefault(new ContractId(contract.id()), 0);
            return new Row(contract.cell("number"),
                    "/admin/customers/%d/plan/%d".formatted(customer.id().value(), contract.id()),
                    words.say(lines == 0
                            ? "communication.none"
                            : lines == 1 ? "communication.lines.one" : "communication.lines", locale,
                            String.valueOf(lines)));
        }).toList();
    }
}
