package io.pledge.web.explain;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.pledge.organisation.Staff;
import io.pledge.sla.Explanation.Change;
import io.pledge.web.ChangeWords;
import io.pledge.web.explain.ExplanationView.Row;
import io.pledge.web.view.Reader;
import io.pledge.web.view.TimeWords;

/** Tells of other terms that came to hold for a promise: why, by whom, and what they allow. */
@Component
class ChangedTerms {
    private final ChangeWords words;
    private final Staff staff;
    private final TimeWords time;

    ChangedTerms(ChangeWords words, Staff staff, TimeWords time) {
        this.words = words;
        this.staff = staff;
        this.time = time;
    }

    Row row(Change change, Reader reader) {
        String why = words.why(change.why(), reader.locale());
        String allowance = time.working(Duration.ofSeconds(change.target().allowance().seconds()), reader.locale());
        String told = by(change)
                .map(name -> time.say("explain.change.by", reader.locale(), why, name, allowance,
                        change.terms().line()))
                .orElseGet(() -> time.say("explain.change", reader.locale(), why, allowance, change.terms().line()));
        return new Row("change", time.moment(change.at(), reader), told, "", "");
    }

    private Optional<String> by(Change change) {
        return Optional.ofNullable(change.why()).flatMap(why -> Optional.ofNullable(why.by())).map(staff::person)
                .map(person -> person.name());
    }
}
