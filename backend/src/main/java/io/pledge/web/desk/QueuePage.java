package io.pledge.web.desk;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

import io.pledge.organisation.Role;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;
import io.pledge.ticket.Queue;
import io.pledge.ticket.QueueFilter;
import io.pledge.ticket.QueueRow;
import io.pledge.ticket.QueueView;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;
import io.pledge.ticket.TicketNumber;
import io.pledge.web.Choices;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The queue: what to do next, by whom promised, how long left. */
@Controller
class QueuePage {
    private static final int SIZE = 50;
    private static final List<String> GROUPS = List.of("BROKEN", "HOUR", "TODAY", "LATER", "WAITING", "ENDED");

    private final Queue queue;
    private final Units units;
    private final QueueLines lines;
    private final QueuePlate plate;
    private final TimeWords time;
    private final MessageSource texts;

    QueuePage(Queue queue, Units units, QueueLines lines, QueuePlate plate, TimeWords time, MessageSource texts) {
        this.queue = queue;
        this.units = units;
        this.lines = lines;
        this.plate = plate;
        this.time = time;
        this.texts = texts;
    }

    /** @param after the number of the last case of the page before */
    @GetMapping("/desk")
    String page(@AuthenticationPrincipal SignedIn me, Reader reader, @RequestParam Map<String, String> asked,
            Model model) {
        List<ServiceUnit> units = units(me);
        QueueFilter filter = filter(asked, units);
        var after = Optional.ofNullable(asked.get("after")).flatMap(TicketNumber::read).orElse(null);
        List<QueueRow> rows = queue.page(me.scope(), filter, me.id(), reader.now(), after, SIZE + 1);
        List<QueueRow> shown = rows.subList(0, Math.min(SIZE, rows.size()));
        model.addAttribute("title", filter.view() == QueueView.OPEN
                ? me.unit().name()
                : say("desk.view." + filter.view(), reader.locale()));
        model.addAttribute("groups", groups(lines.of(shown, reader)));
        model.addAttribute("picks", me.holds(Role.HEAD) && filter.view() != QueueView.ENDED);
        model.addAttribute("view", filter.view());
        model.addAttribute("filter", filter);
        model.addAttribute("narrowed", narrowed(filter));
        model.addAttribute("units", units.stream().map(unit -> Option.of(unit.key(), unit.name())).toList());
        model.addAttribute("unit", asked.get("unit"));
        model.addAttribute("kinds", options("kind.", TicketKind.values(), reader.locale()));
        model.addAttribute("severities", options("severity.", Severity.values(), reader.locale()));
        model.addAttribute("tiers", options("tier.", Tier.values(), reader.locale()));
        model.addAttribute("zone", time.zone(reader.zone(), reader.locale()));
        model.addAttribute("plate", plate.of(me, reader));
        model.addAttribute("more", rows.size() > SIZE ? next(asked, shown.getLast()) : null);
        model.addAttribute("first", after != null);
        return "desk/queue";
    }

    /** The units below one's own, where one has any. */
    private List<ServiceUnit> units(SignedIn me) {
        List<ServiceUnit> seen = units.all().stream()
                .filter(unit -> me.scope().all() || me.scope().unitPaths().contains(unit.path()))
                .sorted(Comparator.comparing(ServiceUnit::path)).toList();
        return seen.size() > 1 ? seen : List.of();
    }

    private static QueueFilter filter(Map<String, String> asked, List<ServiceUnit> units) {
        UnitId unit = units.stream().filter(one -> one.key().equals(asked.get("unit"))).map(ServiceUnit::id)
                .findFirst().orElse(null);
        return new QueueFilter(Choices.of(QueueView.class, asked.get("view")).orElse(QueueView.OPEN), unit,
                Choices.of(TicketKind.class, asked.get("kind")).orElse(null),
                Choices.of(Severity.class, asked.get("severity")).orElse(null),
                Choices.of(Tier.class, asked.get("tier")).orElse(null), null, asked.get("q"));
    }

    private static boolean narrowed(QueueFilter filter) {
        return filter.unit() != null || filter.kind() != null || filter.severity() != null || filter.tier() != null
                || filter.text() != null && !filter.text().isBlank();
    }

    private static Map<String, List<QueueLine>> groups(List<QueueLine> lines) {
        Map<String, List<QueueLine>> found = lines.stream().collect(Collectors.groupingBy(QueueLine::group));
        Map<String, List<QueueLine>> groups = new LinkedHashMap<>();
        GROUPS.stream().filter(found::containsKey).forEach(group -> groups.put(group, found.get(group)));
        return groups;
    }

    private List<Option> options(String prefix, Enum<?>[] values, Locale locale) {
        return Stream.of(values).map(value -> Option.of(value.name(), say(prefix + value.name(), locale))).toList();
    }

    private static @Nullable String next(Map<String, String> asked, QueueRow last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/desk");
        asked.forEach((name, value) -> address.replaceQueryParam(name, "{" + name + "}"));
        Map<String, String> values = new LinkedHashMap<>(asked);
        address.replaceQueryParam("after", "{after}");
        values.put("after", last.id().number().value());
        return address.encode().buildAndExpand(values).toUriString();
    }

    private String say(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
