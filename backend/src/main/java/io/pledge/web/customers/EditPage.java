package io.pledge.web.customers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.pledge.customer.Customer;
import io.pledge.customer.CustomerEdits;
import io.pledge.customer.CustomerEdits.Outcome;
import io.pledge.customer.CustomerId;
import io.pledge.customer.CustomerSheets;
import io.pledge.customer.Customers;
import io.pledge.customer.Sheet;
import io.pledge.customer.SheetRow;
import io.pledge.organisation.Scope;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;
import io.pledge.web.view.Toast;

/** The form in which an administrator adds or changes a customer, or a contract, site, contact or piece of equipment of one. */
@Controller
class EditPage {
    private static final String ROW = "/admin/customers/{id:[0-9]{1,18}}/{sheet:contracts|sites|contacts|equipment|services}/{row:[0-9]{1,18}}";
    private static final String NEW_ROW = "/admin/customers/{id:[0-9]{1,18}}/{sheet:contracts|sites|contacts|equipment|services}/new";

    private final CustomerEdits edits;
    private final CustomerSheets sheets;
    private final Customers customers;
    private final EditForm form;
    private final CellWords words;

    EditPage(CustomerEdits edits, CustomerSheets sheets, Customers customers, EditForm form, CellWords words) {
        this.edits = edits;
        this.sheets = sheets;
        this.customers = customers;
        this.form = form;
        this.words = words;
    }

    @GetMapping("/admin/customers/new")
    ModelAndView newCustomer(Reader reader) {
        return form.page(Sheet.CUSTOMERS, null, null, Map.of(), reader);
    }

    @PostMapping("/admin/customers/new")
    ModelAndView addCustomer(@RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn me,
            Reader reader, RedirectAttributes after) {
        return add(Sheet.CUSTOMERS, null, typed, me, reader, after);
    }

    @GetMapping("/admin/customers/{id:[0-9]{1,18}}/edit")
    ModelAndView customer(@PathVariable long id, Reader reader) {
        return shown(Sheet.CUSTOMERS, require(id), id, reader);
    }

    @PostMapping("/admin/customers/{id:[0-9]{1,18}}/edit")
    ModelAndView changeCustomer(@PathVariable long id, @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        return change(Sheet.CUSTOMERS, require(id), id, typed, me, reader, after);
    }

    @GetMapping(NEW_ROW)
    ModelAndView newRow(@PathVariable long id, @PathVariable String sheet, Reader reader) {
        return form.page(Sheet.named(sheet).orElseThrow(), require(id), null, Map.of(), reader);
    }

    @PostMapping(NEW_ROW)
    ModelAndView addRow(@PathVariable long id, @PathVariable String sheet, @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal SignedIn me, Reader reader, RedirectAttributes after) {
        return add(Sheet.named(sheet).orElseThrow(), require(id), typed, me, reader, after);
    }

    @GetMapping(ROW)
    ModelAndView row(@PathVariable long id, @PathVariable String sheet, @PathVariable long row, Reader reader) {
        return shown(Sheet.named(sheet).orElseThrow(), require(id), row, reader);
    }

    @PostMapping(ROW)
    ModelAndView changeRow(@PathVariable long id, @PathVariable String sheet, @PathVariable long row,
            @RequestParam Map<String, String> typed, @AuthenticationPrincipal SignedIn me, Reader reader,
            RedirectAttributes after) {
        return change(Sheet.named(sheet).orElseThrow(), require(id), row, typed, me, reader, after);
    }

    private ModelAndView shown(Sheet sheet, Customer customer, long id, Reader reader) {
        SheetRow row = row(sheet, customer, id);
        return form.page(sheet, customer, row, row.cells(), reader);
    }

    private ModelAndView add(Sheet sheet, @Nullable Customer customer, Map<String, String> typed, SignedIn me,
            Reader reader, RedirectAttributes after) {
        Map<String, String> values = values(sheet, customer, typed);
        Outcome outcome = edits.add(sheet, values, me.id());
        return answer(outcome, form.page(sheet, customer, null, values, reader), "customers.added", reader, after);
    }

    private ModelAndView change(Sheet sheet, Customer customer, long id, Map<String, String> typed, SignedIn me,
            Reader reader, RedirectAttributes after) {
        SheetRow row = row(sheet, customer, id);
        Map<String, String> values = values(sheet, customer, typed);
        Outcome outcome = edits.change(sheet, id, version(typed), values, me.id());
        return answer(outcome, form.page(sheet, customer, row, values, reader), "customers.saved", reader, after);
    }

    private ModelAndView answer(Outcome outcome, ModelAndView page, String done, Reader reader,
            RedirectAttributes after) {
        return switch (outcome) {
            case Outcome.Done(CustomerId customer) -> {
                after.addFlashAttribute("toast", new Toast("check", words.say(done, reader.locale()), null));
                yield new ModelAndView("redirect:/admin/customers/" + customer.value());
            }
            case Outcome.Refused refused -> form.refused(page, refused);
            case Outcome.Moved moved -> form.moved(page, moved, reader);
        };
    }

    /** A row stays with its customer: only a file moves it to another. */
    private static Map<String, String> values(Sheet sheet, @Nullable Customer customer, Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>();
        sheet.columns().forEach(column -> values.put(column.name(), typed.getOrDefault(column.name(), "")));
        if (sheet.isOfCustomer() && customer != null) {
            values.put("customer", customer.key());
        }
        return values;
    }

    private static int version(Map<String, String> typed) {
        return Optional.ofNullable(typed.get("version")).filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::parseInt).orElse(-1);
    }

    private SheetRow row(Sheet sheet, Customer customer, long id) {
        return sheets.row(sheet, customer.id(), id).orElseThrow(EditPage::notFound);
    }

    /** Only administrators get here, and they see every customer. */
    private Customer require(long id) {
        return customers.find(new CustomerId(id), Scope.everything()).orElseThrow(EditPage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
