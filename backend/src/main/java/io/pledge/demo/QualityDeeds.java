package io.pledge.demo;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.pledge.demo.Deed.Scene;
import io.pledge.organisation.Staff;
import io.pledge.organisation.Units;
import io.pledge.quality.Appeal;
import io.pledge.quality.Appeals;
import io.pledge.quality.Cause;
import io.pledge.quality.NewRuling;
import io.pledge.quality.Responsible;
import io.pledge.quality.Review;
import io.pledge.quality.Reviews;
import io.pledge.quality.Ruling;
import io.pledge.quality.Rulings;
import io.pledge.quality.Verdict;

/** What quality makes of a case in the stories, and what those found responsible say to it. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class QualityDeeds {
    private final Rulings rulings;
    private final Appeals appeals;
    private final Staff staff;
    private final Units units;

    QualityDeeds(Rulings rulings, Appeals appeals, Staff staff, Units units) {
        this.rulings = rulings;
        this.appeals = appeals;
        this.staff = staff;
        this.units = units;
    }

    /** {@code valid | cause | user name or key of a unit | reasoning}; {@code not-valid | reasoning}. */
    @Bean
    Deeds rulingDeeds(Reviews reviews) {
        return Deeds.of(
                Deed.of("to-quality",
                        scene -> reviews.send(scene.ticket(), Review.Reason.SENT, scene.staff(), scene.at())),
                Deed.of("valid",
                        scene -> rule(scene, Verdict.VALID, Cause.valueOf(scene.act().word(0)),
                                responsible(scene.act().word(1)), scene.act().word(2))),
                Deed.of("not-valid", scene -> rule(scene, Verdict.NOT_VALID, null, null, scene.act().word(0))));
    }

    /** {@code appeal | grounds}; {@code granted} or {@code declined | reasoning | why who ruled decides as well}. */
    @Bean
    Deeds appealDeeds() {
        return Deeds.of(
                Deed.of("appeal",
                        scene -> appeals.file(last(scene).orElseThrow().id(), scene.act().word(0), scene.staff(),
                                scene.at())),
                Deed.of("granted", scene -> decide(scene, true)), Deed.of("declined", scene -> decide(scene, false)));
    }

    private void rule(Scene scene, Verdict verdict, @Nullable Cause cause, @Nullable Responsible responsible,
            String reasoning) {
        var seen = last(scene).map(Ruling::id).orElse(null);
        rulings.rule(scene.ticket(), new NewRuling(verdict, cause, responsible, reasoning, seen), scene.staff(),
                scene.at());
    }

    private void decide(Scene scene, boolean granted) {
        long appeal = last(scene).map(Ruling::id).flatMap(appeals::of).map(Appeal::id).orElseThrow();
        appeals.decide(appeal, granted, scene.act().word(0), scene.act().optionalWord(1).orElse(null), scene.staff(),
                scene.at());
    }

    private Optional<Ruling> last(Scene scene) {
        return rulings.of(scene.ticket()).stream().reduce((_, later) -> later);
    }

    private Responsible responsible(String name) {
        return staff.byUsername(name).map(person -> new Responsible(person.unit(), person.id()))
                .orElseGet(() -> new Responsible(units.byKey(name).orElseThrow().id(), null));
    }
}
