package io.pledge.organisation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.pledge.testing.PledgeTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The rule in SQL and the rule in memory are one rule. */
@PledgeTest
class ScopeTests {
    private static final String HQ = "/hq/";
    private static final String EUROPE = "/hq/europe/";
    private static final String HAMBURG = "/hq/europe/hamburg/";
    private static final String HAMBURG_PORT = "/hq/europe/hamburg-port/";
    private static final String CHINA = "/hq/china/";
    @Autowired
    JdbcClient sql;

    @Test
    void theConditionSeesExactlyWhatSeesSees() {
        for (Scope scope : scopes()) {
            for (Case ticket : cases()) {
                assertThat(inDatabase(scope, ticket)).as("%s of %s", ticket, scope)
                        .isEqualTo(scope.sees(ticket.involved, manager(ticket)));
            }
        }
    }

    @Test
    void aUnitSeesWhatLiesBelowItAndNothingBeside() {
        Scope scope = Scope.of(Set.of(HAMBURG), Set.of());

        assertThat(scope.sees(List.of(HAMBURG), null)).isTrue();
        assertThat(scope.sees(List.of(HAMBURG_PORT), null)).isFalse();
        assertThat(scope.sees(List.of(EUROPE), null)).isFalse();
    }

    @Test
    void anInvolvedUnitKeepsSeeingWhatItHandedOn() {
        Scope scope = Scope.of(Set.of(HAMBURG), Set.of());

        assertThat(scope.sees(List.of(HAMBURG, EUROPE, HQ), null)).isTrue();
        assertThat(scope.sees(List.of(CHINA, HQ), null)).isFalse();
    }

    @Test
    void twoScopesAddUp() {
        Scope both = Scope.of(Set.of(HAMBURG), Set.of()).or(Scope.of(Set.of(), Set.of(7L)));

        assertThat(both.sees(List.of(HAMBURG), null)).isTrue();
        assertThat(both.sees(List.of(CHINA), new PersonId(7))).isTrue();
        assertThat(both.or(Scope.everything())).isEqualTo(Scope.everything());
        assertThat(both.or(Scope.nothing())).isEqualTo(both);
    }

    @Test
    void whatIsNoPathOrNoAliasIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.of(Set.of("/hq/%/"), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.of(Set.of("hq"), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.everything().condition("t; drop table ticket"));
    }

    private boolean inDatabase(Scope scope, Case ticket) {
        return sql.sql("""
                       with t (involved_paths, account_manager_id) as
                            (values (cast(:involved as text[]), cast(:manager as bigint)))
                       select count(*) from t where %s
                       """.formatted(scope.condition("t")))
                .param("involved", ticket.involved.toArray(String[]::new))
                .param("manager", ticket.manager == 0 ? null : ticket.manager)
                .params(scope.parameters()).query(Long.class).single() == 1;
    }

    private static List<Scope> scopes() {
        List<Set<String>> paths = List.of(Set.of(), Set.of(HAMBURG), Set.of(EUROPE, HAMBURG, HAMBURG_PORT),
                Set.of(CHINA, HAMBURG),
                Set.of(HQ));
        List<Set<Long>> managers = List.of(Set.of(), Set.of(7L), Set.of(7L, 8L));
        Stream<Scope> combined = paths.stream()
                .flatMap(path -> managers.stream().map(manager -> Scope.of(path, manager)));
        return Stream.concat(combined, Stream.of(Scope.everything(), Scope.nothing())).toList();
    }

    private static List<Case> cases() {
        List<List<String>> involved = List.of(List.of(HQ), List.of(EUROPE), List.of(HAMBURG),
                List.of(HAMBURG_PORT, EUROPE), List.of(CHINA, HQ), List.of(HAMBURG, EUROPE, HQ));
        return involved.stream()
                .flatMap(paths -> Stream.of(0L, 7L, 9L).map(manager -> new Case(paths, manager))).toList();
    }

    private static PersonId manager(Case ticket) {
        return ticket.manager == 0 ? null : new PersonId(ticket.manager);
    }

    /** @param manager 0: none */
    private record Case(List<String> involved, long manager) {}
}
