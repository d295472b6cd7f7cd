package io.pledge.web.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.customer.Customers;
import io.pledge.customer.Recognised;
import io.pledge.customer.Recognition;
import io.pledge.organisation.Products;
import io.pledge.organisation.Units;
import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.steps.CaseForms;
import io.pledge.steps.Field.Asked;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Home;
import io.pledge.ticket.Homes;
import io.pledge.ticket.IntakeChannel;
import io.pledge.ticket.NewAttachment;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Submission;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;
import io.pledge.web.Choice;
import io.pledge.web.ContactAddress;
import io.pledge.web.steps.FieldView;
import io.pledge.web.steps.KindForm;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Takes a case in for a customer who called or wrote; the promises count from when they did. */
@Controller
class NewCasePage {
    private final CaseForms forms;
    private final KindForm kindForm;
    private final Homes homes;
    private final Recognition recognition;
    private final Customers customers;
    private final Units units;
    private final Products products;
    private final NewCaseMapper mapper;
    private final NextWords nextWords;
    private final TimeWords time;

    NewCasePage(CaseForms forms, KindForm kindForm, Homes homes, Recognition recognition, Customers customers,
            Units units,
            Products products,
            NewCaseMapper mapper, NextWords nextWords, TimeWords time) {
        this.forms = forms;
        this.kindForm = kindForm;
        this.homes = homes;
        this.recognition = recognition;
        this.customers = customers;
        this.units = units;
        this.products = products;
        this.mapper = mapper;
        this.nextWords = nextWords;
        this.time = time;
    }

    @InitBinder
    void choices(WebDataBinder binder) {
        binder.registerCustomEditor(IntakeChannel.class, new Choice<>(IntakeChannel.class));
        binder.registerCustomEditor(TicketKind.class, new Choice<>(TicketKind.class));
        binder.registerCustomEditor(Severity.class, new Choice<>(Severity.class));
    }

    @GetMapping("/desk/new")
    ModelAndView form(@AuthenticationPrincipal SignedIn me, Reader reader) {
        require(me);
        NewCaseForm empty = NewCaseForm.empty(me.unit().language().toLanguageTag(), nextWords.local(reader));
        return page(empty, kindForm.empty(empty.kind(), Asked.STAFF, reader.locale()), HttpStatus.OK, reader);
    }

    /** The questions of another kind, put in the place of those of the kind before. */
    @PostMapping("/desk/new/fields")
    String fields(@ModelAttribute("form") NewCaseForm form, @AuthenticationPrincipal SignedIn me,
            NativeWebRequest request, Reader reader, Model model) {
        require(me);
        model.addAttribute("fields", kindForm.read(form.kind(), Asked.STAFF, request, reader.locale()).unjudged());
        return KindForm.FRAGMENT;
    }

    /** The questions of the kind that was chosen, for a browser that does not fetch them by itself; nothing is taken in. */
    @PostMapping(path = "/desk/new", params = "show")
    ModelAndView show(@ModelAttribute("form") NewCaseForm form, @AuthenticationPrincipal SignedIn me,
            NativeWebRequest request, Reader reader) {
        require(me);
        return page(form, kindForm.read(form.kind(), Asked.STAFF, request, reader.locale()).unjudged(), HttpStatus.OK,
                reader);
    }

    @PostMapping("/desk/new")
    ModelAndView enter(@Valid @ModelAttribute("form") NewCaseForm form, BindingResult errors,
            @AuthenticationPrincipal SignedIn me, NativeWebRequest request, Reader reader) {
        require(me);
        KindForm.Told told = kindForm.read(form.kind(), Asked.STAFF, request, reader.locale());
        Optional<ContactAddress> address = ContactAddress.read(form.address() == null ? "" : form.address());
        if (address.isEmpty() && !errors.hasFieldErrors("address")) {
            errors.rejectValue("address", "wrong", time.say("portal.address.wrong", reader.locale()));
        }
        Instant at = moment(form.at(), reader, errors);
        if (!errors.hasErrors() && !told.isWrong()) {
            try {
                TicketId ticket = forms.submit(submission(form, address.orElseThrow(), told.files(), me, at),
                        told.answers());
                return new ModelAndView("redirect:/desk/tickets/" + ticket.number().value());
            } catch (Refused refused) {
                errors.reject("refused", time.say("refused." + refused.reason(), reader.locale(),
                        refused.parts(reader.locale())));
            }
        }
        return page(form, told.fields(), HttpStatus.UNPROCESSABLE_CONTENT, reader);
    }

    private Submission submission(NewCaseForm form, ContactAddress address, List<NewAttachment> files, SignedIn me,
            Instant at) {
        Recognised known = recognition.recognise(form.serial(), form.address().strip()).orElse(null);
        Home home = homes.site(known).orElseGet(() -> Home.ofColleague(units.atWorkFrom(me.unit().id()).id()));
        ZoneId zone = Optional.ofNullable(known).map(Recognised::site).map(customers::site).map(site -> site.zone())
                .orElseGet(() -> units.unit(home.unit()).zone());
        var submitter = new Submission.Submitter(form.name().strip(), address.email(), address.phone(),
                Locale.forLanguageTag(form.language()), zone);
        return mapper.submission(form, submitter, home, known, files, new Actor.Staff(me.id()), at);
    }

    private Instant moment(@Nullable String typed, Reader reader, BindingResult errors) {
        if (typed == null || typed.isBlank()) {
            return reader.now();
        }
        try {
            Instant moment = LocalDateTime.parse(typed).atZone(reader.zone()).toInstant();
            if (moment.isAfter(reader.now())) {
                errors.rejectValue("at", "future", time.say("refused.inFuture", reader.locale()));
            }
            return moment;
        } catch (DateTimeException _) {
            errors.rejectValue("at", "moment", time.say("desk.error.moment", reader.locale()));
            return reader.now();
        }
    }

    private ModelAndView page(NewCaseForm form, List<FieldView> fields, HttpStatus status, Reader reader) {
        Locale locale = reader.locale();
        return new ModelAndView("desk/new", status).addObject("form", form).addObject("fields", fields)
                .addObject("channels",
                        options("desk.channel.", List.of(IntakeChannel.PHONE, IntakeChannel.MAIL), locale))
                .addObject("kinds", options("kind.", List.of(TicketKind.values()), locale))
                .addObject("severities", options("severity.", List.of(Severity.values()), locale))
                .addObject("products", products.names().stream().map(name -> Option.of(name, name)).toList())
                .addObject("languages", Stream.of("en", "zh-CN").map(tag -> Option.of(tag,
                        Locale.forLanguageTag(tag).getDisplayLanguage(locale))).toList())
                .addObject("zone", time.zone(reader.zone(), locale));
    }

    private List<Option> options(String prefix, List<? extends Enum<?>> values, Locale locale) {
        return values.stream().map(value -> Option.of(value.name(), time.say(prefix + value.name(), locale))).toList();
    }

    private static void require(SignedIn me) {
        if (!CaseRights.mayEnter(me)) {
            throw new AccessDeniedException("takes no cases in");
        }
    }
}
