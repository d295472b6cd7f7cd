package io.pledge.quality;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Scope;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Refused;
import io.pledge.ticket.Severity;
import io.pledge.ticket.Solution;
import io.pledge.ticket.TicketId;
import io.pledge.ticket.TicketKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A complaint before quality: ruled on by somebody else, appealed, decided. */
@PledgeTest
class RulingStoryTests {
    @Autowired
    Casebook casebook;
    @Autowired
    MovableClock clock;
    @Autowired
    Casework casework;
    @Autowired
    ClosedLoop loop;
    @Autowired
    Reviews reviews;
    @Autowired
    Rulings rulings;
    @Autowired
    Appeals appeals;
    @Autowired
    QualityRules rules;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MockMvc mvc;

    @Test
    void aComplaintWaitsForARulingOnceItIsClosedAndOtherCasesOnlyWhenSentThere() {
        var id = closed(TicketKind.COMPLAINT);
        var fault = closed(TicketKind.FAULT);
        assertThat(reviews.waiting(Scope.everything(), 10)).extracting(Review::ticket).containsExactly(id);
        reviews.send(fault, Review.Reason.SENT, quality(), clock.instant());
        reviews.send(fault, Review.Reason.SENT, quality(), clock.instant());
        assertThat(reviews.waiting(Scope.everything(), 10)).extracting(Review::ticket).containsExactly(id, fault);
        rule(id, null);
        assertThat(reviews.waiting(Scope.everything(), 10)).extracting(Review::ticket).containsExactly(fault);
    }

    @Test
    void onlyWhoHeldTheCaseCanBeResponsible() {
        var id = closed(TicketKind.COMPLAINT);
        assertThat(rulings.holders(id)).contains(lena());
        var other = new Responsible(casebook.unit("hamburg"), casebook.person("hamburg-engineer-2"));
        assertThatThrownBy(() -> rulings.rule(id, valid(other, null), quality(), clock.instant()))
                .isInstanceOf(Refused.class).hasMessageContaining("neverHeld");
        assertThatThrownBy(() -> rulings.rule(id, valid(lena(), null), casebook.person("local-head"),
                clock.instant())).isInstanceOf(Refused.class).hasMessageContaining("notQuality");
    }

    @Test
    void aRulingStaysAndALaterOneSupersedesItUnlessSomebodyRuledMeanwhile() {
        var id = closed(TicketKind.COMPLAINT);
        long first = rule(id, null);
        assertThatThrownBy(() -> rule(id, null)).isInstanceOf(OptimisticLockingFailureException.class);
        rule(id, first);
        assertThat(rulings.of(id)).extracting(Ruling::superseded).containsExactly(true, false);
        for (var statement : List.of("update ruling set verdict = 'NOT_VALID'", "delete from ruling",
                "truncate ruling cascade")) {
            assertThatThrownBy(() -> jdbc.sql(statement).update()).hasMessageContaining("append-only");
        }
    }

    @Test
    void whoIsResponsibleAppealsOnceInTimeAndAGrantedAppealOverturnsTheRuling() {
        var id = closed(TicketKind.COMPLAINT);
        long ruling = rule(id, null);
        assertThatThrownBy(() -> appeals.file(ruling, "not me", casebook.person("local-head"), clock.instant()))
                .isInstanceOf(Refused.class).hasMessageContaining("notYourRuling");
        long appeal = appeals.file(ruling, "It lay with the region.", casebook.person("local-engineer"),
                clock.instant());
        assertThatThrownBy(() -> appeals.file(ruling, "Again.", casebook.person("local-engineer"), clock.instant()))
                .isInstanceOf(Refused.class).hasMessageContaining("appealClosed");
        assertThatThrownBy(() -> appeals.decide(appeal, true, "So it did.", " ", quality(), clock.instant()))
                .isInstanceOf(Refused.class).hasMessageContaining("sameOfficer");
        appeals.decide(appeal, true, "So it did.", "the only officer", quality(), clock.instant());
        assertThatThrownBy(() -> appeals.decide(appeal, false, "No.", "only", quality(), clock.instant()))
                .isInstanceOf(Refused.class).hasMessageContaining("appealDecided");
        assertThat(rulings.against(casebook.person("local-engineer"))).isEmpty();
        assertThat(rulings.of(id).getLast().verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void anAppealComesTooLateAfterItsTime() {
        var id = closed(TicketKind.COMPLAINT);
        long ruling = rule(id, null);
        clock.advance(rules.appealWithin());
        assertThatThrownBy(() -> appeals.file(ruling, "late", casebook.person("local-engineer"), clock.instant()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theOfficerRulesOnThePageAndOthersCannot() throws Exception {
        var id = closed(TicketKind.COMPLAINT);
        var page = "/quality/" + id.number().value();
        mvc.perform(get("/quality").with(As.person("quality")))
                .andExpect(content().string(containsString(id.number().value())));
        mvc.perform(get(page).with(As.person("manager"))).andExpect(status().isOk());
        mvc.perform(get(page).with(As.person("local-engineer"))).andExpect(status().isForbidden());
        mvc.perform(get("/quality/PL-999999").with(As.person("quality"))).andExpect(status().isNotFound());
        var responsible = casebook.unit("hamburg").value() + ":" + casebook.person("local-engineer").value();
        var send = post(page + "/rulings").param("verdict", "VALID").param("cause", "TOO_SLOW")
                .param("responsible", responsible).param("reasoning", "Two days without word.").with(csrf());
        mvc.perform(send.with(As.person("manager"))).andExpect(status().isForbidden());
        mvc.perform(post(page + "/rulings").param("verdict", "VALID").param("reasoning", "x").with(csrf())
                .with(As.person("quality"))).andExpect(status().isUnprocessableContent());
        mvc.perform(post(page + "/rulings").param("verdict", "MAYBE").param("reasoning", "x").with(csrf())
                .with(As.person("quality"))).andExpect(status().isUnprocessableContent());
        mvc.perform(send.with(As.person("quality"))).andExpect(status().is3xxRedirection());
        mvc.perform(send.with(As.person("quality"))).andExpect(status().isConflict());
        mvc.perform(get(page).with(As.person("quality")))
                .andExpect(content().string(containsString("Two days without word.")));
    }

    private Responsible lena() {
        return new Responsible(casebook.unit("hamburg"), casebook.person("local-engineer"));
    }

    private PersonId quality() {
        return casebook.person("quality");
    }

    private static NewRuling valid(Responsible who, @Nullable Long seen) {
        return new NewRuling(Verdict.VALID, Cause.TOO_SLOW, who, "Two days without word.", seen);
    }

    private long rule(TicketId id, @Nullable Long seen) {
        return rulings.rule(id, valid(lena(), seen), quality(), clock.instant());
    }

    private TicketId closed(TicketKind kind) {
        var id = casebook.open(kind, Severity.MAJOR, "hamburg", null);
        casework.take(id, casebook.person("local-engineer"), clock.instant());
        clock.advance(Duration.ofHours(1));
        loop.resolve(id, new Solution("cap", "file 3.2.1", "check at delivery", "It is done."),
                casebook.actor("local-engineer"), clock.instant());
        loop.confirm(id, new Actor.System(), clock.instant());
        return id;
    }
}
