package io.pledge.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.pledge.communication.CommunicationPlan;
import io.pledge.communication.CommunicationPlans;
import io.pledge.communication.Occasion;
import io.pledge.communication.PlanHistory;
import io.pledge.communication.PlanLine;
import io.pledge.communication.Way;
import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigNode;
import io.pledge.customer.ContactLevel;
import io.pledge.customer.ContractId;
import io.pledge.organisation.Staff;
import io.pledge.ticket.Severity;

/** Agrees on the demonstration's communication plans, once: what somebody made of them since stays. */
@Component
@Profile("demo")
@Order(DemoPlans.TURN)
class DemoPlans implements ApplicationRunner {
    /** After the customers, before the stories in which they hear. */
    static final int TURN = 25;
    private static final String FILE = "demo/plans.yml";

    private final CommunicationPlans plans;
    private final PlanHistory history;
    private final Staff staff;
    private final JdbcClient jdbc;

    DemoPlans(CommunicationPlans plans, PlanHistory history, Staff staff, JdbcClient jdbc) {
        this.plans = plans;
        this.history = history;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try (Reader reader = new InputStreamReader(new ClassPathResource(FILE).getInputStream(),
                StandardCharsets.UTF_8)) {
            ConfigFile.read(Path.of(FILE), reader).allow("plans").list("plans").forEach(this::agree);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void agree(ConfigNode plan) {
        plan.allow("contract", "by", "confirm-within", "lines");
        var contract = jdbc.sql("select id from contract where upper(number) = upper(?)").param(plan.text("contract"))
                .query(Long.class).optional().map(ContractId::new);
        contract.filter(id -> history.of(id, 1).isEmpty()).ifPresent(id -> plans.agree(
                new CommunicationPlan(id, 0, plan.duration("confirm-within"),
                        plan.list("lines").stream().map(DemoPlans::line).toList()),
                staff.byUsername(plan.text("by")).orElseThrow().id()));
    }

    private static PlanLine line(ConfigNode line) {
        line.allow("level", "on", "from", "way", "confirms", "answers");
        List<ConfigNode> occasions = line.list("on");
        return new PlanLine(line.oneOf("level", ContactLevel.class), null,
                occasions.stream().map(one -> one.asOneOf(Occasion.class)).collect(Collectors.toSet()),
                line.optionalOneOf("way", Way.class).orElse(Way.MAIL), line.oneOf("from", Severity.class),
                line.flag("confirms", false), line.flag("answers", false));
    }
}
