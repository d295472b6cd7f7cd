package io.pledge.api.time;

import java.util.Map;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Working time over any calendar, for trying out calendars and for checking ours against others. */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarsApi {

    /**
     * Computes one case or many.
     *
     * @param body a case {@code {calendar, op, start, amountSeconds | end}} with the op add, subtract, between, isOpen, nextOpen or
     *     prevOpen; or a list of such
     * @return for one case {@code {"result": …}}; for many a list in the same order, each with a result or a problem
     */
    @PostMapping("/compute")
    Object compute(@RequestBody JsonNode body) {
        return body.isArray() ? body.valueStream().map(CalendarsApi::resultOrProblem).toList() : result(body);
    }

    private static Map<String, Object> result(JsonNode question) {
        return Map.of("result", CalendarQuestion.answer(Body.of(question)));
    }

    private static Map<String, Object> resultOrProblem(JsonNode question) {
        try {
            return result(question);
        } catch (BadInput bad) {
            return Map.of("problem", BadInputProblems.problem(bad));
        }
    }
}
