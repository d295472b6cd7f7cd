package io.pledge.web.customers;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.customer.BroughtFile;
import io.pledge.customer.CustomerFiles;
import io.pledge.customer.DryRun;
import io.pledge.customer.FileRefused;
import io.pledge.customer.Sheet;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Reader;

/** Brings customers in as files: first what a file would do is shown with every bad line, then it is done whole or not at all. */
@Controller
class ImportPage {
    private static final String FORM = "form";
    private static final String FILE = "/admin/customers/import/{upload:[0-9a-f-]{36}}";
    private static final int SHOWN_CHANGES = 200;
    private static final int LONGEST_NAME = 120;

    private final CustomerFiles files;
    private final DryRunWords words;

    ImportPage(CustomerFiles files, DryRunWords words) {
        this.files = files;
        this.words = words;
    }

    @GetMapping("/admin/customers/import")
    ModelAndView form(@RequestParam(defaultValue = "customers") String sheet, Reader reader) {
        return form(sheet, errors(), reader);
    }

    @PostMapping("/admin/customers/import")
    ModelAndView bring(@RequestParam(defaultValue = "") String sheet,
            @RequestParam(required = false) @Nullable MultipartFile file, @AuthenticationPrincipal SignedIn me,
            Reader reader) throws IOException {
        BindingResult errors = errors();
        Optional<Sheet> chosen = Sheet.named(sheet);
        if (chosen.isEmpty()) {
            errors.rejectValue("sheet", "error.required");
        } else if (file == null || file.isEmpty() && String.valueOf(file.getOriginalFilename()).isBlank()) {
            errors.rejectValue("file", "customers.import.choose");
        } else {
            try {
                UUID id = files.bring(chosen.get(), name(file), file.getBytes(), me.id());
                return new ModelAndView("redirect:/admin/customers/import/" + id);
            } catch (FileRefused refused) {
                errors.rejectValue("file", "customers.refused." + refused.reason(), new Object[]{refused.what()}, null);
            }
        }
        ModelAndView page = form(sheet, errors, reader);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping(FILE)
    ModelAndView look(@PathVariable String upload, @AuthenticationPrincipal SignedIn me, Reader reader) {
        return page(require(upload, me), reader);
    }

    @PostMapping(FILE)
    ModelAndView take(@PathVariable String upload, @RequestParam(defaultValue = "") String seen,
            @AuthenticationPrincipal SignedIn me, Reader reader) {
        BroughtFile file = require(upload, me);
        try {
            files.take(file, seen, me.id());
            return new ModelAndView("redirect:/admin/customers/import/" + file.id());
        } catch (OptimisticLockingFailureException moved) {
            ModelAndView page = page(file, reader).addObject("moved", true);
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
    }

    @GetMapping(FILE + "/bad.csv")
    void badLines(@PathVariable String upload, @AuthenticationPrincipal SignedIn me, Reader reader,
            HttpServletResponse response) throws IOException {
        BroughtFile file = waiting(upload, me);
        DryRun run = files.look(file, 0);
        words.writeBad(run, CsvAnswer.begin(response, file.sheet().word() + "-bad"), reader.locale());
    }

    @GetMapping(FILE + "/changes.csv")
    void changes(@PathVariable String upload, @AuthenticationPrincipal SignedIn me, Reader reader,
            HttpServletResponse response) throws IOException {
        BroughtFile file = waiting(upload, me);
        DryRun run = files.look(file, Integer.MAX_VALUE);
        words.writeChanges(file, run, CsvAnswer.begin(response, file.sheet().word() + "-changes"), reader.locale());
    }

    private ModelAndView form(String sheet, BindingResult errors, Reader reader) {
        return new ModelAndView("customers/import").addObject("chosen", sheet).addObject(FORM, errors.getTarget())
                .addObject(BindingResult.MODEL_KEY_PREFIX + FORM, errors)
                .addObject("sheets", words.sheets(reader.locale())).addObject("largest", files.largest().toMegabytes());
    }

    private ModelAndView page(BroughtFile file, Reader reader) {
        ModelAndView page = new ModelAndView("customers/dry-run").addObject("file", words.file(file, reader));
        return file.importedAt() != null
                ? page
                : page.addObject("run", words.run(file, files.look(file, SHOWN_CHANGES), reader.locale()));
    }

    private BroughtFile waiting(String upload, SignedIn me) {
        return Optional.of(require(upload, me)).filter(file -> file.importedAt() == null)
                .orElseThrow(ImportPage::notFound);
    }

    private BroughtFile require(String upload, SignedIn me) {
        try {
            return files.find(UUID.fromString(upload), me.id()).orElseThrow(ImportPage::notFound);
        } catch (IllegalArgumentException forged) {
            throw notFound();
        }
    }

    /** As its sender called it, short enough to show. */
    private static String name(MultipartFile file) {
        String given = String.valueOf(file.getOriginalFilename()).replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1).strip();
        return last.length() > LONGEST_NAME ? last.substring(0, LONGEST_NAME) + "…" : last;
    }

    private static BindingResult errors() {
        return new MapBindingResult(new java.util.HashMap<>(), FORM);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
