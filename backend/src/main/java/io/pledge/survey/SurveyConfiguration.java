package io.pledge.survey;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.pledge.config.ConfigFolder;

@Configuration(proxyBeanMethods = false)
class SurveyConfiguration {
    @Bean
    SurveyRules surveyRules(ConfigFolder folder) {
        return SurveyFile.read(folder.file("survey.yml"));
    }
}
