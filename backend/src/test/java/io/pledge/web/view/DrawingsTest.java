package io.pledge.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static io.pledge.web.view.Look.HAMBURG;
import static io.pledge.web.view.Look.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class DrawingsTest {

    private final RailDrawing rails = new RailDrawing(Look.time());

    @Test
    void theRingStandsWhereNowIs() {
        var rail = rails.of(in(-60), in(60), "13:12 last word", List.of(), HAMBURG);
        assertThat(rail.ring()).isEqualTo("50.00%");
        assertThat(rail.gate()).isEqualTo("100%");
        assertThat(rail.labels()).extracting(Rail.Label::words).containsExactly("13:12 last word", "14:12 now",
                "15:12");
    }

    @Test
    void labelsMakeRoomForNowAtTheStartAndForTheDueTimeAtTheEnd() {
        var fresh = rails.of(in(-1), in(119), "", List.of(), HAMBURG);
        assertThat(fresh.labels()).extracting(Rail.Label::words).containsExactly("14:12 now", "16:11");
        var ending = rails.of(in(-100), in(10), "", List.of(), HAMBURG);
        assertThat(ending.labels()).extracting(Rail.Label::words).containsExactly("12:32", "14:22");
    }

    @Test
    void pastTheGateTheOverrunIsHatchedAndNothingMoves() {
        var rail = rails.of(in(-126), in(-22), "", List.of(), HAMBURG);
        assertThat(rail.ring()).isNull();
        assertThat(rail.until()).isNull();
        assertThat(rail.gate()).isEqualTo("72.00%");
        assertThat(rail.over()).isEqualTo(new Rail.Stretch("72.00%", "28.00%"));
        assertThat(rail.labels().getLast()).isEqualTo(new Rail.Label("100%", "end", "22 min overdue", true, false));
    }

    @Test
    void aHoldIsAHoleInTheLine() {
        var holds = List.of(new RailDrawing.Hold(in(-90), in(-60)));
        var rail = rails.of(in(-120), in(120), "", holds, HAMBURG);
        assertThat(rail.lines()).extracting(Rail.Line::kind).containsExactly("track", "done", "gap", "hold");
        assertThat(rail.lines().getLast()).isEqualTo(new Rail.Line("hold", "12.50%", "25.00%", false));
    }

    @Test
    void aPromiseWithoutLengthIsDrawnAsOver() {
        assertThat(rails.of(NOW, NOW, "", List.of(), HAMBURG).ring()).isEqualTo("100.00%");
    }

    @Test
    void theDayShowsWhatFallsIntoIt() {
        var badge = Look.promises().badge(new PromiseReading.Broken("PROGRESS", in(-12)), HAMBURG);
        var dues = List.of(
                new DayDrawing.Due(in(-12), badge, "14:00 Next word"),
                new DayDrawing.Due(in(60 * 24), badge, "tomorrow"));
        var day = new DayDrawing(Look.time()).of(8, 20, dues, HAMBURG);
        assertThat(day.marks()).containsExactly(new DayRail.Mark("50.00%", "broken", "split", "14:00 Next word"));
        assertThat(day.hours()).extracting(DayRail.Hour::words).containsExactly("08", "10", "12", "14", "16", "18",
                "20");
        assertThat(day.nowWords()).isEqualTo("14:12 now");
    }

    @Test
    void sharesFillTheBarAndSmallOnesKeepSilent() {
        var shares = Shares.of(
                List.of(
                        new Shares.Measure(Shares.Kind.USED, Duration.ofMinutes(30), "L 0 h 30"),
                        new Shares.Measure(Shares.Kind.HELD, Duration.ofHours(4), "R 4 h 00"),
                        new Shares.Measure(Shares.Kind.KEPT, Duration.ofMinutes(330), "H 5 h 30")),
                "Whose time it is");
        assertThat(shares.parts()).extracting(Shares.Part::at).containsExactly("0.00%", "5.00%", "45.00%");
        assertThat(shares.parts()).extracting(Shares.Part::words).containsExactly(null, "R 4 h 00", "H 5 h 30");
        assertThat(shares.parts()).extracting(Shares.Part::dark).containsExactly(true, true, false);
    }

    @Test
    void tierBoxesSayWhereACaseLiesAndWhereItHasBeen() {
        var marks = List.of(TierBoxes.Mark.HELD, TierBoxes.Mark.WAITING, TierBoxes.Mark.UNTOUCHED);
        var tiers = new TierWords(Look.time());
        assertThat(tiers.boxes(marks, Locale.ENGLISH).spoken())
                .isEqualTo("Local office has it, Regional service has not taken it yet");
        assertThat(tiers.boxes(marks, Locale.SIMPLIFIED_CHINESE).boxes())
                .extracting(TierBoxes.Box::letter)
                .containsExactly("本", "区", "总");
    }

    @Test
    void initialsAreWholeCharacters() {
        assertThat(PersonView.of("lena").initial()).isEqualTo("L");
        assertThat(PersonView.of("志远").initial()).isEqualTo("志");
        assertThat(PersonView.of("𠮷野").initial()).isEqualTo("𠮷");
        assertThat(PersonView.of(" ").initial()).isEqualTo("?");
    }

    private static Instant in(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }
}
