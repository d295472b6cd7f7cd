package io.pledge.web.view;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;

/** Models for the sample pages of these tests. */
final class Samples {

    private static final Instant FROM = Instant.parse("2026-11-19T11:30:00Z");
    private static final Instant DUE = Instant.parse("2026-11-19T15:30:00Z");

    private Samples() {}

    record Form(String name, @Nullable String story, String severity, String kind) {}

    static Map<String, Object> portal(Reader reader) {
        var model = common(reader);
        model.put("frame", new PortalFrame("Norlund Systems", "/", List.of(
                new Language("en", "English", "?lang=en", true), new Language("zh-CN", "中文", "?lang=zh-CN", false))));
        model.put("plate", plate(reader));
        model.put("rows", List.of(new PromiseRow("Next word", "by 16:30 today", badge(reader, DUE), null)));
        model.put("entries",
                List.of(note(), EntryView.line("e2", EntryView.Kind.BROKEN_LINE, "split", "10:10 Broken")));
        model.put("steps", List.of(new StepView("ring", "ahead", "At once", null)));
        model.put("options", List.of(Option.of("A", "Alpha"), new Option("B", "Beta", "hint", null, "bolt", true)));
        model.putAll(form());
        return model;
    }

    static Map<String, Object> desk(Reader reader) {
        var time = Look.time();
        var model = common(reader);
        var soon = badge(reader, reader.now().plus(Duration.ofMinutes(18)));
        var marks = List.of(TierBoxes.Mark.HELD, TierBoxes.Mark.WAITING, TierBoxes.Mark.UNTOUCHED);
        model.put("frame", deskFrame());
        model.put("title", "Hamburg office");
        model.put("note", "31 open cases");
        model.put("day", new DayDrawing(time).of(8, 20, List.of(new DayDrawing.Due(DUE, soon, "16:30")), reader));
        model.put("person", PersonView.of("Lena", "service engineer"));
        model.put("unit", new UnitView("Hamburg office", "L"));
        model.put("tiers", new TierWords(time).boxes(marks, reader.locale()));
        model.put("ledger", List.of(
                LedgerPoint.of("08:40", "First answer", soon, "8 min early", true), LedgerPoint.now("now")));
        model.put("shares", Shares.of(
                List.of(new Shares.Measure(Shares.Kind.USED, Duration.ofHours(1), "L 1 h")), "Local office: 1 h"));
        return model;
    }

    static Map<String, Object> manager(Reader reader) {
        var model = common(reader);
        model.put("frame", new ManagerFrame(
                "/reports",
                List.of(NavItem.of("chart", "SLA report", "/reports/sla", true)),
                PersonView.of("Stefan", "manager"),
                "/sign-out"));
        return model;
    }

    private static Map<String, Object> common(Reader reader) {
        var model = new HashMap<String, Object>();
        model.put("now", reader.now());
        model.put("title", "Wei is on the way");
        model.put("toast", new Toast("bars", "On hold.", "/undo"));
        return model;
    }

    private static DeskFrame deskFrame() {
        var views = new NavGroup(null, List.of(
                NavItem.of("clock", "Hamburg office", "/desk", true),
                NavItem.counted("ring-dashed", "Not yet taken", "/desk/waiting", 3, "due", false)));
        var confirm = new NavGroup("To confirm", List.of(
                NavItem.counted("flag", "I must confirm", "/desk/confirm", 0, "due", false)));
        var me = PersonView.of("Lena", "service engineer");
        return new DeskFrame("/desk", List.of(views, confirm), me, "/desk/search", "/desk/new", "/sign-out");
    }

    private static Plate plate(Reader reader) {
        var time = Look.time();
        return new Plate(
                "You will hear from us by",
                DUE,
                time.time(DUE, reader.zone()),
                false,
                time.day(DUE, reader),
                time.zone(reader.zone(), reader.locale()),
                new RailDrawing(time).of(FROM, DUE, "", List.of(), reader));
    }

    private static PromiseBadge badge(Reader reader, Instant due) {
        var reading = new PromiseReading.Running("PROGRESS", due, due.minus(Duration.ofMinutes(30)), 0.4);
        return Look.promises().badge(reading, reader);
    }

    private static EntryView note() {
        return new EntryView(
                "e1",
                EntryView.Kind.INTERNAL,
                PersonView.of("Jun"),
                "technical service, 13:20",
                "Same cap",
                "",
                List.of(new EntryView.FileView("alarm.jpg", "/files/1")),
                List.of(new PromiseMark("kept", "tick-disc", "Kept")));
    }

    private static Map<String, Object> form() {
        var form = new Form("Priya", "", "B", "A");
        var errors = new BeanPropertyBindingResult(form, "form");
        errors.rejectValue("story", "error.required", "Please fill this in.");
        errors.reject("closed", "This case is closed.");
        return Map.of("form", form, "org.springframework.validation.BindingResult.form", errors);
    }
}
