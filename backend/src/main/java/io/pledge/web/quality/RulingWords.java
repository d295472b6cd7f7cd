package io.pledge.web.quality;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.quality.Appeal;
import io.pledge.quality.Appeals;
import io.pledge.quality.Responsible;
import io.pledge.quality.Ruling;
import io.pledge.quality.Verdict;
import io.pledge.web.view.PersonView;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says rulings and appeals in the reader's words. */
@Component
public class RulingWords {
    private final Appeals appeals;
    private final Staff staff;
    private final Units units;
    private final TimeWords time;

    RulingWords(Appeals appeals, Staff staff, Units units, TimeWords time) {
        this.appeals = appeals;
        this.staff = staff;
        this.units = units;
        this.time = time;
    }

    /** Rulings as this person reads them. */
    public List<RulingView> views(List<Ruling> rulings, PersonId me, Reader reader) {
        return rulings.stream().map(ruling -> view(ruling, me, reader)).toList();
    }

    /** A ruling as this person reads it; only whom it concerns may appeal. */
    public RulingView view(Ruling ruling, PersonId me, Reader reader) {
        var locale = reader.locale();
        var cause = ruling.cause();
        return new RulingView(ruling.id(), ruling.ticket().number().value(), ruling.title(),
                ruling.verdict() == Verdict.VALID, time.say("quality.verdict." + ruling.verdict(), locale),
                cause == null ? null : time.say("quality.cause." + cause, locale),
                ruling.responsible() == null ? null : responsible(ruling.responsible(), locale), ruling.reasoning(),
                person(ruling.by()), moment(ruling.at(), reader), moment(ruling.appealUntil(), reader),
                appeals.concerns(ruling, me) && appeals.open(ruling, reader.now()), ruling.superseded(),
                appeals.of(ruling.id()).map(appeal -> view(appeal, me, reader)).orElse(null));
    }

    /** "Lena Brandt, Hamburg office", or the unit alone. */
    public String responsible(Responsible who, Locale locale) {
        var unit = units.unit(who.unit()).name();
        return who.person() == null
                ? time.say("quality.asUnit", locale, unit)
                : time.say("quality.atUnit", locale, staff.person(who.person()).name(), unit);
    }

    RulingView.AppealView view(Appeal appeal, PersonId me, Reader reader) {
        var decision = appeal.decision();
        return new RulingView.AppealView(appeal.id(), person(appeal.by()), appeal.grounds(),
                moment(appeal.filedAt(), reader), moment(appeal.decideBy(), reader), decision == null,
                decision == null ? null : decided(decision, reader),
                decision == null ? null : decision.reasoning(), decision == null ? null : decision.sameOfficer(),
                decision == null ? null : person(decision.by()), appeals.sameOfficerMustDecide(appeal, me),
                appeal.ruling().by().equals(me));
    }

    private String decided(Appeal.Decision decision, Reader reader) {
        var key = decision.granted() ? "quality.appeal.granted" : "quality.appeal.refused";
        return time.say(key, reader.locale(), moment(decision.at(), reader));
    }

    String moment(Instant at, Reader reader) {
        return time.moment(at, reader);
    }

    PersonView person(@Nullable PersonId id) {
        return PersonView.of(id == null ? "" : staff.person(id).name());
    }
}
