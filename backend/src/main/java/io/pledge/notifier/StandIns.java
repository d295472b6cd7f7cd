package io.pledge.notifier;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.pledge.notifier.StaffMail.Posted;
import io.pledge.organisation.Deputies;

/** Hands letters to those who stand in for whoever is away, except what concerns the person alone. */
@Component
class StandIns {
    private final Deputies deputies;
    private final Clock clock;

    StandIns(Deputies deputies, Clock clock) {
        this.deputies = deputies;
        this.clock = clock;
    }

    /** Each message once: who is written to anyway is not written to a second time in place of somebody. */
    Collection<Posted> deliver(List<Posted> letters) {
        var now = clock.instant();
        var delivered = letters.stream().map(letter -> delivered(letter, now)).toList();
        return Stream
                .concat(delivered.stream().filter(letter -> letter.inPlaceOf() == null),
                        delivered.stream().filter(letter -> Objects.nonNull(letter.inPlaceOf())))
                .collect(Collectors.toMap(Posted::name, Function.identity(), (first, _) -> first, LinkedHashMap::new))
                .values();
    }

    private Posted delivered(Posted letter, Instant now) {
        var acting = letter.notice().letter().isPersonal() ? letter.to() : deputies.acting(letter.to(), now);
        return acting.equals(letter.to()) ? letter : new Posted(acting, letter.notice(), letter.to());
    }
}
