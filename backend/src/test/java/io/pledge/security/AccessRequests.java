package io.pledge.security;

import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.ticket.Cases;
import io.pledge.ticket.TicketId;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/** Makes of a line of {@code access.txt} the request that somebody sends there, with the ids of what is theirs or of what is not. */
final class AccessRequests {
    /** A part of a pattern that stands for something; its regular expression may hold braces itself. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(:[^/]*)?}");
    private static final String NEVER_SENT = "A".repeat(27);
    private static final String NEVER_ASKED = "A".repeat(22);
    private static final String NEVER_BROUGHT = "00000000-0000-4000-8000-000000000000";
    private static final String SOMEBODY_ELSE = "chengdu-head";
    private static final String PASSWORD = "pledge-demo";
    private final AccessScene scene;
    private final Casebook casebook;
    private final Cases cases;

    AccessRequests(AccessScene scene, Casebook casebook, Cases cases) {
        this.scene = scene;
        this.casebook = casebook;
        this.cases = cases;
    }

    /** Without a token against forgery. */
    MockHttpServletRequestBuilder of(AccessLine line, Caller caller, boolean inside) {
        var things = scene.in(inside || caller.elsewhere == null ? caller.unit : caller.elsewhere);
        String path = PLACE.matcher(line.pattern())
                .replaceAll(place -> value(place.group(1), line, caller, inside, things));
        MockHttpServletRequestBuilder request = request(
                HttpMethod.valueOf(line.method().equals("ANY") ? "GET" : line.method()), path);
        fields(things).forEach(request::param);
        if (line.isApi()) {
            request.contentType(MediaType.APPLICATION_JSON).content("{}");
        }
        if (caller.isStranger()) {
            return request;
        }
        return request.with(line.isApi() ? httpBasic(caller.username(), PASSWORD) : As.person(caller.username()));
    }

    private String value(String place, AccessLine line, Caller caller, boolean inside, AccessScene.Office things) {
        return switch (place) {
            case "number" -> (line.pattern().startsWith("/quality") ? things.ended() : things.open()).number().value();
            case "promise" -> "progress-1";
            case "visit" -> Long.toString(things.visit());
            case "letter" -> "message";
            case "file" -> Long.toString(things.file());
            case "form" -> "reply";
            case "step" -> Long.toString(things.step());
            case "token" -> token(line, inside, things);
            case "username" -> inside || caller.other == null ? caller.person : caller.other;
            case "key" -> inside || caller.elsewhere == null ? caller.unit : caller.elsewhere;
            case "appeal" -> Long.toString(inside ? things.appeal() : scene.in("warsaw").appeal());
            case "sheet" -> "equipment";
            case "row" -> Long.toString(things.equipment());
            case "contract" -> Long.toString(things.contract());
            case "upload" -> inside ? scene.upload() : NEVER_BROUGHT;
            case "id" -> Long.toString(id(line, caller, inside, things));
            default -> throw new IllegalStateException("nothing known to put in for " + place);
        };
    }

    private static String token(AccessLine line, boolean inside, AccessScene.Office things) {
        if (line.about().equals("survey")) {
            return inside ? things.survey() : NEVER_ASKED;
        }
        return inside ? things.link() : NEVER_SENT;
    }

    private long id(AccessLine line, Caller caller, boolean inside, AccessScene.Office things) {
        String who = inside ? caller.isStranger() ? "hq-engineer-2" : caller.username() : SOMEBODY_ELSE;
        return switch (line.about()) {
            case "customer" -> things.customer();
            case "lesson" -> things.lesson();
            case "call" -> things.call();
            case "visit" -> scene.visitOf(who);
            case "incident" -> things.incident();
            case "help" -> things.help();
            case "asked" -> things.asked();
            case "ruling" -> scene.rulingAgainst(who);
            case "confirmation" -> scene.askedOf(who);
            default -> throw new IllegalStateException("no id known of a " + line.about());
        };
    }

    /** What any of the forms asks for; each takes what it knows. A lesson takes its text by number, so that all texts are one. */
    private Map<String, String> fields(AccessScene.Office things) {
        TicketId open = things.open();
        return Map.ofEntries(Map.entry("version", Integer.toString(cases.require(open).version())),
                Map.entry("text", "1"), Map.entry("note", "Between us."), Map.entry("said", "We talked."),
                Map.entry("reason", "Because."), Map.entry("instructions", "Look again."),
                Map.entry("cause", "NO_WORD"), Map.entry("remedy", "A part."), Map.entry("prevention", "A check."),
                Map.entry("message", "It is done."), Map.entry("title", "A cap."), Map.entry("situation", "A fault."),
                Map.entry("seen", "1"), Map.entry("to", Long.toString(casebook.person("local-head").value())),
                Map.entry("ticket", things.ended().number().value()),
                Map.entry("number", things.ended().number().value()), Map.entry("unit", "hamburg"),
                Map.entry("granted", "false"), Map.entry("reasoning", "As it was."), Map.entry("grounds", "Not us."),
                Map.entry("phone", "+48 600 100 200"), Map.entry("score", "9"), Map.entry("verdict", "NOT_VALID"),
                Map.entry("sameOfficer", "The only one."), Map.entry("outcome", "AGREED"), Map.entry("kind", "FAULT"),
                Map.entry("severity", "MAJOR"), Map.entry("what", "A bearing."), Map.entry("promise", "RESOLUTION"),
                Map.entry("dueAt", "2027-01-15T12:00"), Map.entry("channel", "PHONE"), Map.entry("name", "Marek"),
                Map.entry("address", "+48 600 100 200"), Map.entry("language", "en"),
                Map.entry("other", things.ended().number().value()), Map.entry("key", "one"),
                Map.entry("canned", "looking-into-it"), Map.entry("password", "twelve or more"),
                Map.entry("again", "twelve or more"), Map.entry("words", "Look at the firmware."));
    }
}
