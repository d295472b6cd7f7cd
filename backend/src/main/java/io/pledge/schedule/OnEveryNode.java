package io.pledge.schedule;

import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.pledge.organisation.OrganisationUpdate;
import io.pledge.sla.PolicyReload;

/** What each node does again and again for itself, beside the jobs that the nodes share: what it holds in memory grows old. */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "pledge.schedule.enabled", matchIfMissing = true)
class OnEveryNode {
    private static final Logger log = LoggerFactory.getLogger(OnEveryNode.class);

    private final PolicyReload policies;
    private final OrganisationUpdate organisation;
    private String said = "";

    OnEveryNode(PolicyReload policies, OrganisationUpdate organisation) {
        this.policies = policies;
        this.organisation = organisation;
    }

    /** Follows what was put into force, or changed of units and people, elsewhere. A node that cannot goes on with what it has, and says so once. */
    @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void follow() {
        try {
            organisation.follow();
            policies.follow();
            said = "";
        } catch (RuntimeException failed) {
            if (!failed.toString().equals(said)) {
                said = failed.toString();
                log.error("What is in force could not be read and will be tried again", failed);
            }
        }
    }
}
