package io.pledge.demo;

import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.TicketId;

/** What a verb of a story does: the same as the page that a person would use. */
interface Deed {
    /** The verb in the stories' files. */
    String verb();

    /** Does it, at the scene's time. */
    void perform(Scene scene);

    /**
     * Where and when an act happens.
     *
     * @param person who acts; null for the customer
     */
    record Scene(TicketId ticket, @Nullable PersonId person, Instant at, Act act) {

        /** Who of the staff acts. */
        PersonId staff() {
            if (person == null) {
                throw new IllegalArgumentException("somebody of the staff does this: " + act);
            }
            return person;
        }
    }

    /** A deed from its parts. */
    static Deed of(String verb, Consumer<Scene> what) {
        return new Deed() {
            @Override
            public String verb() {
                return verb;
            }

            @Override
            public void perform(Scene scene) {
                what.accept(scene);
            }
        };
    }
}
