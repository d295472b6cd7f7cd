package io.pledge.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole application on a free port, with {@code MockMvc}, over a database of its own in the shared PostgreSQL. Jobs do
 * not run by themselves. The context is shared by all classes that ask for the same, so prefer no attributes and no
 * {@code @MockitoBean}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles(resolver = TestProfiles.class)
@TestExecutionListeners(listeners = FreshState.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface PledgeTest {
    /** Whether the search engine is there; otherwise the application runs without one. */
    boolean search() default false;

    /** When database and clock go back to what they were after the start. */
    Reset reset() default Reset.BEFORE_EACH_TEST;

    /** Profiles beside {@code test}; with {@code demo}, the demonstration's clock rules in place of {@link MovableClock}. */
    String[] profiles() default {};

    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};

    /** The moment of going back. */
    enum Reset {
        BEFORE_EACH_TEST, BEFORE_EACH_CLASS,
        /** For a context of its own in which jobs run: they hold rows that the reset would delete. */
        NEVER
    }
}
