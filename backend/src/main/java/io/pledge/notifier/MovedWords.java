package io.pledge.notifier;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.pledge.notifier.Letter.Audience;
import io.pledge.sla.PromiseMove;
import io.pledge.sla.PromisesMoved;
import io.pledge.ticket.Participant;

/** Says in a customer's words what is promised to them now, and why it is not what it was. */
@Component
class MovedWords {
    private final Wording wording;
    private final SpokenMoments moments;

    MovedWords(Wording wording, SpokenMoments moments) {
        this.wording = wording;
        this.moments = moments;
    }

    /** What stands in braces in the letter, for this reader. */
    Map<String, String> say(PromisesMoved moved, Participant reader) {
        var severities = Map.of("from", severity(moved.why().before().severity().name(), reader.language()), "to",
                severity(moved.why().after().severity().name(), reader.language()));
        var why = say("moved." + moved.why().cause(), reader.language(), severities);
        var lines = moved.moves().stream().map(move -> line(move, moved, reader))
                .collect(Collectors.joining("\n"));
        return Map.of("why", why, "now", lines);
    }

    private String line(PromiseMove move, PromisesMoved moved, Participant reader) {
        var values = new HashMap<>(Map.of("what",
                say("promise." + move.kind().name(), reader.language(), Map.of())));
        Optional.ofNullable(move.to()).ifPresent(due -> values.put("moment",
                moments.say(Audience.CUSTOMER, due, reader.language(), reader.zone())));
        return say(key(move, moved), reader.language(), values);
    }

    private static String key(PromiseMove move, PromisesMoved moved) {
        if (move.to() == null) {
            return "moved.gone";
        }
        return move.to().isAfter(moved.at().occurredAt()) ? "moved.to" : "moved.due";
    }

    private String severity(String name, Locale language) {
        return say("severity." + name, language, Map.of());
    }

    private String say(String key, Locale language, Map<String, String> values) {
        return wording.say(Audience.CUSTOMER, key, language, values);
    }
}
