package io.pledge.embedded;

import java.nio.file.Path;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The folder that the engines share. Nobody opens it where no engine runs. */
@Configuration(proxyBeanMethods = false)
class EmbeddedEngines {
    @Bean
    @Lazy
    DataFolder dataFolder(Environment environment) {
        return DataFolder.open(Path.of(environment.getRequiredProperty("pledge.data-dir")));
    }

    /** The engine that takes longest starts first, beside everything else. */
    @Bean
    static BeanFactoryPostProcessor searchBeforeAll() {
        return factory -> factory.getBeanProvider(SearchEngine.class).ifAvailable(engine -> {
        });
    }
}
