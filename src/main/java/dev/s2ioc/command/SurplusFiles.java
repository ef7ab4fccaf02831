package dev.s2ioc.command;

import dev.s2ioc.source.TransferRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes what the source of a copy does not have, after the copy, so that a copy that fails costs nothing. What the rules
 * leave out stays, and the directories that it is in.
 */
final class SurplusFiles {
    private static final String LIST =
            "cd \"$1\" && find . -type d -print0 && printf '/\\0' && find . ! -type d -print0";
    private static final String DELETE = "cd \"$1\" && exec xargs -0 rm -rf --";

    private final PodCommand pod;
    private final TransferRules rules;

    SurplusFiles(PodCommand pod, TransferRules rules) {
        this.pod = pod;
        this.rules = rules;
    }

    /**
     * Of what is here.
     *
     * @param name the directory below the target that was copied; empty for all of the target
     * @param copied what was copied, relative to the target
     */
    void deleteHere(Path target, String name, Set<String> copied) throws IOException {
        Path root = target.resolve(name);
        Map<String, Boolean> found = new HashMap<>();
        try (Stream<Path> below = Files.walk(root)) {
            below.filter(path -> !path.equals(root))
                    .forEach(path -> found.put(
                            root.relativize(path).toString().replace('\\', '/'),
                            Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)));
        }
        for (String path : surplus(found, name, copied)) {
            Files.delete(root.resolve(path));
        }
    }

    /** The same, of what is in the container, which needs a shell, find and xargs for it. */
    void deleteInPod(String target, String name, Set<String> copied) throws IOException {
        String root = name.isEmpty() ? target : target.replaceFirst("/+$", "") + "/" + name;
        ByteArrayOutputStream listed = new ByteArrayOutputStream();
        run(LIST, root, Optional.empty(), listed);
        Map<String, Boolean> found = new HashMap<>();
        boolean directories = true;
        for (String path : listed.toString(StandardCharsets.UTF_8).split("\0")) {
            if (path.equals("/")) {
                directories = false;
            } else if (path.startsWith("./")) {
                found.put(path.substring(2), directories);
            }
        }
        List<String> surplus = surplus(found, name, copied);
        if (!surplus.isEmpty()) {
            byte[] names = String.join("\0", surplus).getBytes(StandardCharsets.UTF_8);
            run(DELETE, root, Optional.of(names), new ByteArrayOutputStream());
        }
    }

    private void run(String script, String root, Optional<byte[]> in, ByteArrayOutputStream out) throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = pod.run(List.of("sh", "-c", script, "sh", root), in.map(ByteArrayInputStream::new), out, err);
        if (code != 0) {
            throw new CommandFailure("unable to delete files in destination: "
                    + err.toString(StandardCharsets.UTF_8).strip());
        }
    }

    /** What is in a directory comes before it. */
    private List<String> surplus(Map<String, Boolean> found, String name, Set<String> copied) {
        String prefix = name.isEmpty() ? "" : name + "/";
        Set<String> kept = new HashSet<>();
        found.forEach((path, directory) -> {
            if (copied.contains(prefix + path) || !rules.take(prefix + path, directory)) {
                kept.add(path);
                for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                    kept.add(path.substring(0, slash));
                }
            }
        });
        return found.keySet().stream()
                .filter(path -> !kept.contains(path))
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
