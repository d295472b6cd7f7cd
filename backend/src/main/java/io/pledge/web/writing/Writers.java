package io.pledge.web.writing;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Drafts;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.TicketId;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Tells who has a case open before them that others are writing on it, or have just written. */
@Component
public class Writers {
    /** Whoever has not typed for that long is no longer taken to be writing. */
    static final Duration WRITES = Duration.ofMinutes(5);

    private final Drafts drafts;
    private final Exchange exchange;
    private final Staff staff;
    private final TimeWords time;

    Writers(Drafts drafts, Exchange exchange, Staff staff, TimeWords time) {
        this.drafts = drafts;
        this.exchange = exchange;
        this.staff = staff;
        this.time = time;
    }

    /** One sentence for each who is writing: "Li Wei is writing an answer (since 14:02)". */
    public List<String> words(TicketId ticket, PersonId me, Reader reader) {
        return drafts.writers(ticket, me, reader.now().minus(WRITES)).stream()
                .map(writer -> time.say("desk.writing." + writer.form(), reader.locale(),
                        staff.person(writer.person()).name(), time.moment(writer.since(), reader)))
                .toList();
    }

    /** How much others did to a case since its page was read. */
    int news(TicketId ticket, long seen, PersonId me) {
        return exchange.since(ticket, seen, me).size();
    }
}
