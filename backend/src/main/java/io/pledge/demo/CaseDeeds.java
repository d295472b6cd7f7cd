package io.pledge.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.pledge.demo.Deed.Scene;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Solution;

/** The verbs of a case that stories are told with. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class CaseDeeds {
    private final Participants participants;

    CaseDeeds(Participants participants) {
        this.participants = participants;
    }

    @Bean
    Deeds workAtCases(Casework casework, Staff staff) {
        return Deeds.of(
                Deed.of("take", scene -> casework.take(scene.ticket(), scene.staff(), scene.at())),
                Deed.of("assign", scene -> casework.assign(scene.ticket(),
                        staff.byUsername(scene.act().word(0)).orElseThrow().id(), actor(scene), scene.at())),
                Deed.of("hold",
                        scene -> casework.hold(scene.ticket(), scene.act().word(0), actor(scene), scene.at())),
                Deed.of("resume", scene -> casework.resume(scene.ticket(), actor(scene), scene.at())));
    }

    @Bean
    Deeds conversations(Conversation conversation, DemoFiles files) {
        return Deeds.of(
                Deed.of("reply",
                        scene -> conversation.reply(scene.ticket(), scene.act().word(0), next(scene, 1), List.of(),
                                scene.staff(), scene.at())),
                Deed.of("call",
                        scene -> conversation.logCall(scene.ticket(), scene.act().word(0), next(scene, 1),
                                scene.staff(), scene.at())),
                Deed.of("note",
                        scene -> conversation.note(scene.ticket(), scene.act().word(0), scene.staff(), scene.at())),
                Deed.of("writes",
                        scene -> conversation.customerWrites(scene.ticket(), scene.act().word(0),
                                scene.act().optionalWord(1).map(files::file).map(List::of).orElse(List.of()),
                                customer(scene).participant(), scene.at())));
    }

    @Bean
    Deeds waysUpAndDown(Escalations escalations) {
        return Deeds.of(
                Deed.of("escalate",
                        scene -> escalations.escalate(scene.ticket(), scene.act().word(0),
                                scene.act().optionalWord(1).orElse(null), actor(scene), scene.at())),
                Deed.of("hand-back",
                        scene -> escalations.handBack(scene.ticket(), scene.act().word(0), actor(scene),
                                scene.at())));
    }

    @Bean
    Deeds ends(ClosedLoop loop) {
        return Deeds.of(
                Deed.of("resolve", scene -> loop.resolve(scene.ticket(), solution(scene.act()), actor(scene),
                        scene.at())),
                Deed.of("yes", scene -> loop.confirm(scene.ticket(), customer(scene), scene.at())),
                Deed.of("no", scene -> loop.reject(scene.ticket(), scene.act().word(0), customer(scene), scene.at())),
                Deed.of("reopen",
                        scene -> loop.reopen(scene.ticket(), scene.act().word(0), customer(scene), scene.at())),
                Deed.of("cancel",
                        scene -> loop.cancel(scene.ticket(), scene.act().word(0), actor(scene), scene.at())));
    }

    private static Solution solution(Act act) {
        return new Solution(act.word(1), act.word(2), act.word(3), act.word(0));
    }

    private static @Nullable Instant next(Scene scene, int word) {
        return scene.act().optionalWord(word).map(Duration::parse).map(scene.at()::plus).orElse(null);
    }

    private Actor actor(Scene scene) {
        return scene.person() == null ? customer(scene) : new Actor.Staff(scene.person());
    }

    private Actor.Customer customer(Scene scene) {
        return new Actor.Customer(participants.submitter(scene.ticket()).id());
    }
}
