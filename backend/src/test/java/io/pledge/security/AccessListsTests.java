package io.pledge.security;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

import io.pledge.testing.As;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What the lists behind the doors name: nothing of a case that lies outside of what is somebody's, whatever they ask for. */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false", reset = PledgeTest.Reset.BEFORE_EACH_CLASS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessListsTests {
    /** About the longest that a report looks back and ahead. */
    private static final String EVER = "period=custom&from=%s&to=%s".formatted(LocalDate.now().minusDays(400),
            LocalDate.now().plusDays(400));
    /** {@code UNIT} stands for the unit whose cases are asked for. */
    private static final String[] LISTS = {"/desk", "/desk?view=ENDED", "/desk/search?q=Modules", "/desk/recovery",
            "/desk/visits?week=4",
            "/library?shelf=REVIEW", "/report/cases?unit=UNIT", "/report/answers?unit=UNIT&" + EVER,
            "/report/promises?unit=UNIT&outcome=RUNNING&" + EVER,
            "/report/promises.csv?unit=UNIT&outcome=RUNNING&" + EVER};
    @Autowired
    ApplicationContext beans;
    @Autowired
    MockMvc mvc;
    private AccessScene scene;

    @BeforeAll
    void setTheScene() {
        scene = beans.getAutowireCapableBeanFactory().createBean(AccessScene.class);
        scene.set();
    }

    @ParameterizedTest
    @MethodSource
    void aListNamesNothingFromOutside(Caller caller, String list) throws Exception {
        String elsewhere = Objects.requireNonNull(caller.elsewhere);
        var things = scene.in(elsewhere);

        assertThat(read(caller, list, elsewhere)).doesNotContain(things.open().number().value(),
                things.ended().number().value(), "/library/" + things.lesson(), "/desk/recovery/" + things.call());
    }

    static Stream<Arguments> aListNamesNothingFromOutside() {
        return Stream.of(Caller.values()).filter(caller -> !caller.isStranger() && caller.elsewhere != null)
                .flatMap(caller -> Stream.of(LISTS).map(list -> argumentSet(
                        "%s as %s names nothing from outside".formatted(list, caller.username()), caller, list)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hamburg", "warsaw", "shanghai"})
    void headquartersFindEachOfficeInEveryList(String unit) throws Exception {
        var things = scene.in(unit);
        for (String list : LISTS) {
            assertThat(read(Caller.HQ_HEAD, list, unit)).as(list).containsAnyOf(things.open().number().value(),
                    things.ended().number().value(), "/library/" + things.lesson(), "/desk/recovery/" + things.call());
        }
    }

    private String read(Caller caller, String list, String unit) throws Exception {
        return mvc.perform(get(list.replace("UNIT", unit)).with(As.person(caller.username()))).andReturn().getResponse()
                .getContentAsString();
    }
}
