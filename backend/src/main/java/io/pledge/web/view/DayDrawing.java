package io.pledge.web.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

/** Places the promises of one day on a line. */
@Component
public class DayDrawing {

    private static final int HOURS_BETWEEN_WORDS = 2;
    private static final double ROOM_FOR_WORDS = 0.88;

    private final TimeWords time;

    DayDrawing(TimeWords time) {
        this.time = time;
    }

    /** A promise of that day: when it is due, how it stands, and what it is in words. */
    public record Due(Instant at, PromiseBadge badge, String words) {}

    /**
     * The reader's today from one full hour to another; what falls outside is left out.
     *
     * @param fromHour first hour, from 0
     * @param toHour last hour, up to 24
     */
    public DayRail of(int fromHour, int toHour, List<Due> promises, Reader reader) {
        var begin = reader.today().atTime(LocalTime.of(fromHour, 0)).atZone(reader.zone()).toInstant();
        var whole = Duration.ofHours(toHour - fromHour);
        var hours = IntStream.rangeClosed(fromHour, toHour)
                .filter(hour -> (hour - fromHour) % HOURS_BETWEEN_WORDS == 0)
                .mapToObj(hour -> hour(hour, (double) (hour - fromHour) / (toHour - fromHour)))
                .toList();
        var marks = promises.stream()
                .filter(due -> within(begin, whole, due.at()))
                .map(due -> mark(due, share(begin, whole, due.at())))
                .toList();
        var now = Math.clamp(share(begin, whole, reader.now()), 0, 1);
        var nowWords = time.say("rail.now", reader.locale(), time.time(reader.now(), reader.zone()));
        var spoken = time.say("rail.day", reader.locale(), String.valueOf(marks.size()), nowWords);
        return new DayRail(hours, marks, RailDrawing.percent(now), anchor(now), nowWords, spoken);
    }

    private static DayRail.Hour hour(int hour, double share) {
        return new DayRail.Hour(RailDrawing.percent(share), "%02d".formatted(hour));
    }

    private static DayRail.Mark mark(Due due, double share) {
        return new DayRail.Mark(
                RailDrawing.percent(share), due.badge().tone(), due.badge().shape(), due.words());
    }

    private static String anchor(double now) {
        return now > ROOM_FOR_WORDS ? "end" : "start";
    }

    private static boolean within(Instant begin, Duration whole, Instant at) {
        return !at.isBefore(begin) && !at.isAfter(begin.plus(whole));
    }

    private static double share(Instant begin, Duration whole, Instant at) {
        return (double) Duration.between(begin, at).toMillis() / whole.toMillis();
    }
}
