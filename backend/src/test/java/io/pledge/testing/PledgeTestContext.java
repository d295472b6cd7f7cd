package io.pledge.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

import io.pledge.embedded.SharedSearch;

/** Gives each context of a {@link PledgeTest} a database of its own, the clock, and search where it is asked for. */
class PledgeTestContext implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
            List<ContextConfigurationAttributes> attributes) {
        var test = AnnotatedElementUtils.findMergedAnnotation(testClass, PledgeTest.class);
        return test == null ? null : new Customizer(test.search());
    }

    /** Equal ones share a context. */
    private record Customizer(boolean search) implements ContextCustomizer {
        private static final AtomicInteger CONTEXTS = new AtomicInteger();

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration config) {
            database().applyTo(context);
            (search ? searchEngine() : TestPropertyValues.of("pledge.search.embedded=false")).applyTo(context);
            var beans = (org.springframework.beans.factory.support.BeanDefinitionRegistry) context.getBeanFactory();
            new org.springframework.context.annotation.AnnotatedBeanDefinitionReader(beans)
                    .register(TestBeans.class);
        }

        private static TestPropertyValues database() {
            return TestPropertyValues.of("spring.datasource.url=" + SharedPostgres.newDatabase(),
                    "spring.datasource.username=postgres", "spring.datasource.hikari.minimum-idle=1",
                    // Quartz finds a connection by this name, in one table for the whole process
                    "spring.quartz.properties.org.quartz.scheduler.instanceName=test-" + CONTEXTS.incrementAndGet());
        }

        private static TestPropertyValues searchEngine() {
            return TestPropertyValues.of("spring.elasticsearch.uris=" + SharedSearch.url(),
                    "pledge.search.opensearch-compatible=true",
                    "pledge.search.index-prefix=test-" + CONTEXTS.incrementAndGet() + "-");
        }
    }
}
