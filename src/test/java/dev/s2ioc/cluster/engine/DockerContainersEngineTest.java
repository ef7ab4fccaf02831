package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Docker's containers, in which podman takes the part of docker: it understands the same arguments. What its daemon answers when
 * asked about itself is said by a script.
 */
class DockerContainersEngineTest extends ContainersContract {

    @Override
    Engine engine(Path directory) throws Exception {
        assumeTrue(new Programs(System.getenv()).has("podman"), "podman is not installed");
        Path programs = Files.createDirectory(directory.resolve("programs"));
        Path docker = Files.writeString(programs.resolve("docker"), """
                #!/bin/sh
                storage=%s
                case "$1" in
                version)
                    echo 99.0 ;;
                context)
                    echo unix:///var/run/docker.sock ;;
                info)
                    echo '{"KernelVersion": "'$(uname -r)'", "Architecture": "'$(uname -m)'", "DefaultRuntime": "runc",'
                    echo '"MemoryLimit": true, "CpuCfsQuota": true}' ;;
                create)
                    # Docker gives a container that joins another one's network the host name of that.
                    shift
                    exec podman --log-level=error --root=$storage/root --runroot=$storage/run \\
                        create --hostname=pod-host "$@" ;;
                *)
                    exec podman --log-level=error --root=$storage/root --runroot=$storage/run "$@" ;;
                esac
                """.formatted(directory.resolve("engine/podman")));
        assertTrue(docker.toFile().setExecutable(true));
        Map<String, String> environment =
                new HashMap<>(ContainersFiles.prepareForContainers(BusyboxImage.settings(directory, System.getenv())));
        environment.put("PATH", programs + ":" + System.getenv("PATH"));
        return Engines.open("docker", BusyboxImage.settings(directory, environment));
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
