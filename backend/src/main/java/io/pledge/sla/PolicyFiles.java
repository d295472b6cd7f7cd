package io.pledge.sla;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.pledge.calendar.BusinessCalendar;
import io.pledge.calendar.CalendarFiles;
import io.pledge.calendar.CalendarJson;
import io.pledge.calendar.InvalidCalendar;
import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigFolder;
import io.pledge.config.ConfigurationInvalid;

/**
 * Policies and calendars as they lie on the disk of this node: read and checked, each by itself.
 *
 * @param bodies the text of each as it is kept as a version, by the version's name
 */
record PolicyFiles(List<Policies.Line> lines, Map<String, BusinessCalendar> calendars, Map<String, String> bodies) {

    /** @throws ConfigurationInvalid where a file does not make sense, with file, line and reason */
    static PolicyFiles read(ConfigFolder folder) {
        var calendars = new TreeMap<>(calendars(folder.file("calendars")));
        calendars.putIfAbsent(Calendars.ALWAYS, BusinessCalendar.always());
        var file = folder.file("sla-policies.yml");
        var text = ConfigFile.text(file);
        var bodies = new TreeMap<String, String>();
        bodies.put(PolicyVersions.POLICIES, text);
        calendars.forEach((name, calendar) -> bodies.put(PolicyVersions.CALENDAR + name,
                CalendarJson.toJson(calendar.spec())));
        return new PolicyFiles(PolicyFile.read(ConfigFile.read(file, new StringReader(text))), calendars, bodies);
    }

    private static Map<String, BusinessCalendar> calendars(Path folder) {
        try {
            return CalendarFiles.read(folder);
        } catch (InvalidCalendar invalid) {
            var file = Optional.ofNullable(invalid.file()).map(Path::of).orElse(folder);
            var place = Optional.ofNullable(invalid.place()).map(name -> name + ": ").orElse("");
            throw new ConfigurationInvalid(file, invalid.line(), place + invalid.reason());
        }
    }
}
