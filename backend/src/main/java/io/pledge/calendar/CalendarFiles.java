package io.pledge.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Calendars from a folder of YAML files, one calendar a file, named after the file: {@code office-hamburg.yml} is
 * {@code office-hamburg}. What a file may say is explained at the head of {@code config/calendars/office-shanghai.yml}.
 */
public final class CalendarFiles {
    private static final String ENDING = ".yml";

    private CalendarFiles() {}

    /**
     * Reads every calendar of a folder.
     *
     * @return calendars by name, sorted
     * @throws InvalidCalendar if there is no such folder or a file does not make sense; says file, line and reason
     */
    public static Map<String, BusinessCalendar> read(Path folder) {
        Map<String, BusinessCalendar> calendars = new TreeMap<>();
        for (Path file : files(folder)) {
            CalendarSpec spec = readOne(file);
            calendars.put(spec.name(), BusinessCalendar.of(spec));
        }
        return Collections.unmodifiableMap(calendars);
    }

    /**
     * Reads one calendar.
     *
     * @throws InvalidCalendar if the file does not make sense; says file, line and reason
     */
    public static CalendarSpec readOne(Path file) {
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.endsWith(ENDING) ? fileName.substring(0, fileName.length() - ENDING.length()) : fileName;
        return new CalendarFile(file).read(name);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidCalendar("there is no such folder of calendars").in(folder.toString(), 0);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException unreadable) {
            throw new InvalidCalendar("the folder cannot be read: " + unreadable.getMessage()).in(folder.toString(), 0);
        }
    }
}
