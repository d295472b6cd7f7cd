package io.pledge.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.pledge.notifications.Confirmation;
import io.pledge.notifications.Confirmations;
import io.pledge.notifier.PlanTasks;

/** What communication plans ask of people in the stories. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class CommunicationDeeds {
    /** Whoever is to be called by telephone is. */
    @Bean
    Deeds planDeeds(Confirmations confirmations, PlanTasks tasks) {
        return Deeds.of(Deed.of("plan-call",
                scene -> confirmations.forReference("ticket:" + scene.ticket().value()).stream()
                        .filter(Confirmation::open).filter(owed -> PlanTasks.isCall(owed.key()))
                        .forEach(owed -> tasks.done(owed, scene.act().word(0), scene.staff(), scene.at()))));
    }
}
