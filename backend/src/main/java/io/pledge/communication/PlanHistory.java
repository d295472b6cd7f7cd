package io.pledge.communication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.pledge.customer.ContractId;
import io.pledge.organisation.PersonId;
import io.pledge.sql.Sql;

/** Who changed a plan, when, and which lines came and went. A contact stands there by number: who they are can be erased. */
@Component
public class PlanHistory {
    private static final TypeReference<List<PlanLine>> LINES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PlanHistory(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One change.
     *
     * @param confirmWithin what was agreed from then on; null where the plan was given up
     */
    public record Entry(PersonId by, Instant at, List<PlanLine> added, List<PlanLine> removed,
            @Nullable Duration confirmWithin) {}

    /** The changes of a contract's plan, the latest first. */
    public List<Entry> of(ContractId contract, int most) {
        return jdbc.sql("""
                        select * from communication_change where contract_id = :contract order by id desc limit :most
                        """).param("contract", contract.value()).param("most", most).query((row, _) -> {
            var minutes = row.getObject("confirm_minutes", Integer.class);
            return new Entry(new PersonId(row.getLong("person_id")), Sql.instant(row, "changed_at"),
                    json.readValue(row.getString("added"), LINES), json.readValue(row.getString("removed"), LINES),
                    minutes == null ? null : Duration.ofMinutes(minutes));
        }).list();
    }

    /** The number of the version that follows; never used before, also where a plan was given up in between. */
    int next(ContractId contract) {
        return jdbc.sql("select count(*) + 1 from communication_change where contract_id = ?").param(contract.value())
                .query(Integer.class).single();
    }

    void record(CommunicationPlan before, CommunicationPlan after, PersonId by) {
        jdbc.sql("""
                 insert into communication_change (contract_id, added, removed, confirm_minutes, person_id, changed_at)
                 values (:contract, cast(:added as jsonb), cast(:removed as jsonb), :minutes, :by, :now)
                 """).param("contract", after.contract().value())
                .param("added", json.writeValueAsString(without(after.lines(), before.lines())))
                .param("removed", json.writeValueAsString(without(before.lines(), after.lines())))
                .param("minutes", after.lines().isEmpty() ? null : after.confirmWithin().toMinutes())
                .param("by", by.value()).param("now", Sql.at(clock.instant())).update();
    }

    private static List<PlanLine> without(List<PlanLine> lines, List<PlanLine> those) {
        var left = new ArrayList<>(lines);
        left.removeAll(those);
        return left;
    }
}
