package io.pledge.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.pledge.ticket.Severity;

/** Turns records of a log into rows by the mapping, and says what is wrong with those it cannot turn. */
final class RowReading {
    private final LogMapping mapping;
    private final Instant now;
    private final int width;
    private final int incident;
    private final int state;
    private final int at;
    private final int opened;
    private final int team;
    private final int severity;
    private final int caller;
    private final int site;
    private final int[] subject;
    private final Map<String, Long> unmapped = new TreeMap<>();

    RowReading(LogMapping mapping, LogFile file, Instant now) {
        this.mapping = mapping;
        this.now = now;
        var columns = mapping.columns();
        width = file.width();
        incident = file.column(columns.incident());
        state = file.column(columns.state());
        at = file.column(columns.at());
        opened = column(file, columns.opened());
        team = file.column(columns.team());
        severity = column(file, columns.severity());
        caller = column(file, columns.caller());
        site = column(file, columns.place());
        subject = columns.subject().stream().mapToInt(file::column).toArray();
    }

    /** A row and when its incident was opened, as far as the row says so. */
    record Read(LogRow row, @Nullable Instant opened) {}

    /** A record that is no row. */
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        Bad(String reason) {
            super(reason);
        }

        String reason() {
            return Objects.requireNonNull(getMessage());
        }
    }

    /** What the mapping does not know, counted by reason. */
    Map<String, Long> unmapped() {
        return unmapped;
    }

    /** The incident that a record belongs to. */
    String incident(CsvReader.Row record) throws Bad {
        if (record.broken()) {
            throw new Bad("a quote is never closed");
        }
        var values = record.values();
        if (values.size() != width) {
            throw new Bad("%d values where the first line has %d".formatted(values.size(), width));
        }
        var found = known(values, incident);
        if (found == null) {
            throw new Bad("'%s' is empty".formatted(mapping.columns().incident()));
        }
        return found;
    }

    Read read(CsvReader.Row record) throws Bad {
        var number = incident(record);
        var values = record.values();
        var time = time(values, at);
        var row = new LogRow(new Place(time, record.line(), 1), number, state(values), team(values),
                severity(values), known(values, caller), known(values, site), subject(values));
        return new Read(row, opened < 0 || known(values, opened) == null ? null : time(values, opened));
    }

    private LogState state(List<String> values) throws Bad {
        var found = mapping.states().get(values.get(state).strip());
        if (found == null) {
            throw new Bad("the mapping has no state '%s'".formatted(values.get(state)));
        }
        return found;
    }

    private Instant time(List<String> values, int column) throws Bad {
        try {
            var time = LocalDateTime.parse(values.get(column).strip(), mapping.date()).atZone(mapping.zone())
                    .toInstant();
            if (time.isAfter(now)) {
                throw new Bad("'%s' has not come yet".formatted(values.get(column)));
            }
            return time;
        } catch (DateTimeException e) {
            throw new Bad("'%s' is no date in the form of the mapping".formatted(values.get(column)));
        }
    }

    private @Nullable String team(List<String> values) {
        var found = known(values, team);
        if (found == null || mapping.unitOf(found).isPresent()) {
            return found;
        }
        count("team not in the mapping: " + found);
        return null;
    }

    private Severity severity(List<String> values) {
        if (severity < 0) {
            return Severity.MINOR;
        }
        var found = mapping.severities().get(values.get(severity).strip());
        if (found == null) {
            count("severity not in the mapping, taken as minor: " + values.get(severity));
            return Severity.MINOR;
        }
        return found;
    }

    private String subject(List<String> values) {
        var parts = new ArrayList<String>();
        for (int column : subject) {
            parts.add(values.get(column).strip());
        }
        return parts.stream().filter(part -> !part.isEmpty() && !part.equals(mapping.unknown()))
                .collect(Collectors.joining(", "));
    }

    private @Nullable String known(List<String> values, int column) {
        var value = column < 0 ? "" : values.get(column).strip();
        return value.isEmpty() || value.equals(mapping.unknown()) ? null : value;
    }

    private void count(String what) {
        unmapped.merge(what, 1L, Long::sum);
    }

    private static int column(LogFile file, @Nullable String name) {
        return name == null ? -1 : file.column(name);
    }
}
