package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real containers with buildah and the namespaces of Linux. */
class BuildahContainersEngineTest extends ContainersContract {

    @Override
    Engine engine(Path directory) throws Exception {
        return BusyboxImage.engine(directory);
    }

    @Override
    void removeAll(Path directory) throws Exception {
        BusyboxImage.removeAll(directory);
    }

    @Test
    void the_control_group_of_a_container_goes_with_it() throws Exception {
        assumeTrue(
                containers().limitless().isEmpty(),
                () -> containers().limitless().get());
        Sandbox sandbox = sandbox();
        Spec hungry = shell("cat /proc/self/cgroup; exec tail /dev/zero");
        Captured output = new Captured();
        Container container = sandbox.start(
                hungry.limited(Optional.of(16L << 20), Optional.of(500L)).spec(), output);
        assertTrue(container.await().outOfMemory());
        assertTrue(output.text().out().contains("/s2ioc-pod-"), output.text()::out);
        container.remove();
        assertEquals(List.of(), controlGroups(sandbox));
    }

    @Test
    void a_pod_that_is_killed_leaves_no_control_group() throws Exception {
        assumeTrue(
                containers().limitless().isEmpty(),
                () -> containers().limitless().get());
        Sandbox sandbox = sandbox();
        Spec limited = shell("sleep 1000").limited(Optional.of(64L << 20), Optional.of(500L));
        sandbox.start(limited.spec(), new Captured());
        assertFalse(controlGroups(sandbox).isEmpty());
        ((BuildahSandbox) sandbox).first().destroyForcibly();
        for (int i = 0; i < 1200 && !controlGroups(sandbox).isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertEquals(List.of(), controlGroups(sandbox));
    }

    private static List<Path> controlGroups(Sandbox sandbox) throws Exception {
        ControlGroups groups = ControlGroups.find();
        List<Path> found = new ArrayList<>();
        for (Path parent : List.of(groups.memory().orElseThrow(), groups.cpu().orElseThrow())) {
            try (Stream<Path> below = Files.list(parent)) {
                below.filter(path -> path.toString()
                                .contains(((BuildahSandbox) sandbox).spec().id()))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
