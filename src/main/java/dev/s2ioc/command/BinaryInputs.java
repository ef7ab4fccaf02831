package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.source.ArchiveFormat;
import dev.s2ioc.source.Download;
import dev.s2ioc.source.SourceException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

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

    BinaryInput open() throws IOException, InterruptedException {
        if (flags.fromFile != null) {
            return file(flags.fromFile);
        }
        if (flags.fromRepo != null) {
            return directories().committed(existing(flags.fromRepo), shown(flags.fromRepo));
        }
        String given = flags.directoryOrArchive().orElseThrow();
        if (given.equals("-")) {
            return archive("archive file from STDIN", context.streams().in());
        }
        if (Download.isAddress(given)) {
            return archive("archive from \"" + given + "\"", Download.open(given).stream());
        }
        Path path = existing(given);
        return Files.isDirectory(path)
                ? directories().asItIs(path, shown(given))
                : archive("archive file \"" + shown(given) + "\"", Files.newInputStream(path));
    }

    DirectoryInputs directories() {
        return new DirectoryInputs(context, flags, config);
    }

    private BinaryInput file(String given) throws IOException, InterruptedException {
        if (given.equals("-")) {
            throw new CommandFailure("--from-file=- is not supported");
        }
        if (Download.isAddress(given)) {
            Download download = Download.open(given);
            return file("file from \"" + given + "\"", download.name(), download.stream());
        }
        Path path = existing(given);
        if (Files.isDirectory(path)) {
            throw new CommandFailure("--from-file needs a file, but \"" + shown(given)
                    + "\" is a directory.\nUse --from-dir to send a directory");
        }
        return file("file \"" + shown(given) + "\"", path.getFileName().toString(), Files.newInputStream(path));
    }

    private static BinaryInput file(String notice, String name, InputStream stream) throws IOException {
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            stream.close();
            throw new SourceException("cannot tell a name for the " + notice + "; download it and send it from there");
        }
        return BinaryInput.ofStream(notice, Optional.of(name), stream);
    }

    private BinaryInput archive(String notice, InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, 64 * 1024);
        if (!ArchiveFormat.isArchive(buffered)) {
            context.streams()
                    .err()
                    .println(
                            "WARNING: the provided file may not be an archive (tar, tar.gz, or zip), use --from-file to"
                                    + " prevent extraction");
        }
        return BinaryInput.ofStream(notice, Optional.empty(), buffered);
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
