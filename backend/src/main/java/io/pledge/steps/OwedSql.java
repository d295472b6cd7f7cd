package io.pledge.steps;

/**
 * Who owes a step, as {@link StepRights#owing} has it for one, asked of the database by what somebody has in hand: it costs what they owe,
 * and, for the head of a unit, what is open there.
 */
final class OwedSql {
    private static final String HEADS = """
            u.supervisor_id = any(:people) and (s.doer = 'HEAD' or s.doer = 'HOLDER' and t.assignee_id is null
                                                or s.doer = 'ACCOUNT_MANAGER' and t.account_manager_id is null)
            """;

    /** Ids of steps; the parameters are {@code people}, {@code quality} and {@code unit}. */
    static final String MINE = """
            select s.id from ticket t join case_step s on s.ticket_id = t.id and s.state = 'OPEN' and s.doer = 'HOLDER'
            where t.assignee_id = any(:people) and t.ended_at is null
            union all
            select s.id from service_unit u join ticket t on t.unit_id = u.id and t.ended_at is null
                join case_step s on s.ticket_id = t.id and s.state = 'OPEN'
            where %1$s
            union all
            select s.id from ticket t join case_step s on s.ticket_id = t.id and s.state = 'OPEN' and s.doer = 'ACCOUNT_MANAGER'
            where t.account_manager_id = any(:people)
            union all
            select s.id from case_step s where s.state = 'OPEN' and s.doer = 'QUALITY' and :quality
            union all
            select s.id from case_step s where s.state = 'OPEN' and s.doer = 'UNIT' and s.unit_id = :unit
            union all
            select s.id from case_step s join ticket t on t.id = s.ticket_id join service_unit u on u.id = t.unit_id
            where s.state = 'OPEN' and s.outlived and (s.doer = 'HOLDER' and t.assignee_id = any(:people) or %1$s)
            """.formatted(HEADS);

    private OwedSql() {}
}
