package dev.s2ioc.cluster.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes files that containers have written as users of their own. Who runs those without being root may not remove them, except as
 * root of all users that belong to this one.
 */
final class ForeignFiles {
    private static final List<List<String>> WAYS = List.of(
            List.of("unshare", "--map-auto", "--map-root-user"),
            List.of("buildah", "unshare"),
            List.of("podman", "unshare"));

    private ForeignFiles() {}

    /** Answers whether nothing is left. */
    static boolean remove(Path directory) throws IOException {
        Programs programs = new Programs(System.getenv());
        for (List<String> way : WAYS) {
            if (programs.has(way.getFirst()) && remove(way, directory)) {
                return true;
            }
        }
        return false;
    }

    private static boolean remove(List<String> way, Path directory) throws IOException {
        List<String> argv = new ArrayList<>(way);
        argv.addAll(List.of("rm", "-rf", directory.toAbsolutePath().toString()));
        new ProcessBuilder(argv)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
        return !Files.exists(directory, LinkOption.NOFOLLOW_LINKS);
    }
}
