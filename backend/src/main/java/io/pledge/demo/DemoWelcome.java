package io.pledge.demo;

import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.security.DemonstrationUsers;

/** Says in the log where the demonstration is and how to get in. */
@Component
@Profile("demo")
class DemoWelcome {
    private static final Logger log = LoggerFactory.getLogger(DemoWelcome.class);

    private final DemonstrationUsers users;
    private final Environment environment;

    DemoWelcome(DemonstrationUsers users, Environment environment) {
        this.users = users;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        var port = environment.getProperty("local.server.port", "8080");
        var address = environment.getProperty("pledge.base-url", "http://localhost:" + port);
        log.info("""

                Pledge is ready, as a demonstration with made-up customers and staff.

                  Customers         {}/
                  Staff             {}/sign-in
                                    {}
                                    all with the password {}
                  Mail              {}/demo/mailbox
                  Clock             {}/demo/clock
                """, address, address,
                users.users().stream().map(Person::username).collect(Collectors.joining(", ")), users.password(),
                address, address);
    }
}
