package io.pledge.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.pledge.sla.Promising;
import io.pledge.ticket.Ticket;
import io.pledge.web.view.Option;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** The times by which an author can promise to write again: the latest that the policy allows, and earlier ones. */
@Component
class NextWords {
    private static final List<Duration> EARLIER = List.of(Duration.ofMinutes(30), Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24), Duration.ofHours(48));
    private static final Duration STEP = Duration.ofMinutes(30);

    private final Promising promising;
    private final TimeWords time;
    private final MessageSource texts;

    NextWords(Promising promising, TimeWords time, MessageSource texts) {
        this.promising = promising;
        this.time = time;
        this.texts = texts;
    }

    /** The policy's own time first, whose value is empty; then earlier ones on the half hour. */
    List<Option> options(Ticket ticket, Reader reader) {
        Instant latest = latest(ticket, reader.now());
        Stream<Option> byPolicy = Stream.of(Option.of("", texts.getMessage("desk.next.latest",
                new Object[]{time.moment(latest, reader)}, reader.locale())));
        Stream<Option> earlier = EARLIER.stream().map(after -> onTheHalfHour(reader.now().plus(after)))
                .filter(at -> at.isBefore(latest)).distinct()
                .map(at -> Option.of(at.toString(), time.moment(at, reader)));
        return Stream.concat(byPolicy, earlier).toList();
    }

    Instant latest(Ticket ticket, Instant now) {
        return promising.latestNextWord(ticket.id(), now);
    }

    /** The moment of reading as an input of date and time takes it. */
    String local(Reader reader) {
        return LocalDateTime.ofInstant(reader.now(), reader.zone()).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static Instant onTheHalfHour(Instant at) {
        long step = STEP.toSeconds();
        return Instant.ofEpochSecond((at.getEpochSecond() + step - 1) / step * step);
    }
}
