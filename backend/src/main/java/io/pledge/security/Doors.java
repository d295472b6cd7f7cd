package io.pledge.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

import io.pledge.organisation.Role;

import static io.pledge.organisation.Role.ACCOUNT_MANAGER;
import static io.pledge.organisation.Role.ADMIN;
import static io.pledge.organisation.Role.ENGINEER;
import static io.pledge.organisation.Role.HEAD;
import static io.pledge.organisation.Role.MANAGER;
import static io.pledge.organisation.Role.QUALITY;

/**
 * Which door opens to whom. The first line that fits decides; what no line names opens to everybody signed in. Whether somebody may see
 * a certain ticket behind the door is not decided here but by their scope.
 */
public final class Doors {
    private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(ADMIN));

    private static final Set<Role> CUSTOMER_READERS = EnumSet.of(ADMIN, ACCOUNT_MANAGER, HEAD, MANAGER);

    /** Files that are the same for everybody; they need neither session nor token. */
    static final String[] FILES = {"/css/**", "/js/**", "/img/**", "/webjars/**", "/favicon.ico"};

    /** For strangers: the portal, the pages behind private links and survey links, and what the engine room asks for. */
    private static final List<String> OPEN = List.of("/", "/submit/**", "/c/**", "/s/**", "/sign-in", "/error",
            "/actuator/health/**");

    /** For whoever tries a demonstration; elsewhere nothing lies there. */
    private static final String DEMONSTRATION = "/demo/**";

    private static final List<Door> GUARDED = List.of(
            new Door(null, "/desk/**", EnumSet.of(ENGINEER, HEAD, ACCOUNT_MANAGER, QUALITY, MANAGER)),
            new Door(null, "/visits/**", EnumSet.of(ENGINEER, HEAD)),
            new Door(null, "/help/**", EnumSet.of(ENGINEER, HEAD, ACCOUNT_MANAGER, QUALITY, MANAGER)),
            new Door(null, "/incidents/**", EnumSet.of(ENGINEER, HEAD, ACCOUNT_MANAGER, QUALITY, MANAGER)),
            new Door(null, "/steps/**", EnumSet.of(ENGINEER, HEAD, ACCOUNT_MANAGER, QUALITY, MANAGER)),
            new Door(null, "/report/**", EnumSet.of(HEAD, MANAGER, QUALITY, ACCOUNT_MANAGER)),
            new Door(null, "/appraisal/**", STAFF),
            new Door(HttpMethod.GET, "/quality/**", EnumSet.of(QUALITY, MANAGER)),
            new Door(null, "/quality/**", EnumSet.of(QUALITY)),
            new Door(null, "/library/**", STAFF),
            new Door(HttpMethod.GET, "/admin/customers/export/**", CUSTOMER_READERS),
            new Door(null, "/admin/customers/import/**", EnumSet.of(ADMIN)),
            new Door(null, "/admin/customers/new", EnumSet.of(ADMIN)),
            new Door(null, "/admin/customers/*/edit", EnumSet.of(ADMIN)),
            new Door(HttpMethod.GET, "/admin/customers/*/plan/**", CUSTOMER_READERS),
            new Door(null, "/admin/customers/*/plan/**", EnumSet.of(ADMIN, ACCOUNT_MANAGER)),
            new Door(null, "/admin/customers/*/*/*", EnumSet.of(ADMIN)),
            new Door(HttpMethod.GET, "/admin/customers/**", CUSTOMER_READERS),
            new Door(null, "/admin/**", EnumSet.of(ADMIN)),
            new Door(null, "/actuator/**", EnumSet.of(ADMIN)));

    private Doors() {}

    /** @param demonstration whether this is one */
    static void hang(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors,
            boolean demonstration) {
        if (demonstration) {
            doors.requestMatchers(DEMONSTRATION).permitAll();
        }
        OPEN.forEach(path -> doors.requestMatchers(path).permitAll());
        GUARDED.forEach(door -> doors.requestMatchers(door.method(), door.path()).hasAnyRole(door.roleNames()));
        doors.anyRequest().authenticated();
    }

    /**
     * Whether somebody may open a page, so that nobody is shown a way that ends at a closed door.
     *
     * @param path the page's address within the application, such as {@code /report}
     */
    public static boolean opens(SignedIn person, String path) {
        return GUARDED.stream().filter(door -> door.leadsTo(path)).findFirst()
                .map(door -> door.roles().stream().anyMatch(person::holds)).orElse(true);
    }

    /** Where somebody lands who signed in without having asked for a page. */
    public static String home(SignedIn person) {
        if (person.roles().equals(EnumSet.of(ADMIN))) {
            return "/admin";
        }
        if (person.roles().equals(EnumSet.of(QUALITY))) {
            return "/quality";
        }
        return person.roles().equals(EnumSet.of(MANAGER)) ? "/report" : "/desk";
    }

    /** @param method none: every method */
    private record Door(@Nullable HttpMethod method, String path, Set<Role> roles) {
        boolean leadsTo(String page) {
            return (method == null || method == HttpMethod.GET) && (page + "/").startsWith(path.replace("**", ""));
        }

        String[] roleNames() {
            return roles.stream().map(Role::name).toArray(String[]::new);
        }
    }
}
