package io.pledge.testing;

import java.util.stream.Stream;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ActiveProfilesResolver;

/** {@code test}, and what the test names beside it. */
class TestProfiles implements ActiveProfilesResolver {
    @Override
    public String[] resolve(Class<?> testClass) {
        var test = AnnotatedElementUtils.findMergedAnnotation(testClass, PledgeTest.class);
        var named = test == null ? Stream.<String>empty() : Stream.of(test.profiles());
        return Stream.concat(Stream.of("test"), named).toArray(String[]::new);
    }
}
