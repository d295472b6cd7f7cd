package io.pledge.quality;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.pledge.config.ConfigFolder;

@Configuration(proxyBeanMethods = false)
class QualityConfiguration {
    @Bean
    QualityRules qualityRules(ConfigFolder folder) {
        return QualityRules.read(folder.file("quality.yml"));
    }
}
