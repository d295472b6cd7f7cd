package io.pledge.web.admin;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.pledge.sla.OnDisk;
import io.pledge.sla.PolicyVersions;
import io.pledge.web.view.TimeWords;

/**
 * How the files on the disk stand to what is in force, as the page says it.
 *
 * @param place file and line of what makes no sense; null where all does
 * @param seen what the form sends back, so that nothing is put into force that nobody saw; null where there is nothing to do
 */
record DiskView(@Nullable String place, @Nullable String reason, @Nullable String seen, List<Change> changes) {

    /** A file that is other than in force. */
    record Change(String file, String kind, @Nullable String body) {}

    static DiskView of(OnDisk disk, TimeWords words, Locale locale) {
        return switch (disk) {
            case OnDisk.Same _ -> new DiskView(null, null, null, List.of());
            case OnDisk.Refused refused -> new DiskView(place(refused, words, locale), refused.reason(), null,
                    List.of());
            case OnDisk.Different different -> new DiskView(null, null, different.fingerprint(),
                    different.changes().stream().map(change -> new Change(file(change.name()),
                            words.say("admin.disk." + change.kind(), locale), change.body())).toList());
        };
    }

    private static String place(OnDisk.Refused refused, TimeWords words, Locale locale) {
        return refused.line() > 0
                ? words.say("admin.disk.line", locale, refused.file(), Integer.toString(refused.line()))
                : refused.file();
    }

    private static String file(String version) {
        return version.equals(PolicyVersions.POLICIES)
                ? "sla-policies.yml"
                : version.replace(PolicyVersions.CALENDAR, "calendars/") + ".yml";
    }
}
