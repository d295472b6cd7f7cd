package io.pledge.api.time;

import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import io.pledge.api.time.Simulation.PromiseBody;

/** Promises to try out. */
@RestController
@RequestMapping("/api/v1/sla")
class SlaApi {

    /**
     * What would be promised, kept and broken, if this had happened.
     *
     * @param body {@code {calendar, policy, events, asOf}}; minutes are working minutes of the calendar, events after asOf are left
     *     out, events of the same time count in the order of the list
     * @return the promises in the order in which they were made
     */
    @PostMapping("/simulate")
    Map<String, List<PromiseBody>> simulate(@RequestBody JsonNode body) {
        return Map.of("promises", Simulation.run(Body.of(body)));
    }
}
