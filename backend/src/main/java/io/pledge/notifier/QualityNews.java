package io.pledge.notifier;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.pledge.notifier.StaffMail.Notice;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.quality.Appeal;
import io.pledge.quality.AppealDecided;
import io.pledge.quality.AppealFiled;
import io.pledge.quality.Appeals;
import io.pledge.quality.Responsible;
import io.pledge.quality.Ruling;
import io.pledge.quality.RulingMade;
import io.pledge.quality.Rulings;

/**
 * Who is written of rulings and appeals, queued in the transaction in which they are made. Nobody is written twice of one act, and
 * never who did it.
 */
@Component
@ConditionalOnProperty(name = "pledge.notifications.enabled", matchIfMissing = true)
class QualityNews {
    private final StaffMail mail;
    private final Addresses addresses;
    private final Heads heads;
    private final Rulings rulings;
    private final Appeals appeals;
    private final Staff staff;
    private final Units units;

    QualityNews(StaffMail mail, Addresses addresses, Heads heads, Rulings rulings, Appeals appeals, Staff staff,
            Units units) {
        this.mail = mail;
        this.addresses = addresses;
        this.heads = heads;
        this.rulings = rulings;
        this.appeals = appeals;
        this.staff = staff;
        this.units = units;
    }

    @EventListener
    void on(RulingMade made) {
        var told = new HashSet<>(Set.of(made.by()));
        if (made.responsible() != null) {
            ruled(made, made.responsible(), told);
        }
        former(made).map(Ruling::responsible).map(this::concerned).ifPresent(person -> tell(person,
                Notice.of(Letter.RULING_LIFTED, made.ticket(), made.ruling() + "")
                        .saying(Map.of("officer", name(made.by()))).leadingTo(addresses.rulings()),
                told));
    }

    @EventListener
    void on(AppealFiled filed) {
        var appeal = appeals.find(filed.appeal()).orElseThrow();
        var told = new HashSet<>(Set.of(filed.by()));
        appeals.deciders(appeal).forEach(officer -> tell(officer, Notice
                .of(officer.equals(appeal.ruling().by()) ? Letter.APPEAL_OWN : Letter.APPEAL_FILED, filed.ticket(),
                        filed.appeal() + "")
                .saying(Map.of("who", name(filed.by()), "reason", appeal.grounds()))
                .at(Map.of("decideBy", filed.decideBy())).leadingTo(addresses.quality(filed.ticket().number())), told));
    }

    @EventListener
    void on(AppealDecided decided) {
        var appeal = appeals.find(decided.appeal()).orElseThrow();
        var granted = decided.granted();
        var told = new HashSet<>(Set.of(decided.by()));
        tell(decided.appellant(), outcome(granted ? Letter.APPEAL_GRANTED : Letter.APPEAL_REFUSED, decided, appeal)
                .leadingTo(addresses.rulings()), told);
        tell(appeal.ruling().by(), outcome(granted ? Letter.RULING_OVERTURNED : Letter.RULING_UPHELD, decided, appeal)
                .leadingTo(addresses.quality(decided.ticket().number())), told);
    }

    private void ruled(RulingMade made, Responsible who, Set<PersonId> told) {
        tell(concerned(who), ruling(who.person() == null ? Letter.RULED_UNIT : Letter.RULED, made, who)
                .leadingTo(addresses.rulings()), told);
        tell(answersFor(who), ruling(Letter.RULED_BELOW, made, who).leadingTo(figures(who)), told);
    }

    private Notice ruling(Letter letter, RulingMade made, Responsible who) {
        var reason = rulings.find(made.ruling()).orElseThrow().reasoning();
        return Notice.of(letter, made.ticket(), made.ruling() + "")
                .saying(Map.of("reason", reason, "officer", name(made.by()), "who", name(who)))
                .at(Map.of("until", made.appealUntil()));
    }

    private Notice outcome(Letter letter, AppealDecided decided, Appeal appeal) {
        var decision = Objects.requireNonNull(appeal.decision());
        return Notice.of(letter, decided.ticket(), decided.appeal() + "").saying(Map.of("reason", decision.reasoning(),
                "officer", name(decided.by()), "who", name(decided.appellant())));
    }

    /** The ruling whose place this one took by another look; where an appeal did it, the decision tells of it. */
    private Optional<Ruling> former(RulingMade made) {
        return rulings.of(made.ticket()).stream().filter(ruling -> ruling.id() < made.ruling())
                .reduce((_, later) -> later).filter(ruling -> appeals.of(ruling.id()).map(Appeal::decision)
                        .filter(Appeal.Decision::granted).isEmpty());
    }

    /** Who may appeal: the one responsible, or the unit's head where it is the unit's as a whole. */
    private @Nullable PersonId concerned(Responsible who) {
        return who.person() != null ? who.person() : units.unit(who.unit()).supervisor();
    }

    /** The head of the person's unit, or the next above where they head it themselves; for a unit, who answers for it. */
    private @Nullable PersonId answersFor(Responsible who) {
        return heads.upFrom(unit(who)).stream().filter(head -> !head.equals(who.person())).findFirst().orElse(null);
    }

    /** Where a head reads what it does to the figures; somebody who left has no page any more. */
    private String figures(Responsible who) {
        return who.person() != null && staff.isAtWork(who.person())
                ? addresses.figuresOf(staff.person(who.person()))
                : addresses.figuresOf(units.unit(unit(who)));
    }

    private UnitId unit(Responsible who) {
        return who.person() == null ? who.unit() : staff.person(who.person()).unit();
    }

    private void tell(@Nullable PersonId to, Notice notice, Set<PersonId> told) {
        if (to != null && told.add(to)) {
            mail.send(to, notice);
        }
    }

    private String name(PersonId person) {
        return staff.person(person).name();
    }

    private String name(Responsible who) {
        return who.person() == null ? units.unit(who.unit()).name() : name(who.person());
    }
}
