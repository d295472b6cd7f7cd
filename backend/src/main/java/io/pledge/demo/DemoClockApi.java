package io.pledge.demo;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.pledge.demo.TimeTravel.NoWayThere;

/** The demonstration's clock by API. Every answer comes after all that fell due has been done. */
@RestController
@Profile("demo")
@RequestMapping("/api/v1/demo/clock")
class DemoClockApi {
    private final TimeTravel travel;
    private final DemoClock clock;
    private final MessageSource texts;

    DemoClockApi(TimeTravel travel, DemoClock clock, MessageSource texts) {
        this.travel = travel;
        this.clock = clock;
        this.texts = texts;
    }

    @GetMapping
    Now now() {
        return new Now(clock.instant());
    }

    @PostMapping
    Now move(@RequestBody Move move) {
        if ((move.advance == null) == (move.to == null)) {
            throw new NoWayThere("demo.clock.unclear");
        }
        try {
            return new Now(move.advance != null
                    ? travel.advance(Duration.parse(move.advance))
                    : travel.to(OffsetDateTime.parse(String.valueOf(move.to)).toInstant()));
        } catch (DateTimeException | ArithmeticException unreadable) {
            throw new NoWayThere("demo.clock.unclear");
        }
    }

    @ExceptionHandler(NoWayThere.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    ProblemDetail noWay(NoWayThere refusal, HttpServletRequest request, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
                texts.getMessage(String.valueOf(refusal.getMessage()), null, locale));
        problem.setInstance(URI.create(request.getRequestURI()));
        return problem;
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    ProblemDetail unreadable(HttpServletRequest request, Locale locale) {
        return noWay(new NoWayThere("demo.clock.unclear"), request, locale);
    }

    /**
     * How to move.
     *
     * @param advance ISO 8601 duration, such as PT4H
     * @param to ISO 8601 moment with offset; exactly one of the two is given
     */
    record Move(@Nullable String advance, @Nullable String to) {}

    /** The demonstration's time. */
    record Now(Instant now) {}
}
