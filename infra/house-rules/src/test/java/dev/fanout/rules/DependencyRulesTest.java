package dev.fanout.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.fanout.messaging.Projection;
import dev.fanout.topology.Fanout;
import dev.fanout.topology.Service;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class DependencyRulesTest {
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.fanout");
    private static final String[] SERVICES = Fanout.TOPOLOGY.services().stream()
            .map(Service::module)
            .distinct()
            .map(module -> "dev.fanout." + module.replace("-service", "") + "..")
            .toArray(String[]::new);
    private static final String[] SQS = {"io.awspring.cloud.sqs..", "software.amazon.awssdk.services.sqs.."};
    private static final String SNS = "software.amazon.awssdk.services.sns..";
    private static final String CHAOS = "dev.fanout.chaos..";
    /** From a delivery to an effect, whatever the queue and the store are. */
    private static final String[] CORE = Stream.of("", ".pipeline", ".retry", ".lease", ".store", ".projection", ".action")
            .map(part -> "dev.fanout.messaging" + part).toArray(String[]::new);

    private static final String VOTE = "dev.fanout.auditor.vote..";
    private static final String EVENTS = "dev.fanout.events..";
    private static final String JSON = "dev.fanout.json..";
    /** The scenarios' own small subscriber. */
    private static final String WORKER = "dev.fanout.scenarios.worker..";

    private static final String TOPOLOGY = "dev.fanout.topology..";

    @Test
    void every_service_of_the_topology_is_here_to_be_checked() {
        for (var service : SERVICES)
            assertThat(ALL.that(resideInAnyPackage(service)))
                    .as("%s: name its module in the dependencies of infra/house-rules/pom.xml", service)
                    .isNotEmpty();
    }

    @Test
    void only_the_messaging_starter_talks_to_sqs() {
        noClasses().that().resideInAnyPackage(SERVICES).should().dependOnClassesThat().resideInAnyPackage(SQS)
                .because("a handler that cannot reach SQS cannot forget idempotency").check(ALL);
    }

    @Test
    void of_the_services_only_the_publisher_talks_to_sns() {
        noClasses().that().resideInAnyPackage(SERVICES).and().resideOutsideOfPackage("dev.fanout.publisher..")
                .should().dependOnClassesThat().resideInAPackage(SNS)
                .because("events are told in one place, through the outbox or acknowledged by SNS").check(ALL);
    }

    @Test
    void no_service_knows_another() {
        for (var service : SERVICES)
            noClasses().that().resideInAPackage(service)
                    .should().dependOnClassesThat(resideInAnyPackage(SERVICES)
                            .and(not(resideInAnyPackage(service))))
                    .because("they share the published language and nothing else").check(ALL);
    }

    @Test
    void dependencies_point_one_way() {
        noClasses().that().resideInAnyPackage(EVENTS, TOPOLOGY)
                .should().dependOnClassesThat(resideInAnyPackage("dev.fanout..", "org.springframework..", "software.amazon..")
                        .and(not(resideInAnyPackage(EVENTS, TOPOLOGY, JSON))))
                .because("whoever speaks the language should not need our stack").check(ALL);
        noClasses().that().resideInAnyPackage("dev.fanout.messaging..", "dev.fanout.web..")
                .should().dependOnClassesThat().resideInAnyPackage(SERVICES)
                .because("services stand on the starter, not the other way round").check(ALL);
    }

    @Test
    void the_core_knows_neither_spring_nor_aws() {
        noClasses().that().resideInAnyPackage(CORE)
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.springframework..", "io.awspring..", "software.amazon..",
                        "dev.fanout.messaging.sqs..", "dev.fanout.messaging.dynamodb..", "dev.fanout.messaging.aws..")
                .because("it is tested at thousands of crash points, with a clock and a queue under control").check(ALL);
    }

    @Test
    void the_vote_knows_nothing_but_java() {
        classes().that().resideInAPackage(VOTE)
                .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.jspecify..", VOTE)
                .because("it is tried by thousands of histories, with clock and network under control").check(ALL);
    }

    /** Its own service is among {@code SERVICES}; that it is no other's, is a rule above. */
    @Test
    void a_projection_calls_nothing() {
        var allowed = Stream.concat(
                        Stream.of(SERVICES),
                        Stream.of(
                                "java..", "dev.fanout.events..", "dev.fanout.topology..", "dev.fanout.messaging", WORKER,
                                "org.springframework.stereotype..", "org.jspecify.."))
                .toArray(String[]::new);
        classes().that().implement(Projection.class).and().resideOutsideOfPackage(CHAOS)
                .should().onlyDependOnClassesThat().resideInAnyPackage(allowed)
                .because("it is folded again whenever a commit met another").check(ALL);
    }

    @Test
    void no_business_code_knows_of_chaos() {
        noClasses().that().resideOutsideOfPackage(CHAOS)
                .should().dependOnClassesThat().resideInAPackage(CHAOS)
                .because("faults come between the queue and the handler, never into either").check(ALL);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.fanout.(**)").should().beFreeOfCycles()
                .because("a cycle is one package that nobody can name").check(ALL);
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(ALL.stream().map(type -> type.getPackage()).distinct())
                .filteredOn(found -> !found.getName().startsWith("dev.fanout.rules"))
                .as("null-safety is checked by the compiler, package by package")
                .allMatch(found -> found.isAnnotatedWith(NullMarked.class));
    }
}
