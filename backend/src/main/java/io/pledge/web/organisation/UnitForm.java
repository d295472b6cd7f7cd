package io.pledge.web.organisation;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.pledge.organisation.Duty;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;

/**
 * A unit as it is typed.
 *
 * @param parent the key of the unit above; null for the headquarters
 * @param duty a line for each stretch
 * @param version what the form was written for; null for a new unit
 */
record UnitForm(
        @NotBlank(message = "{error.required}") @Size(max = 40, message = "{portal.error.long}") String key,
        @Nullable String parent,
        @NotBlank(message = "{error.required}") @Size(max = 80, message = "{portal.error.long}") String name,
        @NotBlank(message = "{error.required}") String zone,
        @NotBlank(message = "{error.required}") String calendar,
        @Size(max = 400, message = "{portal.error.long}") @Nullable String address,
        @Nullable String supervisor,
        @NotBlank(message = "{error.required}") @Pattern(regexp = "en|zh-CN", message = "{error.required}") String language,
        @Nullable List<@Pattern(regexp = "en|zh-CN") String> languages,
        @Nullable List<String> products,
        @Size(max = 4000, message = "{portal.error.long}") @Nullable String duty,
        @Nullable Integer version) {

    UnitForm {
        languages = languages == null ? List.of() : List.copyOf(languages);
        products = products == null ? List.of() : List.copyOf(products);
    }

    static UnitForm of(ServiceUnit unit, @Nullable String parent, @Nullable String supervisor) {
        return new UnitForm(unit.key(), parent, unit.name(), unit.zone().getId(), unit.calendar(), unit.address(),
                supervisor, unit.language().toLanguageTag(),
                unit.languages().stream().map(Locale::toLanguageTag).toList(), List.copyOf(unit.products()),
                unit.duty().stream().sorted().collect(Collectors.joining("\n")), unit.version());
    }

    /** Below a unit, and like it where nothing else is known. */
    static UnitForm below(ServiceUnit parent) {
        return new UnitForm("", parent.key(), "", parent.zone().getId(), parent.calendar(), null, null,
                parent.language().toLanguageTag(), List.of(parent.language().toLanguageTag()), List.of(), null, null);
    }

    /** @param known what the vendor sells, and what the unit served before */
    PlannedUnit planned(String unit, @Nullable String above, Tier tier, Set<String> known) {
        var main = Locale.forLanguageTag(language);
        var served = new HashSet<>(Set.of(main));
        served.addAll(languages.stream().map(Locale::forLanguageTag).toList());
        return new PlannedUnit(unit, above, tier, name.strip(), ZoneId.of(zone), calendar, main, orNull(supervisor),
                orNull(address), served, products.stream().filter(known::contains).collect(Collectors.toSet()),
                dutyLines().flatMap(line -> Duty.line(line).stream()).collect(Collectors.toSet()));
    }

    /** The first line of the roster that makes no sense. */
    Optional<String> strangeDuty() {
        return dutyLines().filter(line -> Duty.line(line).isEmpty()).findFirst();
    }

    private Stream<String> dutyLines() {
        return duty == null ? Stream.empty() : duty.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip().replace("\r\n", "\n");
    }
}
