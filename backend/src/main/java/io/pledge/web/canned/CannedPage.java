package io.pledge.web.canned;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import io.pledge.security.CaseRights;
import io.pledge.security.SignedIn;
import io.pledge.sla.Promising;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Verb;
import io.pledge.web.view.Reader;

/** A canned text for the customer of one case, as plain text for the form in which it is picked. */
@Controller
class CannedPage {
    private final Cases cases;
    private final CannedTexts texts;
    private final Promising promising;

    CannedPage(Cases cases, CannedTexts texts, Promising promising) {
        this.cases = cases;
        this.texts = texts;
        this.promising = promising;
    }

    /** @param nextWordAt as the select of the form sends it: an instant, or nothing for the latest that the policy allows */
    @GetMapping("/desk/tickets/{number}/canned")
    ResponseEntity<String> text(@PathVariable String number, @RequestParam(defaultValue = "") String canned,
            @RequestParam(defaultValue = "") String nextWordAt, @AuthenticationPrincipal SignedIn me, Reader reader) {
        var ticket = cases.find(number, me.scope());
        if (!CaseRights.may(me, Verb.REPLY, ticket)) {
            throw new AccessDeniedException("answers are not open to " + me.username());
        }
        var next = nextWordAt.isBlank()
                ? promising.latestNextWord(ticket.id(), reader.now())
                : moment(nextWordAt);
        return texts.fill(canned, ticket, me, next, reader)
                .map(text -> ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN,
                        StandardCharsets.UTF_8)).body(text))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Instant moment(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
    }
}
