package io.pledge.visit;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.ticket.Actor;
import io.pledge.ticket.Attachments;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.FieldWork;
import io.pledge.ticket.Moment;
import io.pledge.ticket.NewAttachment;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.What;

/**
 * What whoever travels does, told when there is a connection: each deed counts by the time at which it happened, and once, however
 * often it is sent.
 */
@Component
public class OnSite {
    private final VisitRows rows;
    private final VisitEntries entries;
    private final FieldWork fieldWork;
    private final Conversation conversation;
    private final Attachments attachments;
    private final Cases cases;
    private final Places places;
    private final Clock clock;

    OnSite(VisitRows rows, VisitEntries entries, FieldWork fieldWork, Conversation conversation,
            Attachments attachments, Cases cases, Places places, Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.fieldWork = fieldWork;
        this.conversation = conversation;
        this.attachments = attachments;
        this.cases = cases;
        this.places = places;
        this.clock = clock;
    }

    /** The engineer is on the way. @throws Refused where the visit is not ahead any more, or it lies in the future */
    @Transactional
    public void travelling(VisitId id, Deed deed) {
        var visit = rows.lock(id);
        if (isNews(visit, Deed.What.TRAVELLING, deed)) {
            Ahead.require(visit);
            rows.travelling(id, deed.at());
        }
    }

    /**
     * The engineer arrived, which keeps the promise of it by that time.
     *
     * @param spot where the phone was; null where it did not say
     * @throws Refused where the visit is not ahead any more, the case has ended, or it lies in the future or before the case came in
     */
    @Transactional
    public void checkIn(VisitId id, @Nullable Spot spot, Deed deed) {
        var visit = rows.lock(id);
        if (isNews(visit, Deed.What.CHECK_IN, deed)) {
            arrive(visit, null, spot, deed);
        }
    }

    /**
     * The same, told at the desk.
     *
     * @param note for those who work on the case; null for none
     */
    @Transactional
    public void arrived(VisitId id, @Nullable String note, Deed deed) {
        var visit = rows.lock(id);
        if (isNews(visit, Deed.What.CHECK_IN, deed)) {
            arrive(visit, note, null, deed);
        }
    }

    /**
     * An arrival that nobody planned: it becomes a visit of whoever tells of it. The same arrival again changes nothing.
     *
     * @param note for those who work on the case; null for none
     * @throws Refused where the case has ended, or it lies in the future or before the case came in
     */
    @Transactional
    public void arrivedUnplanned(TicketId ticket, @Nullable String note, Deed deed) {
        if (fieldWork.arrived(ticket, note, new Actor.Staff(deed.by()), deed.at())) {
            rows.unplanned(ticket, places.zone(cases.require(ticket)), deed.by(), deed.by(),
                    new Moment(deed.at(), clock.instant()));
        }
    }

    /**
     * What was found, as a note that the customer does not see.
     *
     * @throws Refused where the engineer has not arrived, or it lies in the future
     */
    @Transactional
    public void found(VisitId id, String text, List<NewAttachment> photos, Deed deed) {
        var visit = rows.lock(id);
        if (isNews(visit, Deed.What.FINDINGS, deed)) {
            requireArrived(visit);
            long note = conversation.note(visit.ticket(), text, deed.by(), deed.at());
            attachments.add(visit.ticket(), note, photos, clock.instant());
            rows.finding(id, note);
        }
    }

    /**
     * The engineer leaves.
     *
     * @param signedBy who of the customer confirmed the work on site
     * @param words to the customer; null for none
     * @throws Refused where the engineer has not arrived, is done already, or it lies before the arrival or in the future
     */
    @Transactional
    public void checkOut(VisitId id, String signedBy, @Nullable String words, Deed deed) {
        var visit = rows.lock(id);
        if (isNews(visit, Deed.What.CHECK_OUT, deed)) {
            requireArrived(visit);
            require(visit.state() != VisitState.DONE, "visitDone");
            require(visit.arrivedAt() != null && !deed.at().isBefore(visit.arrivedAt()), "visitLeftBefore");
            rows.left(id, deed.at(), signedBy);
            entries.tell(visit, What.VISIT_DONE, new Actor.Staff(deed.by()), deed.at());
            if (words != null) {
                conversation.reply(visit.ticket(), words, null, List.of(), deed.by(), deed.at());
            }
        }
    }

    private void arrive(Visit visit, @Nullable String note, @Nullable Spot spot, Deed deed) {
        Ahead.require(visit);
        fieldWork.arrived(visit.ticket(), note, new Actor.Staff(deed.by()), deed.at());
        rows.arrived(visit.id(), deed.at(), spot);
    }

    private boolean isNews(Visit visit, Deed.What what, Deed deed) {
        var now = clock.instant();
        if (!rows.isNews(visit.id(), what, deed, now)) {
            return false;
        }
        require(!deed.at().isAfter(now), "inFuture");
        return true;
    }

    private static void requireArrived(Visit visit) {
        if (visit.state() == VisitState.MOVED || visit.state() == VisitState.CANCELLED) {
            Ahead.require(visit);
        }
        require(!visit.state().ahead(), "visitNotThere");
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new Refused(reason);
        }
    }
}
