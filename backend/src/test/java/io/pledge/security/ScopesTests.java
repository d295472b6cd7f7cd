package io.pledge.security;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.pledge.organisation.Person;
import io.pledge.organisation.Scope;
import io.pledge.organisation.Staff;
import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What each of the cast may see. */
@PledgeTest
class ScopesTests {
    private static final String HAMBURG = "/hq/central-europe/hamburg/";
    private static final String WARSAW = "/hq/central-europe/warsaw/";
    private static final String REGION = "/hq/central-europe/";
    private static final String SHANGHAI = "/hq/east-china/shanghai/";
    @Autowired
    Staff staff;
    @Autowired
    Scopes scopes;

    @Test
    void anEngineerSeesTheOwnUnit() {
        Scope scope = scopes.of(person("local-engineer"));

        assertThat(scope.sees(List.of(HAMBURG), null)).isTrue();
        assertThat(scope.sees(List.of(WARSAW), null)).isFalse();
        assertThat(scope.sees(List.of(REGION, HAMBURG), null)).isTrue();
        assertThat(scope.sees(List.of(REGION, WARSAW), null)).isFalse();
    }

    @Test
    void aRegionSeesWhatLiesOrLayBelowIt() {
        Scope scope = scopes.of(person("region-head"));

        assertThat(scope.sees(List.of(WARSAW), null)).isTrue();
        assertThat(scope.sees(List.of(SHANGHAI), null)).isFalse();
        assertThat(scope.sees(List.of("/hq/", WARSAW), null)).isTrue();
    }

    @Test
    void headquartersQualityAndManagementSeeEverything() {
        assertThat(List.of("hq-engineer", "hq-head", "quality", "manager")).allSatisfy(
                username -> assertThat(scopes.of(person(username))).isEqualTo(Scope.everything()));
    }

    @Test
    void anAccountManagerSeesTheOwnCustomersWhereverTheyAre() {
        Person mei = person("account-manager");
        Scope scope = scopes.of(mei);

        assertThat(scope.sees(List.of(SHANGHAI), mei.id())).isTrue();
        assertThat(scope.sees(List.of(SHANGHAI), person("account-manager-2").id())).isFalse();
        assertThat(scope.sees(List.of(SHANGHAI), null)).isFalse();
    }

    @Test
    void anAdministratorSeesNoTicket() {
        assertThat(scopes.of(person("admin"))).isEqualTo(Scope.nothing());
    }

    private Person person(String username) {
        return staff.byUsername(username).orElseThrow();
    }
}
