package dev.s2ioc.cluster.engine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of this machine, found as a shell would. */
record Programs(Map<String, String> environment) {

    Optional<Path> find(String name) {
        String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** One for administrators, too: those are not on everybody's PATH. */
    Optional<Path> findOfSystem(String name) {
        return find(name)
                .or(() -> Stream.of("/usr/local/sbin", "/usr/sbin", "/sbin")
                        .map(directory -> Path.of(directory, name))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    void require(String name) throws EngineException {
        if (!has(name)) {
            throw new EngineException(name + " is not installed");
        }
    }

    boolean has(String name) {
        return find(name).isPresent();
    }
}
