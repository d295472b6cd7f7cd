package io.pledge.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.customer.Customer;
import io.pledge.organisation.Staff;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseMove;
import io.pledge.web.view.Option;
import io.pledge.web.view.PromiseWords;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Says what other terms would do to the promises of a case, and whose it may be. */
@Component
class MoveWords {
    private final PromiseWords promises;
    private final Staff staff;
    private final TimeWords time;

    MoveWords(PromiseWords promises, Staff staff, TimeWords time) {
        this.promises = promises;
        this.staff = staff;
        this.time = time;
    }

    /** @param kind which promise it is */
    record Line(String kind, String words) {}

    List<Line> of(List<PromiseMove> moves, Reader reader) {
        return moves.stream()
                .map(move -> new Line(promises.kind(move.kind().name(), reader.locale()), words(move, reader)))
                .toList();
    }

    /** By name, with what tells those apart who are called alike: the contract and who looks after them. */
    List<Option> customers(List<Customer> found, Reader reader) {
        return found.stream().map(customer -> new Option(Long.toString(customer.id().value()), customer.name(),
                about(customer, reader), null, null, false)).toList();
    }

    private String about(Customer customer, Reader reader) {
        String level = say(reader, "desk.level." + (customer.level() == null ? "none" : customer.level().name()));
        return Optional.ofNullable(customer.accountManager()).map(staff::person)
                .map(person -> say(reader, "desk.customer.managed", level, person.name())).orElse(level);
    }

    private String words(PromiseMove move, Reader reader) {
        String now = move.withdrawn() ? say(reader, "desk.preview.gone") : standing(move.after(), reader);
        return Optional.ofNullable(move.before()).map(before -> say(reader, "desk.preview.from", now,
                standing(before, reader))).orElseGet(() -> say(reader, "desk.preview.made", now));
    }

    private String standing(Promise promise, Reader reader) {
        Instant due = promise.dueAt();
        if (due == null) {
            long left = promise.remaining() == null ? 0 : promise.remaining().seconds();
            return say(reader, "desk.preview.paused", time.working(Duration.ofSeconds(left), reader.locale()));
        }
        return due.isAfter(reader.now())
                ? say(reader, "desk.preview.at", time.momentInSentence(due, reader))
                : say(reader, "desk.preview.now");
    }

    private String say(Reader reader, String key, Object... parts) {
        return time.say(key, reader.locale(), parts);
    }
}
