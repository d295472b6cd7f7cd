package io.pledge.web.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.security.SignedIn;
import io.pledge.visit.Visits;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;

/** Who travels when: the visits of seven days, those first that the customer has not confirmed. */
@Controller
class TravelPage {
    private static final Pattern WEEK = Pattern.compile("-?[0-9]{1,3}");
    private static final int DAYS = 7;

    private final Visits visits;
    private final VisitWords words;
    private final Units units;

    TravelPage(Visits visits, VisitWords words, Units units) {
        this.visits = visits;
        this.words = words;
        this.units = units;
    }

    /**
     * Seven days, those from today on where no others are asked for.
     *
     * @param week so many weeks from today, in the reader's zone
     * @param unit the key of the unit at or below which the engineers work; empty for all
     */
    @GetMapping("/desk/visits")
    String list(@RequestParam(defaultValue = "0") String week, @RequestParam(defaultValue = "") String unit,
            @AuthenticationPrincipal SignedIn me, Reader reader, Model model) {
        int number = WEEK.matcher(week).matches() ? Integer.parseInt(week) : 0;
        LocalDate first = reader.today().plusWeeks(number);
        Instant from = first.atStartOfDay(reader.zone()).toInstant();
        Instant until = first.plusDays(DAYS).atStartOfDay(reader.zone()).toInstant();
        Optional<ServiceUnit> chosen = units.byKey(unit);
        List<VisitView> found = words.of(
                visits.between(from, until, chosen.map(ServiceUnit::path).orElse(null), me.scope()), reader);
        model.addAttribute("visits", found.stream().filter(visit -> !visit.unconfirmed()).toList());
        model.addAttribute("none", found.isEmpty());
        model.addAttribute("unconfirmed", found.stream().filter(VisitView::unconfirmed).toList());
        model.addAttribute("week", number);
        model.addAttribute("from", day(first, reader));
        model.addAttribute("until", day(first.plusDays(DAYS - 1L), reader));
        model.addAttribute("unit", chosen.map(ServiceUnit::key).orElse(""));
        model.addAttribute("units", units.all().stream().filter(one -> sees(me, one))
                .map(one -> Option.of(one.key(), one.name())).toList());
        return "visit/list";
    }

    private static boolean sees(SignedIn me, ServiceUnit unit) {
        return me.scope().all() || me.scope().unitPaths().contains(unit.path());
    }

    private static String day(LocalDate day, Reader reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(reader.locale()).format(day);
    }
}
