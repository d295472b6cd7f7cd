package io.pledge.web.steps;

import java.time.Instant;
import java.util.HashSet;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Deputies;
import io.pledge.security.SignedIn;
import io.pledge.steps.OwedSteps.Mine;

/** What somebody who is signed in owes, also for those for whom they stand in. */
@Component
class MySteps {
    private final Deputies deputies;

    MySteps(Deputies deputies) {
        this.deputies = deputies;
    }

    Mine of(SignedIn me, Instant now) {
        var people = new HashSet<>(deputies.inPlaceOf(me.id(), now));
        people.add(me.id());
        return new Mine(people, me.roles(), me.unit().id());
    }
}
