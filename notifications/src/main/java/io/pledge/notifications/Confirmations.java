package io.pledge.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

import io.pledge.notifications.ConfirmationRows.Overdue;

/**
 * What somebody must confirm. Who stays silent is asked no more than once; the question then climbs to the next person, and
 * whoever of them confirms settles it. Nothing is ever deleted.
 */
public class Confirmations {
    private static final Logger log = LoggerFactory.getLogger(Confirmations.class);

    private final ConfirmationRows rows;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final NotificationsProperties properties;

    Confirmations(ConfirmationRows rows, TransactionOperations transactions, ApplicationEventPublisher events,
            NotificationsProperties properties) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
        this.properties = properties;
    }

    /**
     * Asks for a confirmation, in the caller's transaction. Telling the person is the caller's part.
     *
     * @return the confirmation's id; empty when the key was used before, when another that may be open only once is, or when
     *         notifications are switched off
     */
    public Optional<Long> ask(ConfirmationRequest request) {
        return properties.enabled() ? add(request) : Optional.empty();
    }

    private Optional<Long> add(ConfirmationRequest request) {
        return Optional.ofNullable(transactions.execute(_ -> rows.add(request)));
    }

    /**
     * Confirms. The first confirmation stands; a second one changes nothing. Whether this person may confirm is for the
     * caller to say.
     *
     * @param id the confirmation
     * @param by who confirms; need not be among those asked
     * @param at when
     * @return whether this settled it: false when it was confirmed before
     * @throws UnknownConfirmation when there is none with this id
     */
    public boolean confirm(long id, String by, Instant at) {
        if (rows.confirm(id, by, at)) {
            return true;
        }
        if (rows.byId(id).isEmpty()) {
            throw new UnknownConfirmation(id);
        }
        return false;
    }

    /** One confirmation. */
    public Optional<Confirmation> confirmation(long id) {
        return rows.byId(id);
    }

    /** What this person has been asked and nobody has confirmed yet, the most urgent first. */
    public List<Confirmation> openFor(String person) {
        return rows.openFor(person);
    }

    /** Everything ever asked about one thing, oldest first. */
    public List<Confirmation> forReference(String reference) {
        return rows.about(reference);
    }

    /**
     * Lets what is overdue climb to the next person, who gets as much time as the one before had, and publishes a
     * {@link ConfirmationOverdue} for each. May run in several places at once. One that fails is left as it was and tried
     * again in the next sweep.
     *
     * @param now what should have been confirmed by then is overdue
     * @return how many became overdue
     */
    public int sweep(Instant now) {
        return (int) rows.overdue(now).stream().filter(id -> climbed(id, now)).count();
    }

    private boolean climbed(long id, Instant now) {
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> climb(id, now)));
        } catch (RuntimeException failed) {
            log.error("Confirmation {} is overdue but cannot climb", id, failed);
            return false;
        }
    }

    private boolean climb(long id, Instant now) {
        var overdue = rows.lockOverdue(id, now);
        overdue.ifPresent(silent -> {
            rows.chased(silent, now);
            var next = rows.askNext(silent, now);
            events.publishEvent(announcement(silent, next, now));
        });
        return overdue.isPresent();
    }

    private static ConfirmationOverdue announcement(Overdue silent, @Nullable String next, Instant now) {
        return new ConfirmationOverdue(silent.id(), silent.key(), silent.reference(), silent.subject(), silent.person(),
                next,
                silent.chaseAt(), now);
    }
}
