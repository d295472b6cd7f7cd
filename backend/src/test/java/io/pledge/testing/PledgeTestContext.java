package io.pledge.testing;

import java.util.List;

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
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration config) {
            var url = SharedPostgres.newDatabase();
            TestPropertyValues.of("spring.datasource.url=" + url, "spring.datasource.username=postgres",
                    "pledge.search.embedded=false").applyTo(context);
            var beans = (org.springframework.beans.factory.support.BeanDefinitionRegistry) context.getBeanFactory();
            new org.springframework.context.annotation.AnnotatedBeanDefinitionReader(beans)
                    .register(TestBeans.class);
        }
    }
}
