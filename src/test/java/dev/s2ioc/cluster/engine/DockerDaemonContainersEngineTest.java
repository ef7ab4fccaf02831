package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

/** Real containers with docker, where its daemon answers. */
class DockerDaemonContainersEngineTest extends ContainersContract {

    @Override
    Engine engine(Path directory) throws Exception {
        return DockerDaemon.engine(directory);
    }

    @Override
    int rounds() {
        return 3;
    }

    @Override
    void removeAll(Path directory) throws Exception {
        // Where no daemon answers the tests were skipped, and nothing is there.
        if (DockerDaemon.run("image", "inspect", BusyboxImage.NAME).code() == 0) {
            String ours = "--filter=label=dev.s2ioc.cluster=" + directory.resolve("engine/docker");
            assertEquals(List.of(), DockerDaemon.lines("ps", "--all", "--quiet", ours));
            DockerDaemon.lines("rmi", "--force", BusyboxImage.NAME);
        }
    }
}
