package io.pledge.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

import io.pledge.steps.Steps;
import io.pledge.ticket.Cases;

/** The steps of a case in the stories: {@code step | key | field=words | field=words}; a day is {@code field=day+3}. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class StepDeeds {
    @Bean
    Deeds stepsOfCases(Steps steps, Cases cases) {
        return Deeds.of(Deed.of("step", scene -> {
            var words = scene.act().words();
            var step = steps.of(cases.require(scene.ticket())).flatMap(sheet -> sheet.step(words.getFirst()))
                    .orElseThrow(() -> new IllegalArgumentException("no such step: " + scene.act()));
            steps.finish(scene.ticket(), step.id(),
                    new Steps.Written(written(words.subList(1, words.size()), scene.at()),
                            Map.of()),
                    scene.staff(), scene.at());
        }));
    }

    private static Map<String, String> written(List<String> words, Instant at) {
        return words.stream().map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> StoryDays.in(pair[1].strip(), at)));
    }
}
