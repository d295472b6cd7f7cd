package io.pledge.replay;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A process that replays does nothing else: no recurring job runs in it, no message goes out, nobody is served, nothing is
 * indexed.
 */
final class ReplaySettings implements EnvironmentPostProcessor, Ordered {
    @Override
    public int getOrder() {
        // others decide by these settings
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty(ReplayCommand.PROPERTY)) {
            environment.getPropertySources().addFirst(new MapPropertySource("replay", Map.of(
                    "pledge.schedule.enabled", false, "pledge.notifications.enabled", false,
                    "pledge.search.embedded", false, "server.port", -1)));
        }
    }
}
