package io.pledge.web.visit;

import org.springframework.stereotype.Component;

import io.pledge.security.SignedIn;
import io.pledge.visit.Visit;
import io.pledge.visit.VisitId;
import io.pledge.visit.VisitNotFound;
import io.pledge.visit.Visits;

/** The visits that somebody travels to. */
@Component
class OwnVisits {
    private final Visits visits;

    OwnVisits(Visits visits) {
        this.visits = visits;
    }

    /** @throws VisitNotFound where it is not theirs, or they do not see its case any more */
    Visit find(long id, SignedIn me) {
        Visit visit = visits.find(new VisitId(id), me.scope());
        if (!visit.isOf(me.id())) {
            throw new VisitNotFound(visit.id());
        }
        return visit;
    }
}
