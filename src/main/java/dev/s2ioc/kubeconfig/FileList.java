package dev.s2ioc.kubeconfig;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where kubeconfig files are looked for.
 *
 * @param explicit the one file that a flag names: it must exist to be read
 * @param paths all places, the more important first; never empty
 */
record FileList(Optional<Path> explicit, List<Path> paths) {

    /** The flag's file alone, else the list in {@code $KUBECONFIG}, else {@code ~/.kube/config}. */
    static FileList of(Optional<Path> explicit, Map<String, String> environment, Path home) {
        if (explicit.isPresent()) {
            return new FileList(explicit, List.of(explicit.get()));
        }
        List<Path> listed = Arrays.stream(
                        environment.getOrDefault("KUBECONFIG", "").split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .distinct()
                .toList();
        return new FileList(Optional.empty(), listed.isEmpty() ? List.of(home.resolve(".kube/config")) : listed);
    }

    /** Where a new entry goes: the first file that exists, else the last place. */
    Path forNewEntries() {
        return paths.stream().filter(Files::exists).findFirst().orElse(paths.getLast());
    }
}
