package io.pledge.ticket;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.pledge.customer.CustomerImport;
import io.pledge.customer.CustomerPlan;
import io.pledge.customer.Recognised;
import io.pledge.customer.Recognition;
import io.pledge.organisation.OrganisationEditing;
import io.pledge.organisation.OrganisationPlan.PlannedUnit;
import io.pledge.organisation.OrganisationUpdate;
import io.pledge.organisation.Tier;
import io.pledge.organisation.Units;
import io.pledge.testing.As;
import io.pledge.testing.Casebook;
import io.pledge.testing.PledgeTest;
import io.pledge.ticket.Home.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

/** Where a case comes first, and why. */
@PledgeTest
class HomesTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    @Autowired
    private Homes homes;
    @Autowired
    private Recognition recognition;
    @Autowired
    private CustomerImport customers;
    @Autowired
    private OrganisationEditing editing;
    @Autowired
    private OrganisationUpdate organisation;
    @Autowired
    private Units units;
    @Autowired
    private Casebook casebook;
    @Autowired
    private Cases cases;
    @Autowired
    private Timeline timeline;
    @Autowired
    private MockMvcTester mvc;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void theSiteOfTheEquipmentComesBeforeEverythingElse() {
        serve("warsaw", "UPS-900");
        assertThat(homes.of(known("SN-1"), "UPS-900", Locale.SIMPLIFIED_CHINESE))
                .isEqualTo(new Home(casebook.unit("hamburg"), Reason.SITE, "Mill 2", null));
    }

    @Test
    void withoutEquipmentItIsTheSiteOfTheCustomer() {
        assertThat(homes.of(known("C-1"), null, Locale.ENGLISH))
                .isEqualTo(new Home(casebook.unit("hamburg"), Reason.CUSTOMER, "Mill 2", null));
    }

    @Test
    void aStrangersCaseComesToTheUnitThatServesTheProductInTheirLanguage() {
        serve("warsaw", "UPS-900");
        serve("chengdu", "UPS-900");

        assertThat(homes.of(null, "UPS-900", Locale.ENGLISH))
                .isEqualTo(new Home(casebook.unit("warsaw"), Reason.PRODUCT, "UPS-900", null));
        assertThat(homes.of(null, "UPS-900", Locale.SIMPLIFIED_CHINESE).unit()).isEqualTo(casebook.unit("chengdu"));
    }

    @Test
    void withoutAProductTheLanguageDecidesAndInTheEndTheFirstContact() {
        assertThat(homes.of(null, "RM-3000", Locale.SIMPLIFIED_CHINESE))
                .isEqualTo(new Home(casebook.unit("shanghai"), Reason.LANGUAGE, "zh-CN", null));
        assertThat(homes.of(null, null, Locale.ENGLISH))
                .isEqualTo(new Home(casebook.unit("hamburg"), Reason.OTHERWISE, null, null));
    }

    @Test
    void insteadOfARetiredUnitTheNextAboveAnswersAndSaysSo() {
        var known = known("SN-1");
        jdbc.sql("update service_unit set retired_at = now() where key in ('hamburg', 'shanghai')").update();
        jdbc.sql("update organisation_state set version = version + 1").update();
        organisation.follow();

        assertThat(homes.of(known, null, Locale.ENGLISH)).isEqualTo(
                new Home(casebook.unit("central-europe"), Reason.SITE, "Mill 2", casebook.unit("hamburg")));
        assertThat(homes.of(null, null, Locale.SIMPLIFIED_CHINESE).unit()).isEqualTo(casebook.unit("east-china"));
        assertThat(homes.of(null, null, Locale.ENGLISH).unit()).isEqualTo(casebook.unit("central-europe"));
    }

    @Test
    void whyIsWrittenDownAndShownInBothLanguages() {
        serve("warsaw", "UPS-900");
        assertThat(mvc.perform(multipart("/submit").param("key", UUID.randomUUID().toString()).param("kind", "FAULT")
                .param("severity", "MAJOR").param("text", "It hums.").param("product", "UPS-900")
                .param("name", "Marek").param("address", "+48 600 100 200").param("zone", "Europe/Warsaw")
                .param("lang", "en").with(csrf()))).hasStatus3xxRedirection();
        var id = new TicketId(jdbc.sql("select max(id) from ticket").query(Long.class).single());

        assertThat(cases.require(id).cameTo())
                .contains(new Home(casebook.unit("warsaw"), Reason.PRODUCT, "UPS-900", null));
        assertThat(timeline.of(id).getFirst().detail()).containsEntry("home", "PRODUCT").containsEntry("homeOf",
                "UPS-900");
        assertThat(page(id, "en")).contains("Came to", "Because it serves UPS-900");
        assertThat(page(id, "zh-CN")).contains("首接部门", "由该部门负责UPS-900");
    }

    @Test
    void aCaseThatAColleagueTakesInStaysWithThem() {
        assertThat(mvc.post().uri("/desk/new").param("key", UUID.randomUUID().toString()).param("channel", "PHONE")
                .param("kind", "FAULT").param("severity", "MAJOR").param("text", "It hums.").param("language", "en")
                .param("name", "Marek").param("address", "+48 600 100 200").with(As.person("warsaw-engineer"))
                .with(csrf())).hasStatus3xxRedirection();
        var id = new TicketId(jdbc.sql("select max(id) from ticket").query(Long.class).single());

        assertThat(cases.require(id).cameTo()).contains(Home.ofColleague(casebook.unit("warsaw")));
        assertThat(page(id, "en")).contains("Because somebody of this unit took it in");
    }

    private String page(TicketId id, String language) {
        var answer = mvc.get().uri("/desk/tickets/" + id.number().value() + "?lang=" + language)
                .with(As.person("warsaw-head")).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Recognised known(String number) {
        customers.apply(new CustomerPlan("mill", "Mill", Locale.ENGLISH, ZONE, "account-manager",
                List.of(new CustomerPlan.PlannedContract("C-1", io.pledge.customer.ContractLevel.GOLD, null,
                        java.time.LocalDate.of(2020, 1, 1), null)),
                List.of(new CustomerPlan.PlannedSite("Mill 2", ZONE, "hamburg")),
                List.of(new CustomerPlan.PlannedContact("Ola", "ola@mill.example", null, Locale.ENGLISH, null)),
                List.of(new CustomerPlan.PlannedEquipment("SN-1", "UPS-900", "Mill 2", null))));
        return recognition.recognise(number, "ola@mill.example").orElseThrow();
    }

    private void serve(String key, String product) {
        var unit = units.byKey(key).orElseThrow();
        var parent = units.parentOf(unit.id()).orElseThrow().key();
        editing.save(new PlannedUnit(key, parent, Tier.LOCAL, unit.name(), unit.zone(), unit.calendar(),
                unit.language(), key + "-head", null, unit.languages(), Set.of(product), Set.of()), unit.version(),
                casebook.person("admin"));
    }
}
