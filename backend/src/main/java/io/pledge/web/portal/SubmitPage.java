package io.pledge.web.portal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.steps.Field.Asked;
import io.pledge.ticket.NewAttachment;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.web.BadUpload;
import io.pledge.web.Choice;
import io.pledge.web.Choices;
import io.pledge.web.Uploads;
import io.pledge.web.steps.FieldView;
import io.pledge.web.steps.KindForm;

/** The form by which a customer turns to us, without an account. */
@Controller
class SubmitPage {
    private final SubmitChoices choices;
    private final Quotes quotes;
    private final Reception reception;
    private final Uploads uploads;
    private final KindForm kindForm;
    private final MessageSource texts;

    SubmitPage(SubmitChoices choices, Quotes quotes, Reception reception, Uploads uploads, KindForm kindForm,
            MessageSource texts) {
        this.choices = choices;
        this.quotes = quotes;
        this.reception = reception;
        this.uploads = uploads;
        this.kindForm = kindForm;
        this.texts = texts;
    }

    @InitBinder
    void blankIsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(Severity.class, new Choice<>(Severity.class));
        binder.registerCustomEditor(TicketKind.class, new Choice<>(TicketKind.class));
    }

    @GetMapping({"/", "/submit"})
    ModelAndView form(Locale locale) {
        SubmissionForm empty = SubmissionForm.empty();
        return page(empty, kindForm.empty(empty.kind(), Asked.CUSTOMER, locale), HttpStatus.OK, locale);
    }

    /**
     * The questions of another kind, put in the place of those of the kind before. Sent as a form: what was typed into fields that both have
     * stays, and stands in no address.
     */
    @PostMapping("/submit/fields")
    String fields(@ModelAttribute("form") SubmissionForm form, NativeWebRequest request, Locale locale, Model model) {
        model.addAttribute("fields", kindForm.read(form.kind(), Asked.CUSTOMER, request, locale).unjudged());
        return KindForm.FRAGMENT;
    }

    /** The questions of the kind that was chosen, for a browser that does not fetch them by itself; nothing is sent in. */
    @PostMapping(path = "/submit", params = "show")
    ModelAndView show(@ModelAttribute("form") SubmissionForm form, NativeWebRequest request, Locale locale) {
        return page(form, kindForm.read(form.kind(), Asked.CUSTOMER, request, locale).unjudged(), HttpStatus.OK,
                locale);
    }

    /** The plate with the time that the choices made so far would be promised. */
    @GetMapping("/submit/quote")
    String quote(@RequestParam @Nullable String kind, @RequestParam @Nullable String severity,
            @RequestParam @Nullable String zone, Locale locale, Model model) {
        model.addAttribute("quote", quotes.plate(Choices.of(TicketKind.class, kind).orElse(TicketKind.FAULT),
                Choices.of(Severity.class, severity).orElse(Severity.MAJOR), zone, locale));
        return "portal/quote :: plate";
    }

    @PostMapping("/submit")
    ModelAndView submit(@Valid @ModelAttribute("form") SubmissionForm form, BindingResult errors,
            @RequestParam(required = false) List<MultipartFile> files, NativeWebRequest request, Locale locale) {
        List<NewAttachment> attachments = read(files, errors, locale);
        KindForm.Told told = kindForm.read(form.kind(), Asked.CUSTOMER, request, locale);
        if (errors.hasErrors() || told.isWrong()) {
            return page(form, told.fields(), HttpStatus.UNPROCESSABLE_CONTENT, locale)
                    .addObject("kindWrong", told.isWrong())
                    .addObject("chosenLost", chosen(files) || !told.files().isEmpty());
        }
        String token = reception.receive(form, Stream.concat(attachments.stream(), told.files().stream()).toList(),
                told.answers(), locale);
        return new ModelAndView("redirect:/c/" + token + "?received");
    }

    private List<NewAttachment> read(@Nullable List<MultipartFile> files, BindingResult errors, Locale locale) {
        try {
            return uploads.read(files == null ? List.of() : files);
        } catch (BadUpload bad) {
            errors.reject("files", texts.getMessage(bad, locale));
            return List.of();
        }
    }

    /** A browser does not keep chosen files when a form comes back; whoever chose some is told to choose them again. */
    private static boolean chosen(@Nullable List<MultipartFile> files) {
        return files != null && files.stream().anyMatch(file -> !file.isEmpty());
    }

    private ModelAndView page(SubmissionForm form, List<FieldView> fields, HttpStatus status, Locale locale) {
        ModelAndView page = new ModelAndView("portal/submit", status);
        page.addObject("form", form);
        page.addObject("fields", fields);
        page.addObject("kindWrong", false);
        page.addObject("kinds", choices.kinds(locale));
        page.addObject("severities", choices.severities(locale));
        page.addObject("products", choices.products());
        page.addObject("quote", quotes.plate(form.kind() == null ? TicketKind.FAULT : form.kind(),
                form.severity() == null ? Severity.MAJOR : form.severity(), form.zone(), locale));
        return page;
    }
}
