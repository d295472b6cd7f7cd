package io.pledge.web;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What controllers of pages may ask for in their methods beyond what Spring gives. */
@Configuration(proxyBeanMethods = false)
class PageArguments implements WebMvcConfigurer {
    private final PageReader reader;

    PageArguments(PageReader reader) {
        this.reader = reader;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(reader);
    }
}
