package io.pledge.security;

import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Person;
import io.pledge.organisation.Staff;

/** Checks user name and password of the staff, for the form and for HTTP Basic alike. */
@Component
class StaffAuthentication implements AuthenticationProvider {
    private final Staff staff;
    private final Scopes scopes;
    private final PasswordEncoder passwords;
    private final FailedSignIns failures;
    private final String nobodysHash;

    StaffAuthentication(Staff staff, Scopes scopes, PasswordEncoder passwords, FailedSignIns failures) {
        this.staff = staff;
        this.scopes = scopes;
        this.passwords = passwords;
        this.failures = failures;
        this.nobodysHash = passwords.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName();
        if (failures.paused(username)) {
            throw new LockedException("too many failures");
        }
        Person person = known(username, String.valueOf(attempt.getCredentials()));
        failures.succeeded(username);
        SignedIn signedIn = scopes.signedIn(person);
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.authorities());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** A name nobody has costs as much time as a wrong password, so that the time does not tell who exists. */
    private Person known(String username, String password) {
        Optional<Person> person = staff.byUsername(username);
        Optional<String> hash = person.map(Person::id).flatMap(staff::passwordHash);
        boolean matches = passwords.matches(password, hash.orElse(nobodysHash));
        if (hash.isEmpty() || !matches) {
            failures.failed(username);
            throw new BadCredentialsException("user name or password wrong");
        }
        return person.orElseThrow();
    }
}
