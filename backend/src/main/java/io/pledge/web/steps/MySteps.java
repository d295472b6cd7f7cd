package io.pledge.web.steps;

import java.time.Instant;
import java.util.HashSet;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Deputies;
import io.pledge.security.SignedIn;
import io.pledge.steps.OwedSteps;
import io.pledge.steps.OwedSteps.Mine;

/** What somebody who is signed in owes, also for those for whom they stand in. */
@Component
public class MySteps {
    private final OwedSteps owed;
    private final Deputies deputies;

    MySteps(OwedSteps owed, Deputies deputies) {
        this.owed = owed;
        this.deputies = deputies;
    }

    /** How many there are, at most {@link OwedSteps#MOST_COUNTED}. */
    public long count(SignedIn me, Instant now) {
        return owed.count(me.scope(), of(me, now));
    }

    Mine of(SignedIn me, Instant now) {
        var people = new HashSet<>(deputies.inPlaceOf(me.id(), now));
        people.add(me.id());
        return new Mine(people, me.roles(), me.unit().id());
    }
}
