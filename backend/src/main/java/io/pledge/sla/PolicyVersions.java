package io.pledge.sla;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.sql.Sql;

/** The versions of policies and calendars that were ever loaded, for whoever looks after them. */
@Component
public class PolicyVersions {
    /** The name of the policy file; every other name is a calendar's. */
    public static final String POLICIES = "policies";
    /** What the names of calendars begin with. */
    public static final String CALENDAR = "calendar:";

    private final JdbcClient jdbc;
    private final PoliciesInForce inForce;

    PolicyVersions(JdbcClient jdbc, PoliciesInForce inForce) {
        this.jdbc = jdbc;
        this.inForce = inForce;
    }

    /**
     * A text as it was loaded.
     *
     * @param name {@link #POLICIES}, or {@link #CALENDAR} and the calendar's name
     * @param inForce whether new promises are made under it
     */
    public record Version(long id, String name, Instant loadedAt, boolean inForce, String body) {}

    /** Every version, by name, the newest first. */
    public List<Version> all() {
        var current = inForce.versions();
        return jdbc.sql("select * from sla_version order by name, id desc")
                .query((row, index) -> new Version(row.getLong("id"), row.getString("name"),
                        Sql.instant(row, "loaded_at"), current.contains(row.getLong("id")), row.getString("body")))
                .list();
    }

    /** The text of the policies in force, as it was loaded. */
    public String policiesInForce() {
        return jdbc.sql("select body from sla_version where id = :id").param("id", inForce.policyVersion())
                .query(String.class).single();
    }
}
