package dev.s2ioc.newapp;

import dev.s2ioc.source.GitRemote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * As much of a source as tells how to build it.
 *
 * @param names what lies in the directory that is built
 */
record SourceContents(Optional<Dockerfile> dockerfile, Set<String> names) {

    /** Reads it where it is, or from the repository that has it. */
    static SourceContents of(SourceCode source) throws IOException, InterruptedException {
        if (source.directory().isPresent()) {
            return read(source, source.directory().get());
        }
        SourceCode.Git git = source.git().orElseThrow();
        return new GitRemote(git.url()).read(git.ref(), files -> read(source, files));
    }

    private static SourceContents read(SourceCode source, Path root) throws IOException {
        Path top = root.resolve(source.context().orElse(""));
        if (!Files.isDirectory(top)) {
            throw new NewAppException("supplied context directory '"
                    + source.context().orElse("") + "' does not exist in '" + source.text() + "'");
        }
        Path dockerfile = top.resolve("Dockerfile");
        try (Stream<Path> entries = Files.list(top)) {
            return new SourceContents(
                    Files.isRegularFile(dockerfile)
                            ? Optional.of(new Dockerfile(Files.readString(dockerfile)))
                            : Optional.empty(),
                    entries.map(entry -> entry.getFileName().toString()).collect(Collectors.toSet()));
        }
    }
}
