package dev.s2ioc.cluster.engine;

import java.nio.file.Path;

/** Real containers with podman, where it is installed. */
class PodmanContainersEngineTest extends ContainersContract {

    @Override
    Engine engine(Path directory) throws Exception {
        return BusyboxImage.podman(directory);
    }

    @Override
    int rounds() {
        return 3;
    }

    @Override
    void removeAll(Path directory) throws Exception {
        BusyboxImage.removeAllOfPodman(directory);
    }
}
