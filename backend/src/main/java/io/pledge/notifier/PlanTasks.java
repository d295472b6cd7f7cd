package io.pledge.notifier;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.communication.Occasion;
import io.pledge.notifications.Confirmation;
import io.pledge.notifications.ConfirmationRequest;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.CaseAudience.Called;
import io.pledge.organisation.Deputies;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Participant;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Ticket;
import io.pledge.ticket.TicketId;

/**
 * What communication plans ask of people, kept as confirmations that are owed. A reader says that they have read; where they are silent,
 * the account manager is to reach them, then whoever answers for the case, up the line. Who is to hear by telephone is called: the same
 * people are asked in the same order.
 */
@Component
public class PlanTasks {
    private static final Logger log = LoggerFactory.getLogger(PlanTasks.class);
    private static final String READ = "plan-read";
    private static final String CALL = "plan-call";
    private static final String READER = "participant:";

    private final Confirmations confirmations;
    private final PlanNotices notices;
    private final Heads heads;
    private final Deputies deputies;
    private final Staff staff;
    private final Participants participants;
    private final Conversation conversation;
    private final Clock clock;

    PlanTasks(Confirmations confirmations, PlanNotices notices, Heads heads, Deputies deputies, Staff staff,
            Participants participants, Conversation conversation, Clock clock) {
        this.confirmations = confirmations;
        this.notices = notices;
        this.heads = heads;
        this.deputies = deputies;
        this.staff = staff;
        this.participants = participants;
        this.conversation = conversation;
        this.clock = clock;
    }

    /**
     * What one of them is about.
     *
     * @param person who is to have read, or is to be called
     * @param occasion what they are called about; null where they are to have read
     * @param waits whether only the reader is asked as yet, so that nobody of the staff need do anything
     */
    public record Task(Participant person, @Nullable Occasion occasion, boolean waits) {
        public boolean isCall() {
            return occasion != null;
        }
    }

    /** Whether the confirmation of this key is one. */
    static boolean isOne(String key) {
        return key.startsWith(READ + ":") || isCall(key);
    }

    /** Whether the confirmation of this key is about a call. */
    public static boolean isCall(String key) {
        return key.startsWith(CALL + ":");
    }

    /** Whom it is about. */
    static long person(String key) {
        return Long.parseLong(key.split(":")[1]);
    }

    /** Those among some confirmations, by their id; others are left out. */
    public Map<Long, Task> tasks(Collection<Confirmation> owed) {
        var own = owed.stream().filter(one -> isOne(one.key())).toList();
        var people = participants.find(own.stream().map(one -> person(one.key())).distinct().toList());
        var tasks = new HashMap<Long, Task>();
        for (var one : own) {
            var parts = one.key().split(":");
            tasks.put(one.id(), new Task(Objects.requireNonNull(people.get(person(one.key()))),
                    isCall(one.key()) ? Occasion.valueOf(parts[2]) : null,
                    one.current().person().startsWith(READER)));
        }
        return tasks;
    }

    /**
     * Asks who must confirm, in the caller's transaction. While somebody owes it for a case, a further letter asks for no second time.
     *
     * @return by when each says so
     */
    Map<Posted, Instant> untilRead(List<Posted> letters) {
        var now = clock.instant();
        var until = new HashMap<Posted, Instant>();
        for (var letter : letters) {
            if (letter.confirmWithin() != null) {
                var end = now.plus(letter.confirmWithin());
                until.put(letter, end);
                var who = READER + letter.reader().id();
                confirmations.ask(new ConfirmationRequest(
                        READ + ":" + letter.reader().id() + ":" + letter.letter().key() + ":"
                                + letter.note().occasion(),
                        reference(letter.ticket().id()), letter.ticket().number().value(), who, now, end,
                        names(letter.ticket(), now), READ + ":" + letter.ticket().id().value() + ":" + who));
            }
        }
        return until;
    }

    /** Asks somebody to call, in the caller's transaction; while they are asked to, a further occasion asks for no second call. */
    void call(Called call) {
        var now = clock.instant();
        var names = names(call.ticket(), now);
        if (names.isEmpty()) {
            log.warn("Nobody is there to call for {}", call.ticket().number().value());
            return;
        }
        var person = call.person().id();
        confirmations.ask(new ConfirmationRequest(CALL + ":" + person + ":" + call.occasion() + ":" + call.name(),
                reference(call.ticket().id()), call.ticket().number().value(), names.getFirst(), now,
                now.plus(call.within()), names.subList(1, names.size()),
                CALL + ":" + call.ticket().id().value() + ":" + person))
                .ifPresent(id -> notices.call(call, StaffNames.read(names.getFirst()), id, now.plus(call.within())));
    }

    /** What this reader of a case is still to confirm. */
    public List<Confirmation> toRead(TicketId ticket, long participant) {
        return confirmations.forReference(reference(ticket)).stream()
                .filter(one -> one.open() && one.key().startsWith(READ + ":" + participant + ":")).toList();
    }

    /** The reader says that they have read what they were written. Said twice, it changes nothing. */
    public void haveRead(TicketId ticket, long participant, Instant at) {
        toRead(ticket, participant).forEach(one -> confirmations.confirm(one.id(), READER + participant, at));
    }

    /**
     * Somebody of the staff did it: called, or reached who was silent. A call is noted in the history of the case.
     *
     * @param said what was said; empty for nothing worth keeping
     */
    @Transactional
    public void done(Confirmation task, String said, PersonId by, Instant at) {
        if (confirmations.confirm(task.id(), StaffNames.of(by), at)) {
            References.ticket(task.reference()).ifPresent(
                    ticket -> conversation.notePlannedCall(ticket, said, person(task.key()), by, at));
        }
    }

    /** Whether a name is that of a reader on the customer's side. */
    public static boolean isReader(String name) {
        return name.startsWith(READER);
    }

    private List<String> names(Ticket ticket, Instant now) {
        var people = new ArrayList<PersonId>();
        Optional.ofNullable(ticket.accountManager()).filter(staff::isAtWork).ifPresent(people::add);
        Stream.concat(Stream.ofNullable(heads.inCharge(ticket)), heads.upFrom(ticket.unit()).stream())
                .filter(staff::isAtWork).forEach(people::add);
        return people.stream().map(person -> StaffNames.of(deputies.acting(person, now))).distinct().toList();
    }

    private static String reference(TicketId ticket) {
        return StaffMail.reference(ticket);
    }
}
