package dev.s2ioc.cluster.engine;

import java.nio.file.Path;
import java.util.Set;

/** A cluster's process that is killed while a container runs. Arguments: its directory, how long the container sleeps, the engine. */
final class KilledMain {
    private KilledMain() {}

    public static void main(String[] args) throws Exception {
        Containers containers = Engines.open(args[2], BusyboxImage.settings(Path.of(args[0]), System.getenv()))
                .containers();
        Sandbox sandbox = containers.open(new SandboxSpec("killed", "pod-host", false, Set.of()));
        Container container = sandbox.start(
                Spec.of(BusyboxImage.NAME, "sh", "-c", "echo up; sleep " + args[1])
                        .spec(),
                (stream, bytes, offset, length) -> System.out.write(bytes, offset, length));
        System.out.flush();
        container.await();
    }
}
