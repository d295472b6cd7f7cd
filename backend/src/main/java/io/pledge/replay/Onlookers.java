package io.pledge.replay;

import java.util.List;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.AbstractApplicationEventMulticaster;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Whoever reacts to what happens to tickets: mails, confirmations, surveys, the case library. A replay must do without all of
 * them, whichever module they are in; only cases and promises themselves take part.
 */
@Component
class Onlookers {
    private static final String OURS = "io.pledge.";
    private static final List<String> TAKING_PART = List.of("io.pledge.ticket.", "io.pledge.sla.");

    private final ApplicationEventMulticaster multicaster;

    Onlookers(ApplicationEventMulticaster multicaster) {
        this.multicaster = multicaster;
    }

    /** Nobody but the cases and their promises hears of anything any more, for the rest of this process. */
    void sendAway() {
        if (!(multicaster instanceof AbstractApplicationEventMulticaster events)) {
            throw new IllegalStateException("events are handed out by an unknown " + multicaster.getClass());
        }
        events.removeApplicationListeners(Onlookers::looksOn);
    }

    private static boolean looksOn(ApplicationListener<?> listener) {
        // the id of a listening method begins with the name of its class
        return listener instanceof SmartApplicationListener smart && smart.getListenerId().startsWith(OURS)
                && TAKING_PART.stream().noneMatch(smart.getListenerId()::startsWith);
    }
}
