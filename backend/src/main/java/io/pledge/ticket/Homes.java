package io.pledge.ticket;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.customer.Customers;
import io.pledge.customer.Equipment;
import io.pledge.customer.Recognised;
import io.pledge.customer.Site;
import io.pledge.organisation.FirstContacts;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.ticket.Home.Reason;

/**
 * Finds the unit that answers a case first: by the site of whoever is recognised, else by the product, else by the language, else the
 * first contact. There is always one, and never a retired one: the next above answers in its place.
 */
@Component
public class Homes {
    private final Units units;
    private final FirstContacts firstContacts;
    private final Customers customers;

    Homes(Units units, FirstContacts firstContacts, Customers customers) {
        this.units = units;
        this.firstContacts = firstContacts;
        this.customers = customers;
    }

    /**
     * The home of a case.
     *
     * @param known who turned to us; null for a stranger
     * @param product what it is about, as chosen in the form; null where nothing was. Recognised equipment knows better
     * @param language in which they write
     */
    public Home of(@Nullable Recognised known, @Nullable String product, Locale language) {
        return site(known).or(() -> product(known, product, language)).or(() -> language(language))
                .orElseGet(() -> home(firstContacts.otherwise().id(), Reason.OTHERWISE, null));
    }

    /** By the site alone; empty where nobody is recognised or no site is known. */
    public Optional<Home> site(@Nullable Recognised known) {
        return known == null || known.unit() == null
                ? Optional.empty()
                : Optional.of(home(known.unit(), known.equipment() == null ? Reason.CUSTOMER : Reason.SITE,
                        siteName(known)));
    }

    private @Nullable String siteName(Recognised known) {
        return Optional.ofNullable(known.site()).map(customers::site).map(Site::name).orElse(null);
    }

    /** Of several units that serve it, one that speaks the language, the lowest, the first in the tree. */
    private Optional<Home> product(@Nullable Recognised known, @Nullable String chosen, Locale language) {
        var product = Optional.ofNullable(known).map(Recognised::equipment).map(Equipment::product)
                .or(() -> Optional.ofNullable(chosen));
        return product.flatMap(name -> units.all().stream().filter(unit -> unit.products().contains(name))
                .min(Comparator.comparing((ServiceUnit unit) -> !unit.languages().contains(language))
                        .thenComparing(ServiceUnit::tier).thenComparing(ServiceUnit::path))
                .map(unit -> home(unit.id(), Reason.PRODUCT, name)));
    }

    /** The first contact of the language; where none is named and the general one does not speak it, a local office that does. */
    private Optional<Home> language(Locale language) {
        return firstContacts.named(language).or(() -> firstContacts.otherwise().languages().contains(language)
                ? Optional.empty()
                : units.all().stream()
                        .filter(unit -> unit.tier() == Tier.LOCAL && unit.languages().contains(language)).findFirst())
                .map(unit -> home(unit.id(), Reason.LANGUAGE, language.toLanguageTag()));
    }

    private Home home(UnitId wanted, Reason reason, @Nullable String of) {
        var unit = units.atWorkFrom(wanted).id();
        return new Home(unit, reason, of, unit.equals(wanted) ? null : wanted);
    }
}
