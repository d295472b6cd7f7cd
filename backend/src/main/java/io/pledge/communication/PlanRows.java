package io.pledge.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.customer.ContactId;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.ContractId;
import io.pledge.sql.Sql;
import io.pledge.ticket.Severity;

/** The stored plans and their lines. */
@Component
class PlanRows {
    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CommunicationPlan> find(ContractId contract) {
        return jdbc.sql("select version, confirm_minutes from communication_plan where contract_id = ?")
                .param(contract.value()).query((row, _) -> new CommunicationPlan(contract, row.getInt("version"),
                        Duration.ofMinutes(row.getInt("confirm_minutes")), lines(contract)))
                .optional();
    }

    /** One at a time: what was seen is still so when it is written. Until the transaction ends. */
    void lock(ContractId contract) {
        jdbc.sql("select id from contract where id = ? for update").param(contract.value()).query(Long.class).single();
    }

    void write(CommunicationPlan plan) {
        jdbc.sql("""
                 insert into communication_plan (contract_id, version, confirm_minutes)
                 values (:contract, :version, :minutes)
                 on conflict (contract_id) do update set version = excluded.version,
                     confirm_minutes = excluded.confirm_minutes
                 """).param("contract", plan.contract().value()).param("version", plan.version())
                .param("minutes", plan.confirmWithin().toMinutes()).update();
        jdbc.sql("delete from communication_line where contract_id = ?").param(plan.contract().value()).update();
        for (int i = 0; i < plan.lines().size(); i++) {
            write(plan.contract(), i + 1, plan.lines().get(i));
        }
    }

    void remove(ContractId contract) {
        jdbc.sql("delete from communication_line where contract_id = ?").param(contract.value()).update();
        jdbc.sql("delete from communication_plan where contract_id = ?").param(contract.value()).update();
    }

    private void write(ContractId contract, int position, PlanLine line) {
        jdbc.sql("""
                 insert into communication_line (contract_id, position, level, contact_id, occasions, way, from_severity,
                     confirms, answers)
                 values (:contract, :position, :level, :contact, :occasions, :way, :from, :confirms, :answers)
                 """).param("contract", contract.value()).param("position", position)
                .param("level", line.level() == null ? null : line.level().name())
                .param("contact", line.contact() == null ? null : line.contact().value())
                .param("occasions", line.occasions().stream().map(Occasion::name).toArray(String[]::new))
                .param("way", line.way().name()).param("from", line.from().name())
                .param("confirms", line.confirms()).param("answers", line.answers()).update();
    }

    private List<PlanLine> lines(ContractId contract) {
        return jdbc.sql("select * from communication_line where contract_id = ? order by position")
                .param(contract.value()).query((row, _) -> line(row)).list();
    }

    static PlanLine line(ResultSet row) throws SQLException {
        var level = row.getString("level");
        var contact = Sql.optionalLong(row, "contact_id");
        var occasions = EnumSet.noneOf(Occasion.class);
        Sql.texts(row, "occasions").forEach(name -> occasions.add(Occasion.valueOf(name)));
        return new PlanLine(level == null ? null : ContactLevel.valueOf(level),
                contact == null ? null : new ContactId(contact), occasions, Way.valueOf(row.getString("way")),
                Severity.valueOf(row.getString("from_severity")), row.getBoolean("confirms"),
                row.getBoolean("answers"));
    }
}
