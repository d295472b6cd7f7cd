package io.pledge.web.writing;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.organisation.PersonId;
import io.pledge.ticket.Draft;
import io.pledge.ticket.DraftForm;
import io.pledge.ticket.Drafts;
import io.pledge.ticket.Exchange;
import io.pledge.ticket.TicketId;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Keeps the words of a form until they are sent, and sends them once, to somebody whose last words the author knows. */
@Component
public class Writing {
    private static final int LONGEST_PAGE = 60;

    private final Drafts drafts;
    private final Exchange exchange;
    private final TimeWords time;

    Writing(Drafts drafts, Exchange exchange, TimeWords time) {
        this.drafts = drafts;
        this.exchange = exchange;
        this.time = time;
    }

    /**
     * Sends what was written, and ends its draft with it.
     *
     * @param sent all fields of the form
     * @throws io.pledge.ticket.Crossed where somebody did something to the case after the author had read it
     */
    @Transactional
    public void send(WrittenForm form, Exchange.Turn turn, Map<String, String> sent, Runnable verb) {
        if (form == WrittenForm.NOTE) {
            exchange.note(turn, verb);
        } else {
            exchange.send(turn, verb);
        }
        drafts.end(key(form, turn.ticket(), turn.author(), sent));
    }

    /**
     * Keeps what stands in a form.
     *
     * @return "Draft kept 14:02"; empty where nothing is kept
     */
    public Optional<String> keep(WrittenForm form, TicketId ticket, PersonId author, Map<String, String> sent,
            Reader reader) {
        return drafts.keep(key(form, ticket, author, sent), form.words(sent), reader.now())
                ? Optional.of(kept(reader.now(), reader))
                : Optional.empty();
    }

    /** The forms of a case with what this person has begun in them, by the name of the form. */
    public Map<String, DraftView> forms(TicketId ticket, PersonId author, Reader reader) {
        Map<DraftForm, Draft> begun = drafts.of(ticket, author);
        Map<String, DraftView> views = new LinkedHashMap<>();
        for (WrittenForm form : WrittenForm.values()) {
            views.put(form.path(), view(form, ticket, author, begun.get(form.form()), reader));
        }
        return views;
    }

    private DraftView view(WrittenForm form, TicketId ticket, PersonId author, @Nullable Draft draft, Reader reader) {
        String owner = "%d.%s.%s".formatted(author.value(), ticket.number().value(), form.path());
        String page = UUID.randomUUID().toString();
        return draft == null
                ? new DraftView(owner, page, null, Map.of(), null)
                : new DraftView(owner, page, draft.sentFrom(), new HashMap<>(draft.words()),
                        draft.keptAt() == null ? null : kept(draft.keptAt(), reader));
    }

    private String kept(Instant at, Reader reader) {
        return time.say("desk.draft", reader.locale(), time.moment(at, reader));
    }

    private static Draft.Key key(WrittenForm form, TicketId ticket, PersonId author, Map<String, String> sent) {
        String page = sent.getOrDefault("page", "");
        return new Draft.Key(ticket, author, form.form(), page.substring(0, Math.min(page.length(), LONGEST_PAGE)));
    }
}
