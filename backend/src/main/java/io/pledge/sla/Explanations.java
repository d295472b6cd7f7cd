package io.pledge.sla;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.ticket.TicketId;

/** Explains promises of tickets: which line of the policies made them, and what counted since. */
@Component
public class Explanations {
    private final LedgerRecords records;
    private final JdbcClient jdbc;

    Explanations(LedgerRecords records, JdbcClient jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    /**
     * How a promise came to where it stands.
     *
     * @param sequence counts the promises of the kind on the ticket, from 1
     * @return empty where the ticket has no such promise
     */
    @Transactional(readOnly = true)
    public Optional<Explanation> of(TicketId ticket, PromiseKind kind, int sequence, Instant now) {
        return explained(ticket, now).filter(
                found -> found.reading().kind() == kind && found.reading().sequence() == sequence).findFirst()
                .map(found -> found.because(because(found.terms())));
    }

    /** All promises of a ticket in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<Explanation> of(TicketId ticket, Instant now) {
        // a silent ticket has hundreds of promises, of one or two lines
        Map<String, Map<String, List<String>>> lines = new HashMap<>();
        return explained(ticket, now).map(found -> found.because(lines.computeIfAbsent(
                found.terms().policyVersion() + " " + found.terms().line(), _ -> because(found.terms())))).toList();
    }

    private Stream<Explanation> explained(TicketId ticket, Instant now) {
        return records.load(List.of(ticket)).stream()
                .flatMap(ledger -> Ledger.explain(ledger.events(), ledger.readUntil(now)).stream());
    }

    /** What the line asked for; empty for the default, and for a line whose version can no longer be read. */
    private Map<String, List<String>> because(Terms terms) {
        try {
            return jdbc.sql("select body from sla_version where id = :id").param("id", terms.policyVersion())
                    .query(String.class).optional().stream()
                    .flatMap(body -> PolicyFile
                            .read(ConfigFile.read(Path.of("sla-policies.yml"), new StringReader(body))).stream())
                    .filter(line -> line.name().equals(terms.line())).findFirst()
                    .map(line -> asked(line.match())).orElse(Map.of());
        } catch (ConfigurationInvalid _) {
            return Map.of();
        }
    }

    private static Map<String, List<String>> asked(Policies.Match match) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        put(asked, "level", match.levels());
        put(asked, "customer", match.customers());
        put(asked, "kind", match.kinds());
        put(asked, "severity", match.severities());
        put(asked, "tier", match.tiers());
        return asked;
    }

    private static void put(Map<String, List<String>> asked, String what, Collection<?> values) {
        if (!values.isEmpty()) {
            asked.put(what, values.stream().map(Object::toString).sorted().toList());
        }
    }
}
