package io.pledge.web.communication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import io.pledge.communication.CommunicationPlan;
import io.pledge.communication.Occasion;
import io.pledge.communication.PlanLine;
import io.pledge.communication.Way;
import io.pledge.customer.ContactId;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.ContractId;
import io.pledge.ticket.Severity;

/** What somebody typed into the form of a plan. Its lines are fields with their number at the end; one that says nothing is none. */
record PlanForm(int version, Duration within, List<PlanLine> lines) {
    private static final String LEVEL = "level:";
    private static final String CONTACT = "contact:";

    static PlanForm of(CommunicationPlan plan) {
        return new PlanForm(plan.version(), plan.confirmWithin(), plan.lines());
    }

    static PlanForm read(MultiValueMap<String, String> typed) {
        var lines = new ArrayList<PlanLine>();
        for (int i = 0; typed.containsKey("who-" + i) && i <= CommunicationPlan.MOST_LINES * 2; i++) {
            var line = line(typed, i);
            if (!text(typed, "who-" + i).isEmpty() || !line.occasions().isEmpty()) {
                lines.add(line);
            }
        }
        return new PlanForm((int) number(text(typed, "version")), Duration.ofMinutes(number(text(typed, "within"))),
                lines);
    }

    CommunicationPlan plan(ContractId contract) {
        return new CommunicationPlan(contract, version, within, lines);
    }

    /** How the field says whom a line is about; empty where nobody is chosen. */
    static String who(PlanLine line) {
        if (line.level() != null) {
            return LEVEL + line.level();
        }
        return line.contact() == null ? "" : CONTACT + line.contact().value();
    }

    static String who(ContactLevel level) {
        return LEVEL + level;
    }

    static String who(ContactId contact) {
        return CONTACT + contact.value();
    }

    private static PlanLine line(MultiValueMap<String, String> typed, int i) {
        var who = text(typed, "who-" + i);
        var occasions = EnumSet.noneOf(Occasion.class);
        typed.getOrDefault("on-" + i, List.of()).forEach(name -> {
            var occasion = read(Occasion.class, name);
            if (occasion != null) {
                occasions.add(occasion);
            }
        });
        var way = read(Way.class, text(typed, "way-" + i));
        var from = read(Severity.class, text(typed, "from-" + i));
        return new PlanLine(who.startsWith(LEVEL) ? read(ContactLevel.class, who.substring(LEVEL.length())) : null,
                who.startsWith(CONTACT) ? new ContactId(number(who.substring(CONTACT.length()))) : null, occasions,
                way == null ? Way.MAIL : way, from == null ? Severity.MINOR : from, typed.containsKey("confirms-" + i),
                typed.containsKey("answers-" + i));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        var text = typed.getFirst(name);
        return text == null ? "" : text.strip();
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    private static <E extends Enum<E>> @Nullable E read(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(name)).findFirst()
                .orElse(null);
    }
}
