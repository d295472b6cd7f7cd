package io.pledge.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.RequestContextUtils;

import io.pledge.demo.DemoMails.Mail;
import io.pledge.demo.DemoMails.Whose;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;

/** The page on which whoever tries the demonstration reads the mail of its customers and its staff. */
@Controller
@Profile("demo")
class DemoMailbox {
    private static final int SIZE = 25;

    private final DemoMails mails;
    private final Units units;
    private final MessageSource texts;

    DemoMailbox(DemoMails mails, Units units, MessageSource texts) {
        this.mails = mails;
        this.units = units;
        this.texts = texts;
    }

    @GetMapping("/demo/mailbox")
    String mailbox(@RequestParam(defaultValue = "ALL") Whose whose, @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @Nullable Long mail, HttpServletRequest request, Locale locale,
            Model model) {
        int shown = Math.max(0, Math.min(page, 10_000));
        var found = mails.latest(whose, shown, SIZE + 1);
        var moments = new Moments(zone(request), locale, texts);
        model.addAttribute("whose", whose);
        model.addAttribute("everybody", Whose.values());
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > SIZE);
        model.addAttribute("lines", lines(found, moments));
        chosen(mail).ifPresent(open -> model.addAttribute("mail", open).addAttribute("sent", moments.full(open.at())));
        return "demo/mailbox";
    }

    private Optional<Mail> chosen(@Nullable Long id) {
        if (id == null) {
            return Optional.empty();
        }
        return Optional
                .of(mails.mail(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static List<Line> lines(List<Mail> found, Moments moments) {
        return found.stream().limit(SIZE)
                .map(mail -> new Line(mail.id(), mail.name(), mail.subject(), moments.brief(mail.at()))).toList();
    }

    private ZoneId zone(HttpServletRequest request) {
        return Optional.ofNullable(RequestContextUtils.getTimeZone(request)).map(TimeZone::toZoneId)
                .or(() -> units.all().stream().findFirst().map(ServiceUnit::zone)).orElse(ZoneOffset.UTC);
    }

    /** A mail in the list. */
    record Line(long id, String who, String subject, String when) {}

    /** Says moments to whoever reads the page. */
    private record Moments(ZoneId zone, Locale locale, MessageSource texts) {
        String brief(Instant at) {
            return said("time.pattern.short", at) + " " + time(at);
        }

        String full(Instant at) {
            var name = texts.getMessage("zone." + zone.getId().replace('/', '.'), null, zone.getId(), locale);
            return said("time.pattern.day", at) + ", " + time(at) + ", " + name;
        }

        private String said(String pattern, Instant at) {
            return DateTimeFormatter.ofPattern(texts.getMessage(pattern, null, locale), locale).format(at.atZone(zone));
        }

        private String time(Instant at) {
            return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at.atZone(zone));
        }
    }
}
