package io.pledge.embedded;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The folder that the engines share. Nobody opens it where no engine runs. */
@Configuration(proxyBeanMethods = false)
class EmbeddedEngines {
    @Bean
    @Lazy
    DataFolder dataFolder(@Value("${pledge.data-dir}") Path folder) {
        return DataFolder.open(folder);
    }
}
