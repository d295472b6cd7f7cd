package io.pledge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Every text that a person reads: all bundles under {@code messages/}, one pair of files per area, English in the file
 * without a language.
 */
@Configuration(proxyBeanMethods = false)
class MessageBundles {
    private static final String SUFFIX = ".properties";

    @Bean
    MessageSource messageSource(ResourcePatternResolver files) throws IOException {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(basenames(files.getResources("classpath*:messages/*" + SUFFIX)));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static String[] basenames(Resource[] files) {
        return Arrays.stream(files)
                .map(Resource::getFilename)
                .filter(Objects::nonNull)
                .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                .filter(name -> !name.contains("_"))
                .map(name -> "messages/" + name)
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
