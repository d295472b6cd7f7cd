package io.pledge.survey;

import java.time.Instant;

/**
 * The last answer of a customer.
 *
 * @param firstAt when they answered first
 * @param answeredAt when they answered last
 */
public record Response(long id, long survey, Answer answer, Instant firstAt, Instant answeredAt) {}
