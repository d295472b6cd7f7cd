package io.pledge.embedded;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Tells everybody by {@code pledge.search.enabled} whether there is a search engine at all, given or inside. Without this
 * a client would try whatever answers on the default port of this machine.
 */
final class SearchSwitch implements EnvironmentPostProcessor, Ordered {
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 2;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var enabled = SearchGiven.byUrl(environment) || SearchGiven.inside(environment);
        environment.getPropertySources().addLast(
                new MapPropertySource("search given or inside", Map.of("pledge.search.enabled", enabled)));
    }
}
