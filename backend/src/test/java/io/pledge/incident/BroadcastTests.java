package io.pledge.incident;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import io.pledge.organisation.Scope;
import io.pledge.sla.Promise;
import io.pledge.sla.PromiseKind;
import io.pledge.sla.PromiseState;
import io.pledge.sla.Promises;
import io.pledge.testing.Casebook;
import io.pledge.testing.MovableClock;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Refused;
import io.pledge.ticket.TicketId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One letter goes to all customers of an incident, to each once and in their language. */
@PledgeTest
class BroadcastTests {
    @Autowired
    private BeanFactory beans;
    @Autowired
    private Incidents incidents;
    @Autowired
    private IncidentCases members;
    @Autowired
    private Broadcasts broadcasts;
    @Autowired
    private BroadcastDelivery delivery;
    @Autowired
    private Casebook casebook;
    @Autowired
    private ClosedLoop loop;
    @Autowired
    private Promises promises;
    @Autowired
    private MovableClock clock;
    @Autowired
    private TransactionTemplate transaction;
    private IncidentScene scene;
    private TicketId hamburg;
    private TicketId shanghai;
    private Incident incident;

    @BeforeEach
    void anIncidentWithTwoCases() {
        scene = new IncidentScene(beans);
        hamburg = scene.open("hamburg", Locale.ENGLISH);
        shanghai = scene.open("shanghai", Locale.SIMPLIFIED_CHINESE);
        incident = scene.declare(hamburg, shanghai);
    }

    @Test
    void eachCustomerIsWrittenInTheirLanguageAndTheirPromisesAreKept() {
        scene.message(incident);
        assertThat(scene.said(hamburg)).isEmpty();
        carry();

        assertThat(scene.said(hamburg)).containsExactly("We know the cause.");
        assertThat(scene.said(shanghai)).containsExactly("原因已经查明。");
        assertThat(promises.of(hamburg)).filteredOn(p -> p.kind() == PromiseKind.ACKNOWLEDGEMENT)
                .extracting(Promise::state).containsExactly(PromiseState.KEPT);
        assertThat(broadcasts.of(incident.id())).singleElement().satisfies(sent -> {
            assertThat(sent.of(Broadcast.Way.SENT)).isEqualTo(2);
            assertThat(sent.words()).hasSize(2);
        });
        assertThat(members.page(incident.id(), Scope.everything(), null, 9))
                .allSatisfy(one -> assertThat(one.last()).isEqualTo(Broadcast.Way.SENT));
    }

    @Test
    void theNextWordIsPromisedToEachUnlessTheirContractSaysSooner() {
        var next = clock.instant().plus(Duration.ofMinutes(40));
        broadcasts.write(incident.id(), new Letter("one", Letter.Kind.MESSAGE, scene.message("x").words(), next),
                casebook.person(IncidentScene.LEAD), clock.instant());
        carry();
        assertThat(progress(hamburg).dueAt()).isEqualTo(next);

        broadcasts.write(incident.id(), new Letter("two", Letter.Kind.MESSAGE, scene.message("x").words(),
                clock.instant().plus(Duration.ofDays(30))), casebook.person(IncidentScene.LEAD), clock.instant());
        carry();
        assertThat(progress(hamburg).dueAt()).isBefore(clock.instant().plus(Duration.ofDays(2)));
    }

    @Test
    void whereALanguageIsMissingItIsSaidForWhomAndNobodyIsWritten() {
        var onlyEnglish = new Letter("one", Letter.Kind.MESSAGE,
                Map.of(Language.EN, Words.message("We know."), Language.ZH, Words.message(" ")),
                clock.instant().plusSeconds(900));
        assertThatThrownBy(() -> write(onlyEnglish)).isInstanceOfSatisfying(WordsMissing.class,
                missing -> assertThat(missing.customers()).containsExactly(
                        Map.entry(Language.ZH, List.of("Somebody in shanghai"))));
        assertThat(broadcasts.of(incident.id())).isEmpty();

        incidents.detach(incident.id(), shanghai, casebook.person("hq-head"), clock.instant());
        write(onlyEnglish);
        assertThat(carry()).isEqualTo(1);
    }

    @Test
    void theSameFormSentTwiceIsOneLetter() {
        var letter = scene.message("one");
        long once = write(letter);
        assertThat(write(letter)).isEqualTo(once);
        carry();
        assertThat(write(letter)).isEqualTo(once);
        carry();
        assertThat(scene.said(hamburg)).hasSize(1);
    }

    @Test
    void theSameFormSentTwiceAtOnceIsOneLetter() throws Exception {
        var letter = scene.message("one");
        try (var people = Executors.newFixedThreadPool(2)) {
            var first = people.submit(() -> write(letter));
            var second = people.submit(() -> write(letter));
            assertThat(first.get()).isEqualTo(second.get());
        }
        carry();
        assertThat(scene.said(hamburg)).hasSize(1);
    }

    @Test
    void casesThatComeWhileALetterIsCarriedDoNotDisturbIt() throws Exception {
        incidents.attach(incident.id(), scene.open(40), casebook.person("hq-head"), clock.instant());
        var late = scene.open(40);
        scene.message(incident);
        try (var people = Executors.newFixedThreadPool(2)) {
            var carrying = people.submit(this::carry);
            var coming = people.submit(() -> incidents.attach(incident.id(), late, casebook.person("hq-head"),
                    clock.instant()));
            assertThat(carrying.get()).isEqualTo(42);
            assertThat(coming.get().cases()).hasSize(40);
        }
        assertThat(broadcasts.of(incident.id()).getFirst().of(Broadcast.Way.SENT)).isEqualTo(42);
        assertThat(late).allSatisfy(one -> assertThat(scene.said(one)).isEmpty());
        assertThat(members.counts(incident.id()).cases()).isEqualTo(82);
    }

    @Test
    void anotherLetterWaitsUntilTheFirstIsOut() {
        scene.message(incident);
        assertThatThrownBy(() -> scene.message(incident)).isInstanceOf(Refused.class)
                .hasMessageContaining("incidentSending");
        carry();
        scene.message(incident);
    }

    @Test
    void aCaseThatEndsMeanwhileIsLeftOutAndNamed() {
        scene.message(incident);
        loop.cancel(shanghai, "By mistake.", casebook.actor("shanghai-engineer"), clock.instant());
        carry();
        assertThat(broadcasts.of(incident.id()).getFirst().of(Broadcast.Way.LEFT_OUT)).isEqualTo(1);
        assertThat(broadcasts.missed(incident.id(), Scope.everything())).singleElement().satisfies(missed -> {
            assertThat(missed.ticket()).isEqualTo(shanghai);
            assertThat(missed.reason()).isEqualTo("ended");
        });
        assertThat(broadcasts.missed(incident.id(), Scope.nothing())).isEmpty();
        assertThat(scene.said(hamburg)).hasSize(1);
    }

    @Test
    void aCaseThatLeavesOrComesDuringALetterDoesNotGetIt() {
        scene.message(incident);
        var late = scene.open("hamburg", Locale.ENGLISH);
        incidents.attach(incident.id(), List.of(late), casebook.person("hq-head"), clock.instant());
        incidents.detach(incident.id(), shanghai, casebook.person("hq-head"), clock.instant());
        carry();
        assertThat(scene.said(hamburg)).hasSize(1);
        assertThat(scene.said(late)).isEmpty();
        assertThat(scene.said(shanghai)).isEmpty();
        assertThat(broadcasts.missed(incident.id(), Scope.everything())).singleElement()
                .satisfies(missed -> assertThat(missed.reason()).isEqualTo("left"));
        assertThat(members.page(incident.id(), Scope.everything(), null, 9)).filteredOn(one -> one.id().equals(late))
                .singleElement().satisfies(one -> assertThat(one.last()).isNull());
    }

    @Test
    void whatAKillInterruptsIsDoneOnceAfterwards() {
        scene.message(incident);
        transaction.executeWithoutResult(killed -> {
            delivery.sweep(clock.instant());
            killed.setRollbackOnly();
        });
        assertThat(scene.said(hamburg)).isEmpty();
        assertThat(broadcasts.of(incident.id()).getFirst().of(Broadcast.Way.WAITING)).isEqualTo(2);

        carry();
        carry();
        assertThat(scene.said(hamburg)).hasSize(1);
        assertThat(scene.said(shanghai)).hasSize(1);
    }

    @Test
    void aPromiseThatCannotBeMadeAnyMoreFailsTheCaseAndIsNamed() {
        scene.message(incident);
        clock.advance(Duration.ofHours(2));
        carry();
        assertThat(broadcasts.missed(incident.id(), Scope.everything())).hasSize(2)
                .allSatisfy(missed -> assertThat(missed.way()).isEqualTo(Broadcast.Way.FAILED));
    }

    @Test
    void nobodyCanBePromisedATimeThatHasPassed() {
        assertThatThrownBy(() -> write(new Letter("one", Letter.Kind.MESSAGE, scene.message("x").words(),
                clock.instant()))).hasMessageContaining("nextWordPassed");
    }

    private Promise progress(TicketId id) {
        return promises.of(id).stream().filter(p -> p.kind() == PromiseKind.PROGRESS && p.unanswered())
                .reduce((_, later) -> later).orElseThrow();
    }

    private long write(Letter letter) {
        return broadcasts.write(incident.id(), letter, casebook.person(IncidentScene.LEAD), clock.instant());
    }

    private int carry() {
        return delivery.sweep(clock.instant());
    }
}
