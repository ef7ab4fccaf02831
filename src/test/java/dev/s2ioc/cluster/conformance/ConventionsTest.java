package dev.s2ioc.cluster.conformance;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every kind whose objects can be made and read keeps every convention that its verbs allow. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConventionsTest {
    private WholeCluster cluster;
    private QuietCluster quiet;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new WholeCluster(directory);
        quiet = new QuietCluster(directory);
    }

    @AfterAll
    void stop() {
        quiet.close();
        cluster.close();
    }

    @TestFactory
    Stream<DynamicNode> every_kind() {
        return cluster.advertised().stream()
                .filter(resource -> resource.can("create", "delete", "get", "list"))
                .map(resource -> dynamicContainer(resource.resource(), promises(new Subject(cluster, resource))));
    }

    /** Of what a controller writes, too, this is told without the controller: the object is another one a moment later, or has others that go first. */
    private static final Set<Convention> UNDISTURBED = EnumSet.of(
            Convention.a_new_object_has_an_identity_and_can_be_read,
            Convention.a_dry_run_keeps_nothing,
            Convention.an_update_needs_the_newest_state,
            Convention.a_watch_tells_what_happens,
            Convention.a_deletion_keeps_its_conditions);

    private static final Set<String> CONTROLLED = Set.of(
            "deployments",
            "replicasets",
            "replicationcontrollers",
            "statefulsets",
            "daemonsets",
            "cronjobs",
            "persistentvolumeclaims",
            "deploymentconfigs",
            "horizontalpodautoscalers",
            "jobs",
            "routes");

    private Subject still(Subject subject, Convention convention) {
        boolean moves = CONTROLLED.contains(subject.resource().plural()) && UNDISTURBED.contains(convention);
        return moves ? new Subject(quiet, subject.resource()) : subject;
    }

    private Stream<DynamicNode> promises(Subject subject) {
        return Arrays.stream(Convention.values())
                .filter(convention -> convention.isFor(subject))
                .map(convention -> dynamicTest(convention.name(), () -> convention.check(still(subject, convention))));
    }
}
