package io.pledge.web.portal;

import java.util.List;
import java.util.Locale;

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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.ticket.NewAttachment;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.web.BadUpload;
import io.pledge.web.Choice;
import io.pledge.web.Choices;
import io.pledge.web.Uploads;

/** The form by which a customer turns to us, without an account. */
@Controller
class SubmitPage {
    private final SubmitChoices choices;
    private final Quotes quotes;
    private final Reception reception;
    private final Uploads uploads;
    private final MessageSource texts;

    SubmitPage(SubmitChoices choices, Quotes quotes, Reception reception, Uploads uploads, MessageSource texts) {
        this.choices = choices;
        this.quotes = quotes;
        this.reception = reception;
        this.uploads = uploads;
        this.texts = texts;
    }

    @InitBinder
    void blankIsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(Severity.class, new Choice<>(Severity.class));
        binder.registerCustomEditor(TicketKind.class, new Choice<>(TicketKind.class));
    }

    @GetMapping({"/", "/submit"})
    ModelAndView form(Locale locale) {
        return page(SubmissionForm.empty(), HttpStatus.OK, locale);
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
            @RequestParam(required = false) List<MultipartFile> files, Locale locale) {
        List<NewAttachment> attachments = read(files, errors, locale);
        if (errors.hasErrors()) {
            return page(form, HttpStatus.UNPROCESSABLE_CONTENT, locale).addObject("chosenLost", chosen(files));
        }
        String token = reception.receive(form, attachments, locale);
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

    private ModelAndView page(SubmissionForm form, HttpStatus status, Locale locale) {
        ModelAndView page = new ModelAndView("portal/submit", status);
        page.addObject("form", form);
        page.addObject("kinds", choices.kinds(locale));
        page.addObject("severities", choices.severities(locale));
        page.addObject("products", choices.products());
        page.addObject("quote", quotes.plate(form.kind() == null ? TicketKind.FAULT : form.kind(),
                form.severity() == null ? Severity.MAJOR : form.severity(), form.zone(), locale));
        return page;
    }
}
