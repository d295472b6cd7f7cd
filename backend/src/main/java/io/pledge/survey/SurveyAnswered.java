package io.pledge.survey;

import java.time.Instant;

import io.pledge.ticket.TicketId;

/**
 * A customer answered, or changed the answer. Published inside the transaction.
 *
 * @param score from 0 to 10
 * @param low whether somebody has to call
 */
public record SurveyAnswered(long survey, TicketId ticket, int score, boolean low, Instant answeredAt) {}
