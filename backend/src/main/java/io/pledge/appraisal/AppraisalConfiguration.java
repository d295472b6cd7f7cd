package io.pledge.appraisal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.pledge.config.ConfigFolder;

@Configuration(proxyBeanMethods = false)
class AppraisalConfiguration {
    @Bean
    AppraisalRules appraisalRules(ConfigFolder folder) {
        return AppraisalRules.read(folder.file("appraisal.yml"));
    }
}
