package dev.s2ioc.s2i;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * `.s2iignore` at the root of a source: globs of what is to be deleted before the build. `!` takes a path out again, the order counts, and
 * a glob does not reach into subdirectories unless it says so.
 */
public final class IgnoreFile {
    public static final String NAME = ".s2iignore";

    private IgnoreFile() {}

    /** Deletes from the source what its ignore file names; without one, nothing. */
    public static void apply(Path source) throws IOException {
        Path file = source.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all = tree(source);
        Set<Path> ignored = new LinkedHashSet<>();
        for (String line : Files.readAllLines(file)) {
            String rule = line.strip();
            if (rule.isEmpty() || rule.startsWith("#")) {
                continue;
            }
            if (rule.startsWith("!")) {
                ignored.removeAll(matching(source, all, rule.substring(1).strip()));
            } else {
                ignored.addAll(matching(source, all, rule));
            }
        }
        for (Path path : ignored) {
            delete(path);
        }
    }

    private static List<Path> matching(Path source, List<Path> all, String glob) {
        String relative = glob.replaceAll("^/+|/+$", "");
        if (relative.isEmpty() || relative.equals(".")) {
            return List.of();
        }
        // Unlike Java's globs, the contract's know neither ** nor {a,b}.
        String escaped = relative.replaceAll("\\*+", "*").replace("{", "\\{").replace("}", "\\}");
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + escaped);
        return all.stream()
                .filter(path -> matcher.matches(source.relativize(path)))
                .toList();
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (Path each : tree(path)) {
                Files.deleteIfExists(each);
            }
        }
        Files.deleteIfExists(path);
    }

    /** Everything below a directory, contents before their directory. */
    private static List<Path> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> !path.equals(root))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
