package io.pledge.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.Role;
import io.pledge.organisation.Staff;

/**
 * Lets the first administrator in: while no administrator has a password, the first of them by name gets the one of the property
 * {@code pledge.security.initial-admin-password}. Afterwards the property has no effect.
 */
@Component
class InitialAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(InitialAdministrator.class);
    private final Staff staff;
    private final PasswordEncoder passwords;
    private final String initial;
    private final boolean demonstration;

    InitialAdministrator(Staff staff, PasswordEncoder passwords,
            @Value("${pledge.security.initial-admin-password:}") String initial,
            ObjectProvider<DemonstrationUsers> demonstration) {
        this.staff = staff;
        this.passwords = passwords;
        this.initial = initial;
        this.demonstration = demonstration.getIfAvailable() != null;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (staff.holding(Role.ADMIN).stream().anyMatch(this::hasPassword)) {
            return;
        }
        if (initial.isBlank()) {
            sayThatNobodyGetsIn();
            return;
        }
        staff.holding(Role.ADMIN).stream().findFirst().ifPresent(person -> {
            staff.setPassword(person.id(), passwords.encode(initial));
            LOG.info("The initial password is set for the administrator '{}'", person.username());
        });
    }

    private void sayThatNobodyGetsIn() {
        if (!demonstration) {
            LOG.warn("No administrator can sign in yet: start once with pledge.security.initial-admin-password");
        }
    }

    private boolean hasPassword(Person person) {
        return staff.passwordHash(person.id()).filter(hash -> !hash.startsWith("{" + DemonstrationUsers.METHOD + "}"))
                .isPresent();
    }
}
