package io.pledge.demo;

import java.util.List;
import java.util.Optional;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;
import io.pledge.security.DemonstrationUsers;

/** Gives everybody who has no password the well-known one, and offers ten people on the sign-in page. */
@Component
@Profile("demo")
@Order(DemoPasswords.TURN)
class DemoPasswords implements ApplicationRunner, DemonstrationUsers {
    static final int TURN = 10;
    private static final String PASSWORD = "pledge-demo";
    private static final List<String> OFFERED = List.of("local-engineer", "local-head", "region-engineer",
            "region-head", "hq-engineer",
            "hq-head", "account-manager", "quality", "manager", "admin");
    private final Staff staff;

    DemoPasswords(Staff staff) {
        this.staff = staff;
    }

    /** One hash for all: the password is public, and hashing it for each would only make the start slower. */
    @Override
    public void run(ApplicationArguments arguments) {
        List<Person> without = staff.all().stream().filter(person -> staff.passwordHash(person.id()).isEmpty())
                .toList();
        if (!without.isEmpty()) {
            String hash = "{" + METHOD + "}" + new BCryptPasswordEncoder().encode(PASSWORD);
            without.forEach(person -> staff.setPassword(person.id(), hash));
        }
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public List<Person> users() {
        return OFFERED.stream().map(staff::byUsername).flatMap(Optional::stream).toList();
    }
}
