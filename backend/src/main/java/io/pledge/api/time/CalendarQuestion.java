package io.pledge.api.time;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.CalendarJson;
import io.pledge.calendar.InvalidCalendar;
import io.pledge.calendar.NeverOpen;
import io.pledge.calendar.WorkingTime;

/** One question to a calendar, and its answer. */
final class CalendarQuestion {
    private static final long MOST_SECONDS = 400L * 366 * 24 * 3600;

    private CalendarQuestion() {}

    /**
     * Answers a question.
     *
     * @return an instant, a number of seconds, or a boolean
     * @throws BadInput where the question cannot be understood or has no answer
     */
    static Object answer(Body question) {
        BusinessCalendar calendar = calendar(question.member("calendar"));
        Operation operation = question.member("op").oneOf(Operation.class);
        var start = question.member("start").instant();
        try {
            return switch (operation) {
                case ADD -> calendar.add(start, amount(question));
                case SUBTRACT -> calendar.subtract(start, amount(question));
                case BETWEEN -> calendar.between(start, question.member("end").instant()).seconds();
                case IS_OPEN -> calendar.isOpen(start);
                case NEXT_OPEN -> calendar.nextOpen(start);
                case PREV_OPEN -> calendar.prevOpen(start);
            };
        } catch (NeverOpen never) {
            throw new BadInput("calendar", never.getMessage());
        }
    }

    /** A calendar in a request's body. */
    static BusinessCalendar calendar(Body calendar) {
        try {
            return BusinessCalendar.of(CalendarJson.fromJson(calendar.node()));
        } catch (InvalidCalendar invalid) {
            throw new BadInput(
                    invalid.place() == null ? calendar.place() : calendar.place() + "." + invalid.place(),
                    invalid.reason());
        }
    }

    private static WorkingTime amount(Body question) {
        return WorkingTime.ofSeconds(question.member("amountSeconds").number(0, MOST_SECONDS));
    }

    private enum Operation {
        ADD, SUBTRACT, BETWEEN, IS_OPEN, NEXT_OPEN, PREV_OPEN
    }
}
