package io.pledge.security;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import io.pledge.organisation.PersonId;
import io.pledge.organisation.Role;
import io.pledge.organisation.Scope;
import io.pledge.organisation.ServiceUnit;

/**
 * Who is signed in, as controllers are handed it by {@code @AuthenticationPrincipal}. Taken anew with every
 * request, since people and units may change meanwhile.
 *
 * @param scope which tickets they may see
 * @param locale the language they read by themselves; what a page is shown in may differ once they switched
 * @param zone the zone times are shown to them in
 */
public record SignedIn(PersonId id, String username, String name, Set<Role> roles, ServiceUnit unit, Scope scope,
        Locale locale,
        ZoneId zone) implements AuthenticatedPrincipal {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }

    /** The roles as Spring Security knows them. */
    public List<GrantedAuthority> authorities() {
        return roles.stream().<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
    }

    /** The user name: what logs and the container call this person. */
    @Override
    public String getName() {
        return username;
    }
}
