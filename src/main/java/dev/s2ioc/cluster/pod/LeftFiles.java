package dev.s2ioc.cluster.pod;

import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of pods that are gone, left behind where nobody was there to remove them. */
record LeftFiles(Path directory) {

    void sweep(Store store) throws IOException {
        Set<String> there = store.list(PodKind.TYPE.resource(), "").stream()
                .map(pod -> Json.at(pod, "metadata", "uid"))
                .collect(Collectors.toSet());
        for (String room : new String[] {"pods", "logs"}) {
            Path place = directory.resolve(room);
            if (!Files.isDirectory(place)) {
                continue;
            }
            try (Stream<Path> files = Files.list(place)) {
                for (Path file : files.toList()) {
                    if (!there.contains(file.getFileName().toString().split("_")[0])) {
                        new PodFiles(file).delete();
                    }
                }
            }
        }
    }
}
