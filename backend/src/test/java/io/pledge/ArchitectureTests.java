package io.pledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The habits of the house that a compiler does not know. A rule that finds nothing to look at fails. */
class ArchitectureTests {
    private static final JavaClasses SOURCES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.pledge");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS).importPackages("io.pledge");
    private static final Set<Class<?>> TIMES = Set.of(Instant.class, LocalDate.class, LocalDateTime.class,
            ZonedDateTime.class);

    private static final Set<String> STREAMED = Set.of("io.pledge.report.PromiseList",
            "io.pledge.report.OverrunBudgets", "io.pledge.report.TierShares", "io.pledge.report.ProductFixes",
            "io.pledge.customer.CustomerSheets");

    @Test
    void nobodyReadsTheTimeButFromTheClock() {
        noClasses().that().doNotHaveSimpleName("TimeSource").and().doNotHaveSimpleName("DemoClock").should()
                .callMethodWhere(readsTheTimeItself())
                .check(SOURCES);
    }

    @Test
    void testsDoNotSleep() {
        noClasses().should().callMethodWhere(target("sleeps",
                call -> call.getName().equals("sleep") && call.getTargetOwner().isEquivalentTo(Thread.class)))
                .check(TESTS);
    }

    @Test
    void whatABeanNeedsComesThroughItsConstructor() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(SOURCES);
    }

    /** A stream of rows holds its connection until it is closed: a list is read and done with. */
    @Test
    void onlyListsThatAreTooLongForTheMemoryAreStreamedFromTheDatabase() {
        noClasses().that(DescribedPredicate.not(named(STREAMED)))
                .should()
                .callMethodWhere(target("streams rows", call -> call.getName().equals("stream")
                        && call.getTargetOwner().isAssignableTo(JdbcClient.MappedQuerySpec.class)))
                .check(SOURCES);
    }

    @Test
    void controllersLiveAtTheEdges() {
        classes().that(areControllers())
                .should()
                .resideInAnyPackage("io.pledge.web..", "io.pledge.api..", "io.pledge.demo", "io.pledge.security")
                .check(SOURCES);
    }

    @Test
    void controllersAskTheModulesAndNotTheDatabase() {
        noClasses().that(areControllers()).should().dependOnClassesThat().areAssignableTo(JdbcClient.class)
                .check(SOURCES);
    }

    @Test
    void onlyTheEngineRoomKnowsTheEnginesInside() {
        noClasses().that().resideOutsideOfPackage("io.pledge.embedded..").should().dependOnClassesThat(
                resideInAnyPackage("io.zonky..", "org.opensearch..")).check(SOURCES);
        classes().that().haveSimpleName("DatabaseEngine").should().dependOnClassesThat(resideInAnyPackage("io.zonky.."))
                .check(SOURCES);
    }

    @Test
    void theStoryOfACaseKnowsNoZones() {
        noClasses().that().resideInAnyPackage("io.pledge.ticket..", "io.pledge.sla..", "io.pledge.survey..")
                .should().dependOnClassesThat().areAssignableTo(LocalDateTime.class)
                .orShould().dependOnClassesThat().areAssignableTo(ZonedDateTime.class).check(SOURCES);
    }

    @Test
    void workingTimeIsPureJava() {
        noClasses().that().resideInAPackage("io.pledge.calendar..").and().doNotHaveSimpleName("package-info")
                .should().dependOnClassesThat(resideInAnyPackage("org.springframework..")).check(SOURCES);
    }

    @Test
    void recordsOfTheModulesDoNotChange() {
        methods().that().areDeclaredInClassesThat().resideInAnyPackage("io.pledge.ticket..", "io.pledge.sla..",
                "io.pledge.customer..", "io.pledge.survey..").and().arePublic()
                .should().haveNameNotMatching("set[A-Z].*").check(SOURCES);
    }

    @Test
    void nobodyPrintsOrLogsPastTheLogger() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(SOURCES);
        noClasses().should().dependOnClassesThat(resideInAnyPackage("java.util.logging..")).check(SOURCES);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("io.pledge.(*)..").should().beFreeOfCycles().check(SOURCES);
    }

    @Test
    void controllersAreNobodysBusiness() {
        classes().that(areControllers()).should().bePackagePrivate().check(SOURCES);
    }

    private static DescribedPredicate<JavaClass> areControllers() {
        return DescribedPredicate.describe("are controllers", type -> type.isMetaAnnotatedWith(Controller.class)
                || type.isAnnotatedWith(Controller.class));
    }

    private static DescribedPredicate<JavaCall<?>> readsTheTimeItself() {
        return target("reads the time past the clock", call -> {
            JavaClass owner = call.getTargetOwner();
            boolean now = call.getName().equals("now") && call.getTarget().getRawParameterTypes().isEmpty()
                    && TIMES.stream().anyMatch(owner::isEquivalentTo);
            boolean ofTheMachine = owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
            boolean anotherClock = owner.isEquivalentTo(Clock.class)
                    && (call.getName().startsWith("system") || call.getName().startsWith("tick"));
            return now || ofTheMachine || anotherClock;
        });
    }

    private static DescribedPredicate<JavaCall<?>> target(String words,
            java.util.function.Predicate<JavaCall<?>> test) {
        return DescribedPredicate.describe(words, test);
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe("one of " + names, type -> names.contains(type.getFullName()));
    }
}
