package io.pledge.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What a log must lead to, counted with nothing of the application but its mapping of teams: one incident after the other, with
 * plain arithmetic on seconds. The log has no quoted values.
 */
final class PlainFold {
    private final Map<String, Integer> tiers;
    private final Map<String, String> severities;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<Row>> incidents = new LinkedHashMap<>();
    private long end;

    private PlainFold(Map<String, Integer> tiers, Map<String, String> severities) {
        this.tiers = tiers;
        this.severities = severities;
    }

    private record Row(long at, long opened, String state, String team, String severity) {}

    /**
     * @param tiers of the teams: 0 local, 1 regional, 2 headquarters
     * @param severities by what the log calls them
     */
    static Map<String, Long> of(Path log, Map<String, Integer> tiers, Map<String, String> severities, int limit) {
        var fold = new PlainFold(tiers, severities);
        fold.read(log, limit);
        fold.incidents.values().forEach(fold::incident);
        fold.counts.values().removeIf(count -> count == 0);
        return fold.counts;
    }

    private void read(Path log, int limit) {
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(log)),
                StandardCharsets.UTF_8))) {
            var header = List.of(lines.readLine().split(",", -1));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var values = line.split(",", -1);
                var number = values[header.indexOf("number")];
                if (incidents.containsKey(number) || incidents.size() < limit) {
                    incidents.computeIfAbsent(number, _ -> new ArrayList<>()).add(row(header, values));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row row(List<String> header, String[] values) {
        var row = new Row(seconds(values[header.indexOf("sys_updated_at")]),
                seconds(values[header.indexOf("opened_at")]), values[header.indexOf("incident_state")],
                values[header.indexOf("assignment_group")],
                severities.getOrDefault(values[header.indexOf("priority")], "MINOR"));
        end = Math.max(end, row.at);
        return row;
    }

    private static long seconds(String text) {
        return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("d/M/uuuu H:mm")).toEpochSecond(ZoneOffset.UTC);
    }

    private void incident(List<Row> rows) {
        var ordered = rows.stream().sorted(Comparator.comparingLong(Row::at)).toList();
        var first = ordered.getFirst();
        var one = new Incident(Math.min(first.opened, first.at), first.severity);
        ordered.forEach(one::row);
        one.finish();
    }

    private void count(String what, long by) {
        counts.merge(what, by, Long::sum);
    }

    private final class Incident {
        private final PlainPromises promises;
        private String state = "New";
        private String team = "";
        private int tier;
        private boolean untaken = true;
        private String severity;

        Incident(long opened, String severity) {
            this.severity = severity;
            promises = new PlainPromises(opened, PlainFold.this::count);
            count("tickets", 1);
        }

        void row(Row row) {
            var to = row.state.startsWith("Awaiting") && !row.state.equals("Awaiting User Info") ? "Active" : row.state;
            reopen(to, row.at);
            count("severity", state.equals("Closed") || row.severity.equals(severity) ? 0 : 1);
            severity = row.severity;
            move(row);
            if (!to.equals("New") || !state.equals("New")) {
                arrive(to.equals("New") ? "Active" : to, row.at);
            }
        }

        private void reopen(String to, long at) {
            boolean no = state.equals("Resolved") && !to.equals("Resolved") && !to.equals("Closed");
            boolean again = state.equals("Closed") && !to.equals("Closed");
            if (!no && !again) {
                return;
            }
            count("reopened", 1);
            if (tier < 2) {
                count("climbs", 1);
                tier++;
            }
            untaken = true;
            state = "Active";
            promises.open(at, again);
        }

        private void move(Row row) {
            if (row.team.equals("?") || row.team.equals(team)) {
                return;
            }
            team = row.team;
            if (state.equals("Resolved") || state.equals("Closed")) {
                return;
            }
            int to = tiers.get(team);
            count("up", Math.max(0, to - tier));
            count("down", Math.max(0, tier - to));
            count("within", to == tier && !untaken ? 1 : 0);
            untaken |= to != tier;
            tier = to;
        }

        private void arrive(String to, long at) {
            if (to.equals("Closed") && !state.equals("Resolved") && !state.equals("Closed")) {
                arrive("Resolved", at);
            }
            untaken = false;
            if (to.equals(state)) {
                return;
            }
            switch (to) {
                case "Active" -> promises.resume(at);
                case "Awaiting User Info" -> {
                    count("holds", 1);
                    promises.message(at, false);
                    promises.hold(at);
                }
                case "Resolved" -> {
                    count("resolved", 1);
                    promises.resume(at);
                    promises.message(at, true);
                    promises.hold(at);
                }
                case "Closed" -> {
                    count("closed", 1);
                    promises.close();
                }
                default -> throw new IllegalStateException(to);
            }
            state = to;
        }

        void finish() {
            count("open", state.equals("Closed") ? 0 : 1);
            promises.finish(end);
        }
    }
}
