package io.pledge.communication;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.customer.ContractId;
import io.pledge.customer.CustomerId;
import io.pledge.organisation.PersonId;

/**
 * The communication plans of the contracts: agreed, changed and given up as a whole, each change written down. Whether somebody may is
 * asked before.
 */
@Component
public class CommunicationPlans {
    private final JdbcClient jdbc;
    private final PlanRows rows;
    private final PlanCheck check;
    private final PlanHistory history;

    CommunicationPlans(JdbcClient jdbc, PlanRows rows, PlanCheck check, PlanHistory history) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.check = check;
        this.history = history;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It is as it was said. */
        record Done() implements Outcome {}

        /** Nothing was written. */
        record Refused(List<BadLine> bad) implements Outcome {}

        /** Nothing was written: somebody else changed the plan since. @param now as it is now */
        record Moved(CommunicationPlan now) implements Outcome {}
    }

    /** The plan of a contract; {@link CommunicationPlan#none} where nothing is agreed. */
    public CommunicationPlan of(ContractId contract) {
        return rows.find(contract).orElseGet(() -> CommunicationPlan.none(contract));
    }

    /**
     * Agrees on a plan for a contract, in place of the one before. The same plan again changes nothing.
     *
     * @param plan its version says which one was seen
     */
    @Transactional
    public Outcome agree(CommunicationPlan plan, PersonId by) {
        rows.lock(plan.contract());
        var before = of(plan.contract());
        if (before.lines().equals(plan.lines()) && before.confirmWithin().equals(plan.confirmWithin())
                && before.version() > 0) {
            return new Outcome.Done();
        }
        if (before.version() != plan.version()) {
            return new Outcome.Moved(before);
        }
        var bad = check.problems(plan, customer(plan.contract()));
        if (!bad.isEmpty()) {
            return new Outcome.Refused(bad);
        }
        rows.write(new CommunicationPlan(plan.contract(), history.next(plan.contract()), plan.confirmWithin(),
                plan.lines()));
        history.record(before, plan, by);
        return new Outcome.Done();
    }

    /** Gives a plan up: from now on those hear who turned to us. Done twice, it changes nothing. */
    @Transactional
    public void giveUp(ContractId contract, PersonId by) {
        rows.lock(contract);
        var before = of(contract);
        if (before.version() > 0) {
            rows.remove(contract);
            history.record(before, CommunicationPlan.none(contract), by);
        }
    }

    /**
     * What another contract agreed, as a proposal for this one: its lines about levels, and those about contacts where both contracts are
     * of the same customer.
     */
    public List<PlanLine> proposal(ContractId from, ContractId to) {
        boolean same = customer(from).equals(customer(to));
        return of(from).lines().stream().filter(line -> same || line.contact() == null).toList();
    }

    /** The other contracts of customers whose account manager is the same that have a plan, for a choice to copy from. */
    public List<Offer> offers(ContractId contract) {
        return jdbc.sql("""
                        select k.id, k.number, c.name from communication_plan p join contract k on k.id = p.contract_id
                        join customer c on c.id = k.customer_id
                        join contract mine on mine.id = :contract join customer m on m.id = mine.customer_id
                        where k.id <> :contract and (c.id = m.id or c.account_manager_id = m.account_manager_id)
                        order by c.name, k.number limit 200
                        """).param("contract", contract.value())
                .query((row, _) -> new Offer(new ContractId(row.getLong(1)), row.getString(2), row.getString(3)))
                .list();
    }

    /** How many lines are agreed with each contract of a customer; one without a plan is left out. */
    public Map<ContractId, Integer> lines(CustomerId customer) {
        return jdbc.sql("""
                        select l.contract_id, count(*) from communication_line l join contract k on k.id = l.contract_id
                        where k.customer_id = ? group by l.contract_id
                        """).param(customer.value())
                .query((row, _) -> Map.entry(new ContractId(row.getLong(1)), row.getInt(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The customer of a contract. */
    private CustomerId customer(ContractId contract) {
        return new CustomerId(Objects.requireNonNull(jdbc.sql("select customer_id from contract where id = ?")
                .param(contract.value()).query(Long.class).single()));
    }

    /** A plan that can be copied. */
    public record Offer(ContractId contract, String number, String customer) {}
}
