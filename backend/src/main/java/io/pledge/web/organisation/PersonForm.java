package io.pledge.web.organisation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.pledge.organisation.OrganisationPlan.PlannedPerson;
import io.pledge.organisation.Person;
import io.pledge.organisation.Role;
import io.pledge.organisation.ServiceUnit;

/**
 * A person as they are typed.
 *
 * @param key the name to sign in with
 * @param skills a line for each
 * @param deputy the user name of who stands in; empty for the head of the unit
 * @param version what the form was written for; null for a new person
 */
record PersonForm(
        @NotBlank(message = "{error.required}") @Size(max = 40, message = "{portal.error.long}") String key,
        @NotBlank(message = "{error.required}") @Size(max = 80, message = "{portal.error.long}") String name,
        @Pattern(regexp = "|[^@\\s]+@[^@\\s]+", message = "{organisation.email.wrong}") @Size(max = 200, message = "{portal.error.long}") @Nullable String email,
        @NotBlank(message = "{error.required}") String unit,
        @NotBlank(message = "{error.required}") @Pattern(regexp = "en|zh-CN", message = "{error.required}") String language,
        @NotBlank(message = "{error.required}") String zone,
        @NotEmpty(message = "{error.required}") @Nullable List<Role> roles,
        @Size(max = 1000, message = "{portal.error.long}") @Nullable String skills,
        @Nullable String deputy,
        @Nullable Integer version) {

    PersonForm {
        email = email == null ? null : email.strip();
        roles = roles == null ? List.of() : List.copyOf(roles);
    }

    static PersonForm of(Person person, String unit, @Nullable String deputy) {
        return new PersonForm(person.username(), person.name(), person.email(), unit,
                person.language().toLanguageTag(), person.zone().getId(), person.roles().stream().sorted().toList(),
                person.skills().stream().sorted().collect(Collectors.joining("\n")), deputy, person.version());
    }

    /** Somebody new in a unit. */
    static PersonForm in(ServiceUnit unit) {
        return new PersonForm("", "", null, unit.key(), unit.language().toLanguageTag(), unit.zone().getId(),
                List.of(Role.ENGINEER), null, null, null);
    }

    PlannedPerson planned(String username) {
        return new PlannedPerson(username, name.strip(), email == null || email.isEmpty() ? null : email, unit,
                java.util.Set.copyOf(roles), Locale.forLanguageTag(language), ZoneId.of(zone),
                skills == null
                        ? java.util.Set.of()
                        : skills.lines().map(String::strip).filter(line -> !line.isEmpty())
                                .collect(Collectors.toSet()),
                deputy == null || deputy.isBlank() ? null : deputy);
    }
}
