package io.pledge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Who starts Pledge with nothing configured wants to see it: the profile {@code demo} is then on. It is off as soon as a
 * database is given, a profile is named, or {@code pledge.demo} is false.
 */
final class DemoByDefault implements EnvironmentPostProcessor, Ordered {
    private static final String DEMO = "demo";
    private static final String DEFAULTS = "class path resource [application.yml]";
    private static final String DEMO_DEFAULTS = "application-demo.yml";

    @Override
    public int getOrder() {
        // the operator's files decide, so they must have been read
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var wanted = environment.getProperty("pledge.demo", Boolean.class, true);
        if (wanted && environment.getActiveProfiles().length == 0 && NoDatabaseGiven.holds(environment)) {
            environment.addActiveProfile(DEMO);
            addDefaults(environment);
        }
    }

    /** Above the framework's defaults and below whatever else is configured. */
    private static void addDefaults(ConfigurableEnvironment environment) {
        var sources = environment.getPropertySources();
        var defaults = sources.stream().map(PropertySource::getName).filter(name -> name.contains(DEFAULTS))
                .findFirst();
        for (var source : read()) {
            defaults.ifPresentOrElse(name -> sources.addBefore(name, source), () -> sources.addLast(source));
        }
    }

    private static Iterable<PropertySource<?>> read() {
        try {
            return new YamlPropertySourceLoader().load(DEMO_DEFAULTS, new ClassPathResource(DEMO_DEFAULTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
