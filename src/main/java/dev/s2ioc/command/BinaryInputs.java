package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.BuildConfigContext;
import dev.s2ioc.source.Archive;
import dev.s2ioc.source.BuildContext;
import dev.s2ioc.source.GitRevision;
import dev.s2ioc.source.Meter;
import dev.s2ioc.source.Pipe;
import dev.s2ioc.source.SourceException;
import dev.s2ioc.source.SourceTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Opens what the --from-* flags of start-build name. What can be found wrong before the upload is found here. */
final class BinaryInputs {
    private final CommandContext context;
    private final BuildInputFlags flags;
    private final JsonNode config;

    BinaryInputs(CommandContext context, BuildInputFlags flags, JsonNode config) {
        this.context = context;
        this.flags = flags;
        this.config = config;
    }

    BinaryInput open() throws IOException {
        if (flags.fromFile != null) {
            return file(flags.fromFile);
        }
        String given = flags.directoryOrArchive().orElseThrow();
        if (given.equals("-")) {
            return BinaryInput.ofStream(
                    "archive file from STDIN",
                    Optional.empty(),
                    context.streams().in());
        }
        Path path = existing(given);
        return Files.isDirectory(path) ? directory(path, shown(given)) : archive(path, shown(given));
    }

    private BinaryInput file(String given) throws IOException {
        if (given.equals("-")) {
            throw new CommandFailure("--from-file=- is not supported");
        }
        Path path = existing(given);
        if (Files.isDirectory(path)) {
            throw new CommandFailure("--from-file needs a file, but \"" + shown(given)
                    + "\" is a directory.\nUse --from-dir to send a directory");
        }
        return BinaryInput.ofStream(
                "file \"" + shown(given) + "\"",
                Optional.of(path.getFileName().toString()),
                Files.newInputStream(path));
    }

    private BinaryInput archive(Path path, String shown) throws IOException {
        return BinaryInput.ofStream("archive file \"" + shown + "\"", Optional.empty(), Files.newInputStream(path));
    }

    private BinaryInput directory(Path path, String shown) throws IOException {
        SourceTree tree = tree(path);
        BuildConfigContext.of(config).check(tree, "\"" + shown + "\"");
        SourceTree.Summary total = tree.summary();
        if (total.entries() == 0) {
            throw new SourceException("nothing to send: the directory \"" + shown + "\" is empty, or all of it is left"
                    + " out.\nSee 's2ioc start-build "
                    + config.at("/metadata/name").asText() + " --from-dir="
                    + shown + " --list-files'");
        }
        PrintStream err = context.streams().err();
        total.unfit()
                .forEach(name -> err.println("warning: not sending \"" + name + "\": it is neither a file, a"
                        + " directory nor a symbolic link"));
        Archive archive = new Archive(tree);
        return new BinaryInput(
                "directory \"" + shown + "\"",
                Optional.empty(),
                GitRevision.of(tree.root(), flags.commit == null ? "HEAD" : flags.commit),
                new Meter(new Pipe(archive)),
                Optional.of(archive),
                Optional.of(total));
    }

    /** The directory with the rules that the flags and the BuildConfig ask for. */
    SourceTree tree(Path path) throws IOException {
        BuildContext build = BuildConfigContext.of(config);
        Path root = path.toRealPath();
        return new SourceTree(root, build.selection(root, exclude(), flags.noIgnore, flags.ignoreFiles));
    }

    private Pattern exclude() {
        String text = flags.exclude == null ? BuildInputFlags.DEFAULT_EXCLUDE : flags.exclude;
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new CommandFailure(
                    "--exclude is not a regular expression: " + e.getDescription() + " in \"" + text + "\"", e);
        }
    }

    Path existing(String given) throws NoSuchFileException {
        Path path = context.surroundings().resolve(given).normalize();
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return path;
    }

    /** The argument as it is said to the user: without {@code ./} and outer slashes. */
    static String shown(String given) {
        String clean = Path.of(given).normalize().toString();
        return clean.isEmpty() ? "." : clean;
    }
}
