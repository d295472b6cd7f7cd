package io.pledge.organisation;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.pledge.organisation.Difference.Field;
import io.pledge.organisation.Difference.What;
import io.pledge.organisation.OrganisationPlan.PlannedPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** What was taken over last, what the tables hold, what the file says: three states of one person, told by the name. */
class MergeTests {
    private static final Subject RUI = Subject.person("rui");

    @Test
    void whatOnlyTheFileChangedIsTakenOver() {
        var merge = merge("Rui", "Rui", "Rui Costa");

        assertThat(merge.differences()).containsExactly(
                new Difference(RUI, "Rui", What.CHANGED, List.of(new Field(Attribute.NAME, "Rui", "Rui Costa"))));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(nameAfter(merge)).isEqualTo("Rui Costa");
    }

    @Test
    void whatOnlyThePageChangedStays() {
        var merge = merge("Rui", "Rui Costa", "Rui");

        assertThat(merge.differences()).isEmpty();
        assertThat(merge.kept()).containsExactly(
                new Difference(RUI, "Rui Costa", What.CHANGED, List.of(new Field(Attribute.NAME, "Rui", "Rui Costa"))));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(nameAfter(merge)).isEqualTo("Rui Costa");
    }

    @Test
    void whatBothChangedOtherwiseIsAConflictAndNamesBothValues() {
        var merge = merge("Rui", "Rui Costa", "Rui Silva");

        assertThat(merge.conflicts())
                .containsExactly(new Conflict(RUI, "Rui Costa", Attribute.NAME, "Rui Costa", "Rui Silva"));
        assertThat(merge.differences()).isEmpty();
    }

    @Test
    void whatBothChangedAlikeIsAgreed() {
        var merge = merge("Rui", "Rui Costa", "Rui Costa");

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.differences()).extracting(Difference::what).containsExactly(What.AGREED);
    }

    @Test
    void aConflictInOneFieldLeavesTheOthersAlone() {
        var file = state("Rui Silva", Set.of("radio"));
        var merge = Merge.of(state("Rui", Set.of()), state("Rui Costa", Set.of()), file);

        assertThat(merge.conflicts()).extracting(Conflict::attribute).containsExactly(Attribute.NAME);
        assertThat(merge.differences()).flatExtracting(Difference::fields)
                .containsExactly(new Field(Attribute.SKILLS, "", "radio"));
    }

    @Test
    void whoIsGoneFromTheFileIsRetiredUnlessThePageChangedThem() {
        assertThat(merge("Rui", "Rui", null).differences()).extracting(Difference::what).containsExactly(What.RETIRED);
        assertThat(merge("Rui", "Rui", null).after().entries()).isEmpty();
        assertThat(merge("Rui", "Rui Costa", null).conflicts())
                .containsExactly(new Conflict(RUI, "Rui Costa", Attribute.NAME, "Rui Costa", null));
    }

    @Test
    void whoWasRetiredOnThePageStaysSoUnlessTheFileChangedThem() {
        var merge = merge("Rui", null, "Rui");
        assertThat(merge.kept()).extracting(Difference::what).containsExactly(What.RETIRED);
        assertThat(merge.after().entries()).isEmpty();

        assertThat(merge("Rui", null, "Rui Costa").conflicts())
                .containsExactly(new Conflict(RUI, "Rui Costa", Attribute.NAME, null, "Rui Costa"));
        assertThat(merge("Rui", null, null).differences()).extracting(Difference::what).containsExactly(What.AGREED);
    }

    @Test
    void whoIsNewInTheFileIsAddedUnlessThePageHasOthersOfThatName() {
        assertThat(merge(null, null, "Rui").differences()).extracting(Difference::what).containsExactly(What.ADDED);
        assertThat(merge(null, "Rui", "Rui").differences()).extracting(Difference::what).containsExactly(What.AGREED);
        assertThat(merge(null, "Rui", "Rui Costa").conflicts())
                .containsExactly(new Conflict(RUI, "Rui", Attribute.NAME, "Rui", "Rui Costa"));
    }

    @Test
    void whoThePageAddedIsNoneOfTheFilesBusiness() {
        var merge = merge(null, "Rui", null);

        assertThat(merge.differences()).isEmpty();
        assertThat(nameAfter(merge)).isEqualTo("Rui");
    }

    private static Merge merge(@Nullable String base, @Nullable String database, @Nullable String file) {
        return Merge.of(state(base, Set.of()), state(database, Set.of()), state(file, Set.of()));
    }

    private static Snapshot state(@Nullable String name, Set<String> skills) {
        return name == null
                ? new Snapshot(Map.of())
                : Snapshot.of(new OrganisationPlan(List.of(), List.of(new PlannedPerson("rui", name, null, "hamburg",
                        Set.of(Role.ENGINEER), Locale.ENGLISH, ZoneId.of("Europe/Lisbon"), skills, null))));
    }

    private static String nameAfter(Merge merge) {
        return merge.after().entries().get(RUI).get(Attribute.NAME);
    }
}
