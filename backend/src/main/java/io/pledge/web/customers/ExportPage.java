package io.pledge.web.customers;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.pledge.customer.Sheet;
import io.pledge.customer.SheetExport;
import io.pledge.security.CustomerRights;
import io.pledge.security.SignedIn;

/** A sheet of all customers that somebody may see, as a file that can be changed and imported. */
@Controller
class ExportPage {
    private final SheetExport export;

    ExportPage(SheetExport export) {
        this.export = export;
    }

    @GetMapping("/admin/customers/export/{sheet:customers|contracts|sites|contacts|equipment|services}.csv")
    void export(@PathVariable String sheet, @AuthenticationPrincipal SignedIn me, HttpServletResponse response)
            throws IOException {
        Sheet asked = Sheet.named(sheet).orElseThrow();
        export.write(asked, CustomerRights.scope(me), CsvAnswer.begin(response, asked.word()));
    }
}
