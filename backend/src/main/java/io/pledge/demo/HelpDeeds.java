package io.pledge.demo;

import java.util.NoSuchElementException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.pledge.demo.Deed.Scene;
import io.pledge.help.Help;
import io.pledge.help.HelpLists;
import io.pledge.help.HelpRequest;
import io.pledge.help.Question;
import io.pledge.organisation.Units;

/** How units help each other in the stories. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class HelpDeeds {

    /** {@code ask-help | key of a unit | question | what was tried}; {@code take-help}; {@code answer-help | words}. */
    @Bean
    Deeds helpVerbs(Help help, HelpLists lists, Units units) {
        return Deeds.of(
                Deed.of("ask-help", scene -> help.ask(scene.ticket(), question(scene, units), scene.staff(),
                        scene.at())),
                Deed.of("take-help", scene -> help.take(open(scene, lists).id(), scene.staff(), scene.at())),
                Deed.of("answer-help", scene -> help.answer(open(scene, lists).id(), scene.act().word(0),
                        scene.staff(), scene.at())));
    }

    private static Question question(Scene scene, Units units) {
        var act = scene.act();
        return new Question("demo:" + scene.ticket().value() + ":" + scene.at(),
                units.byKey(act.word(0)).orElseThrow(() -> new NoSuchElementException(act.word(0))).id(), null,
                act.word(1), act.optionalWord(2).orElse(null), null);
    }

    private static HelpRequest open(Scene scene, HelpLists lists) {
        return lists.of(scene.ticket()).stream().filter(HelpRequest::open).findFirst().orElseThrow();
    }
}
