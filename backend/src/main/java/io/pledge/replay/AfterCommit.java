package io.pledge.replay;

import org.springframework.context.event.AbstractApplicationEventMulticaster;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalApplicationListener;

/**
 * What follows a verb after its commit: mails, surveys, the search index. A replay must do without all of it, whichever module
 * it is in; what happens inside the transaction (promises, escalations) stays.
 */
@Component
class AfterCommit {
    private final ApplicationEventMulticaster multicaster;

    AfterCommit(ApplicationEventMulticaster multicaster) {
        this.multicaster = multicaster;
    }

    /** Lets nobody react after a commit any more, for the rest of this process. */
    void silence() {
        if (!(multicaster instanceof AbstractApplicationEventMulticaster events)) {
            throw new IllegalStateException("events are handed out by an unknown " + multicaster.getClass());
        }
        events.removeApplicationListeners(listener -> listener instanceof TransactionalApplicationListener);
    }
}
