package io.pledge.security;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.pledge.lessons.LessonId;
import io.pledge.lessons.Lessons;
import io.pledge.organisation.Staff;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Every page and every verb, tried as everybody, against the table {@code access.txt}. What a verb does is rolled back, so that each
 * finds the same scene.
 */
@PledgeTest(profiles = "demo", properties = "spring.mail.host=false", reset = PledgeTest.Reset.BEFORE_EACH_CLASS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Transactional
class AccessTests {
    @Autowired
    ApplicationContext beans;
    @Autowired
    MockMvc mvc;
    @Autowired
    Casebook casebook;
    @Autowired
    Cases cases;
    private AccessScene scene;
    private AccessRequests requests;

    @BeforeAll
    void setTheScene() {
        scene = beans.getAutowireCapableBeanFactory().createBean(AccessScene.class);
        scene.set();
        requests = new AccessRequests(scene, casebook, cases);
    }

    @Test
    void theTableNamesEveryMappingAndNoOther() {
        Set<String> mapped = beans.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream()).flatMap(AccessTests::names)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> named = AccessLine.byMapping().keySet();

        assertThat(mapped).filteredOn(name -> !named.contains(name)).as("not named in access.txt").isEmpty();
        assertThat(named).filteredOn(name -> !mapped.contains(name)).as("named, but there is none").isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void aDoorAnswersAsTheTableSays(AccessLine line, Caller caller, boolean inside, String answer) throws Exception {
        MockHttpServletResponse response = send(requests.of(line, caller, inside).with(csrf()));

        assertThat(answerOf(line, response)).as("%s as %s", line.mapping(), caller.username()).isEqualTo(answer);
    }

    static Stream<Arguments> aDoorAnswersAsTheTableSays() {
        return AccessLine.all().stream().flatMap(line -> Stream.of(Caller.values())
                .flatMap(caller -> Stream.of(true, false).flatMap(inside -> tried(line, caller, inside))));
    }

    @ParameterizedTest
    @MethodSource
    void aFormWithoutItsTokenIsRefusedWhoeverSendsIt(AccessLine line, Caller caller) throws Exception {
        assertThat(send(requests.of(line, caller, true)).getStatus()).isEqualTo(403);
    }

    static Stream<Arguments> aFormWithoutItsTokenIsRefusedWhoeverSendsIt() {
        return AccessLine.all().stream().filter(line -> line.changes() && !line.isApi())
                .flatMap(line -> Stream.of(Caller.values())
                        .filter(caller -> line.inside(caller.kind).equals("in"))
                        .map(caller -> argumentSet("%s as %s without a token is refused".formatted(line.mapping(),
                                caller.username()), line, caller)));
    }

    private static Stream<Arguments> tried(AccessLine line, Caller caller, boolean inside) {
        String answer = inside ? line.inside(caller.kind) : line.outside(caller.kind);
        if (answer.equals("-") || !inside && !caller.hasOutside(line)) {
            return Stream.empty();
        }
        String where = line.isAboutSomething()
                ? " about a %s %s".formatted(line.about(), inside ? "of theirs" : "not theirs")
                : "";
        return Stream.of(argumentSet("%s as %s%s is answered %s".formatted(line.mapping(), caller.username(), where,
                answer), line, caller, inside, answer));
    }

    @Test
    void aPublishedLessonIsReadByAllStaffWhoseverCaseItComesFrom() throws Exception {
        long lesson = scene.in("shanghai").lesson();
        assertThat(read("local-engineer", "/library?shelf=REVIEW")).doesNotContain("/library/" + lesson);
        assertThat(read("hq-engineer", "/library?shelf=REVIEW")).contains("/library/" + lesson);
        assertThat(status("local-engineer", "/library/" + lesson)).isEqualTo(404);

        beans.getBean(Lessons.class).publish(new LessonId(lesson), 1, beans.getBean(Staff.class)
                .byUsername("quality").orElseThrow(), beans.getBean(Clock.class).instant());

        assertThat(read("local-engineer", "/library")).contains("/library/" + lesson);
        assertThat(read("local-engineer", "/library/" + lesson)).doesNotContain("/desk/tickets/", "/edit");
        assertThat(status("local-engineer", "/library/" + lesson + "/edit")).isEqualTo(404);
    }

    @Test
    void aFileIsFoundOnlyWithTheCaseItBelongsTo() throws Exception {
        String files = "/files/" + scene.in("warsaw").file();

        assertThat(status("hq-engineer", "/desk/tickets/" + scene.in("hamburg").open().number().value() + files))
                .isEqualTo(404);
        assertThat(status("hq-engineer", "/c/" + scene.in("hamburg").link() + files)).isEqualTo(404);
    }

    private int status(String who, String address) throws Exception {
        return send(get(address).with(As.person(who))).getStatus();
    }

    private String read(String who, String address) throws Exception {
        return send(get(address).with(As.person(who))).getContentAsString();
    }

    /** Throws what the application let fall, which is as wrong as a page that says so. */
    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String answerOf(AccessLine line, MockHttpServletResponse response) {
        int status = response.getStatus();
        if (status == 401 || "/sign-in".equals(response.getRedirectedUrl())) {
            return "sign-in";
        }
        boolean opened = status < 400 || line.changes() && List.of(400, 409, 422).contains(status);
        return opened ? "in" : Integer.toString(status);
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        List<String> words = methods.isEmpty() ? List.of("ANY") : methods.stream().map(Enum::name).toList();
        return mapping.getPatternValues().stream().flatMap(path -> words.stream().map(word -> word + " " + path));
    }
}
