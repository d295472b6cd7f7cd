package io.pledge.organisation;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every change of units and people does around its own step: one after the other, recorded, and told to all nodes. */
@Component
class Amendments {
    private final JdbcClient jdbc;
    private final DirectoryCache cache;
    private final OrganisationHistory history;
    private final Clock clock;

    Amendments(JdbcClient jdbc, DirectoryCache cache, OrganisationHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.cache = cache;
        this.history = history;
        this.clock = clock;
    }

    /** Everybody else waits until this transaction is through; what the tables hold is read after it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Directory begin() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organisation'))").query().singleRow();
        return cache.read();
    }

    /** Records what became of the state before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Directory before, String origin, @Nullable PersonId by) {
        history.record(Difference.between(before.snapshot(), cache.read().snapshot()), origin, by, clock.instant());
        cache.changed();
    }
}
