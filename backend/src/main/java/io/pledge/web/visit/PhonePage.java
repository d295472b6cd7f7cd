package io.pledge.web.visit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import io.pledge.security.SignedIn;
import io.pledge.visit.Visit;
import io.pledge.visit.Visits;
import io.pledge.web.view.Reader;

/** The pages of whoever travels, made for a phone that is often without a connection. */
@Controller
@RequestMapping("/visits")
class PhonePage {
    private static final int LAST = 20;

    private final Visits visits;
    private final VisitWords words;
    private final PhoneWords phone;
    private final OwnVisits own;

    PhonePage(Visits visits, VisitWords words, PhoneWords phone, OwnVisits own) {
        this.visits = visits;
        this.words = words;
        this.phone = phone;
        this.own = own;
    }

    /** My visits: today's first, then what comes, then what is done. */
    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        List<Visit> open = visits.open(me.id(), me.scope());
        Instant tomorrow = reader.today().plusDays(1).atStartOfDay(reader.zone()).toInstant();
        Predicate<Visit> today = visit -> visit.begins().isBefore(tomorrow);
        model.addAttribute("today", words.of(open.stream().filter(today).toList(), reader));
        model.addAttribute("coming", words.of(open.stream().filter(today.negate()).toList(), reader));
        model.addAttribute("done", words.of(visits.made(me.id(), me.scope(), LAST), reader));
        model.addAttribute("person", me.id().value());
        return "visit/phone-list";
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    String one(@PathVariable long id, @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        Visit visit = own.find(id, me);
        model.addAttribute("phone", phone.of(visit, reader));
        model.addAttribute("person", me.id().value());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("zone", visit.zone().getId());
        return "visit/phone";
    }

    /** What a page that was kept without a connection needs before it sends: a token, whose it is, and what time it is here. */
    @GetMapping("/token")
    @ResponseBody
    Map<String, String> token(CsrfToken token, @AuthenticationPrincipal SignedIn me, Reader reader) {
        return Map.of("header", token.getHeaderName(), "token", token.getToken(), "person",
                Long.toString(me.id().value()), "now", reader.now().toString());
    }

    /** What keeps the pages open without a connection; its address decides for which pages it may. */
    @GetMapping("/worker.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/javascript"))
                .cacheControl(CacheControl.noCache()).header("Service-Worker-Allowed", "/visits")
                .body(new ClassPathResource("static/js/visits-worker.js"));
    }
}
