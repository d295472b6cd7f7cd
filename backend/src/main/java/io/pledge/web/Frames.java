package io.pledge.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import io.pledge.organisation.Vendor;
import io.pledge.security.Doors;
import io.pledge.security.PageLanguage;
import io.pledge.security.SignedIn;
import io.pledge.web.view.Language;
import io.pledge.web.view.ManagerFrame;
import io.pledge.web.view.NavItem;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.PortalFrame;

/** What surrounds a page: for customers and strangers the vendor's name and the languages, for the staff the ways that are open to them. */
@Component
public class Frames {
    private static final String SIGN_OUT = "/sign-out";

    private final Vendor vendor;
    private final MessageSource texts;

    Frames(Vendor vendor, MessageSource texts) {
        this.vendor = vendor;
        this.texts = texts;
    }

    /** The frame of customers' and strangers' pages. */
    public PortalFrame portal(HttpServletRequest request, Locale locale) {
        return new PortalFrame(vendor.name(), "/", languages(request, locale));
    }

    /** The frame of reports, rulings, appraisals, the library and administration. */
    public ManagerFrame manager(SignedIn person, HttpServletRequest request, Locale locale) {
        return new ManagerFrame(Doors.home(person), ways(person, request.getRequestURI(), locale), me(person, locale),
                SIGN_OUT);
    }

    /** The ways between the areas of the staff, those only that are open to this person. */
    public List<NavItem> ways(SignedIn person, String current, Locale locale) {
        Optional<Way> here = Stream.of(Way.values()).filter(way -> (current + "/").startsWith(way.path + "/"))
                .max(Comparator.comparingInt(way -> way.path.length()));
        return Stream.of(Way.values())
                .filter(way -> Doors.opens(person, way.path))
                .map(way -> NavItem.of(way.icon, texts.getMessage("way." + way.name(), null, locale), way.path,
                        here.filter(way::equals).isPresent()))
                .toList();
    }

    /** Who is signed in, with their roles in the reader's language. */
    public PersonView me(SignedIn person, Locale locale) {
        String roles = person.roles().stream().sorted()
                .map(role -> texts.getMessage("role." + role.name(), null, locale))
                .collect(Collectors.joining(", "));
        return PersonView.of(person.name(), roles);
    }

    private static List<Language> languages(HttpServletRequest request, Locale locale) {
        return PageLanguage.LANGUAGES.stream()
                .map(language -> new Language(language.toLanguageTag(),
                        language.getDisplayLanguage(language),
                        inLanguage(request, language), language.getLanguage().equals(locale.getLanguage())))
                .toList();
    }

    /** The same page in another language; a page that came of an error leads to the address that had been asked for. */
    private static String inLanguage(HttpServletRequest request, Locale language) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var address = ServletUriComponentsBuilder.fromRequest(request);
        if (failed != null) {
            address.replacePath(failed.toString());
        }
        return address.scheme(null).host(null).port(null).replaceQueryParam("lang", language.toLanguageTag())
                .build(true).toUriString();
    }

    private enum Way {
        DESK("bars", "/desk"), REPORT("chart", "/report"), QUALITY("scales", "/quality"), APPRAISAL("people",
                "/appraisal"), LIBRARY("book",
                        "/library"), CUSTOMERS("building", "/admin/customers"), ADMIN("gear", "/admin");

        private final String icon;
        private final String path;

        Way(String icon, String path) {
            this.icon = icon;
            this.path = path;
        }
    }
}
