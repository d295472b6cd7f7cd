package io.pledge.api.time;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A body that was read and cannot be computed with: 422, naming the member. */
@RestControllerAdvice(basePackageClasses = BadInput.class)
class BadInputProblems {

    @ExceptionHandler
    ProblemDetail badInput(BadInput bad) {
        return problem(bad);
    }

    static ProblemDetail problem(BadInput bad) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, bad.getMessage());
        problem.setProperty("errors", List.of(Map.of("field", bad.place(), "message", bad.getMessage())));
        return problem;
    }
}
