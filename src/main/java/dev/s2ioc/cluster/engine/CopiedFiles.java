package dev.s2ioc.cluster.engine;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The layer that a COPY, or an ADD of local files, makes for the built-in engine. Links are followed, but not out of the context. */
final class CopiedFiles {
    private static final List<String> ARCHIVES = List.of(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz");

    private final Path context;
    private final FileEntriesLayer.Builder layer = FileEntriesLayer.builder();
    private String owner = "";
    private String mode = "";

    private CopiedFiles(Path context) {
        this.context = context;
    }

    static FileEntriesLayer layer(Path context, Instruction step, Variables variables, String workingDirectory)
            throws IOException, EngineException {
        CopiedFiles files = new CopiedFiles(context.toRealPath());
        for (String flag : step.flags()) {
            files.take(variables.expand(flag));
        }
        List<String> words =
                Words.split(step.operands()).stream().map(variables::expand).toList();
        if (words.size() < 2
                || words.getFirst().startsWith("[")
                || words.getFirst().startsWith("<<")) {
            throw new EngineException("sources and a destination are expected, in plain words: " + Builtin.ADVICE);
        }
        String target = words.getLast();
        String destination = target.startsWith("/") ? target : workingDirectory.replaceFirst("/$", "") + "/" + target;
        files.copy(step.keyword(), words.subList(0, words.size() - 1), destination);
        return files.layer.build();
    }

    private void take(String flag) throws EngineException {
        if (flag.matches("--chown=\\d+(:\\d+)?")) {
            owner = flag.substring("--chown=".length());
        } else if (flag.matches("--chmod=[0-7]{3,4}")) {
            mode = flag.substring("--chmod=".length());
        } else {
            throw new EngineException(flag + ": " + Builtin.ADVICE);
        }
    }

    private void copy(String keyword, List<String> sources, String destination) throws IOException, EngineException {
        List<Path> found = new ArrayList<>();
        for (String source : sources) {
            if (keyword.equals("ADD")
                    && (source.contains("://") || ARCHIVES.stream().anyMatch(source::endsWith))) {
                throw new EngineException("ADD of an archive or from the network: " + Builtin.ADVICE);
            }
            found.addAll(matching(source));
        }
        boolean intoDirectory = destination.endsWith("/") || destination.endsWith("/.") || found.size() > 1;
        for (Path source : found) {
            if (Files.isDirectory(source)) {
                tree(source, destination);
            } else {
                String name = intoDirectory ? destination + "/" + source.getFileName() : destination;
                add(source, name);
            }
        }
    }

    private List<Path> matching(String pattern) throws IOException, EngineException {
        String relative = pattern.replaceFirst("^(\\./|/)+", "");
        if (relative.isEmpty() || relative.equals(".")) {
            return List.of(context);
        }
        List<Path> found = new ArrayList<>();
        if (relative.matches(".*[*?\\[].*")) {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + relative);
            try (Stream<Path> all = Files.walk(context)) {
                all.filter(path -> matcher.matches(context.relativize(path)))
                        .sorted()
                        .forEach(found::add);
            }
        } else if (Files.exists(context.resolve(relative).normalize())) {
            found.add(context.resolve(relative).normalize());
        }
        if (found.isEmpty()) {
            throw new EngineException("no file of the context is called " + pattern);
        }
        for (Path path : found) {
            requireInside(path);
        }
        return found;
    }

    private void requireInside(Path path) throws IOException, EngineException {
        if (!path.toRealPath().startsWith(context)) {
            throw new EngineException(context.relativize(path) + " leads out of the context");
        }
    }

    private void tree(Path directory, String destination) throws IOException, EngineException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted().toList()) {
                String relative = directory.relativize(path).toString();
                if (!relative.isEmpty()) {
                    add(path, destination + "/" + relative);
                }
            }
        }
    }

    private void add(Path source, String destination) throws IOException, EngineException {
        requireInside(source);
        if (Files.isSymbolicLink(source) && Files.isDirectory(source)) {
            throw new EngineException(context.relativize(source) + " is a link to a directory: " + Builtin.ADVICE);
        }
        FilePermissions permissions = mode.isEmpty() ? permissions(source) : FilePermissions.fromOctalString(mode);
        layer.addEntry(
                source,
                AbsoluteUnixPath.get(destination.replaceAll("/(\\./)*/*", "/")),
                permissions,
                Files.getLastModifiedTime(source).toInstant(),
                owner);
    }

    private static FilePermissions permissions(Path source) throws IOException {
        return FilePermissions.fromPosixFilePermissions(Files.getPosixFilePermissions(source));
    }
}
