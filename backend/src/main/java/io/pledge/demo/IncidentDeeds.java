package io.pledge.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.pledge.demo.Deed.Scene;
import io.pledge.incident.Broadcasts;
import io.pledge.incident.Declaration;
import io.pledge.incident.Incident;
import io.pledge.incident.IncidentLists;
import io.pledge.incident.Incidents;
import io.pledge.incident.Language;
import io.pledge.incident.Letter;
import io.pledge.incident.Words;
import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Severity;

/** How a wider fault goes on in the stories; there is one at a time. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class IncidentDeeds {
    private final Incidents incidents;
    private final IncidentLists lists;
    private final Broadcasts broadcasts;
    private final Staff staff;

    IncidentDeeds(Incidents incidents, IncidentLists lists, Broadcasts broadcasts, Staff staff) {
        this.incidents = incidents;
        this.lists = lists;
        this.broadcasts = broadcasts;
        this.staff = staff;
    }

    /**
     * {@code declare-incident | title in English | in Chinese | user name of the lead}; {@code join-incident};
     * {@code incident-message | words in English | in Chinese | until the next word}.
     */
    @Bean
    Deeds widerFaults() {
        return Deeds.of(Deed.of("declare-incident", this::declare),
                Deed.of("join-incident", scene -> incidents.attach(running().id(), List.of(scene.ticket()),
                        scene.staff(), scene.at())),
                Deed.of("incident-message", this::write));
    }

    private void declare(Scene scene) {
        Person lead = staff.byUsername(scene.act().word(2)).orElseThrow();
        incidents.declare(new Declaration("demo:" + scene.ticket().value(), scene.act().word(0), scene.act().word(1),
                Severity.CRITICAL, lead.unit(), lead.id(), true, List.of(scene.ticket())), scene.staff(), scene.at());
    }

    private void write(Scene scene) {
        var words = Map.of(Language.EN, Words.message(scene.act().word(0)), Language.ZH,
                Words.message(scene.act().word(1)));
        broadcasts.write(running().id(), new Letter("demo:" + scene.ticket().value() + ":" + scene.at(),
                Letter.Kind.MESSAGE, words, scene.at().plus(Duration.parse(scene.act().word(2)))), scene.staff(),
                scene.at());
    }

    private Incident running() {
        return lists.open().getFirst();
    }
}
