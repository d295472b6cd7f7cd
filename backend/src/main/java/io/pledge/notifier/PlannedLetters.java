package io.pledge.notifier;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.pledge.communication.Occasion;

/** What of the letters about a case those are written who hear of it by a plan, and which occasion of the plan each belongs to. */
final class PlannedLetters {
    private static final Set<Occasion> ANY = EnumSet.allOf(Occasion.class);

    private PlannedLetters() {}

    /** On which occasions of a plan the letter is written; none for what concerns one reader alone. */
    static Set<Occasion> occasions(Letter letter) {
        return switch (letter) {
            case ACKNOWLEDGEMENT, ROUTINE -> Set.of(Occasion.RECEIVED);
            case REPLY, MERGED -> Set.of(Occasion.PROGRESS);
            case WIDER -> Set.of(Occasion.PROGRESS, Occasion.MAJOR_INCIDENT);
            case MISSED, DELAYED, PROMISES_MOVED -> Set.of(Occasion.DELAY);
            case ARRIVED -> Set.of(Occasion.VISIT);
            case SHIPPED -> Set.of(Occasion.SHIPMENT);
            case RESOLVED, REMINDER -> Set.of(Occasion.SOLUTION);
            case CLOSED, CLOSED_UNCONFIRMED, CANCELLED -> Set.of(Occasion.CLOSING);
            case REOPENED -> Set.of(Occasion.SOLUTION, Occasion.CLOSING);
            case STANDING -> ANY;
            default -> Set.of();
        };
    }

    /** The letter in words for somebody who reads along; nothing where they are not written it. @param answers whether they may say that it is solved */
    static Optional<Letter> letter(Letter letter, boolean answers) {
        return switch (letter) {
            case ACKNOWLEDGEMENT, ROUTINE, STANDING -> Optional.of(Letter.STANDING);
            case REPLY, WIDER -> Optional.of(Letter.COPIED);
            case DELAYED -> Optional.of(Letter.DELAYED_NEWS);
            case PROMISES_MOVED -> Optional.of(Letter.MOVED_NEWS);
            case SHIPPED -> Optional.of(Letter.SHIPPED_NEWS);
            case RESOLVED -> Optional.of(answers ? Letter.RESOLVED : Letter.SOLVED);
            case REMINDER -> Optional.of(Letter.REMINDER).filter(_ -> answers);
            case CLOSED, CLOSED_UNCONFIRMED, CANCELLED -> Optional.of(Letter.ENDED);
            case MISSED, REOPENED, MERGED, ARRIVED -> Optional.of(letter);
            default -> Optional.empty();
        };
    }

    /** Whether only those are written it of whom a plan says so. */
    static boolean byPlanAlone(Letter letter) {
        return letter == Letter.STANDING || letter == Letter.ARRIVED;
    }
}
