package dev.s2ioc.command.clusterinfo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a dump goes: one file after the other below a directory, or all on one stream. */
final class DumpOutput implements AutoCloseable {
    private final PrintStream out;
    private final Optional<Path> directory;
    private PrintStream file;

    DumpOutput(PrintStream out, Optional<Path> directory) {
        this.out = out;
        this.directory = directory;
    }

    /** Where the next part goes; the one before is complete. */
    PrintStream open(String name) {
        close();
        if (directory.isEmpty()) {
            return out;
        }
        Path path = directory.get().resolve(name);
        try {
            Files.createDirectories(path.getParent());
            file = new PrintStream(Files.newOutputStream(path), false, StandardCharsets.UTF_8);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (file == null) {
            return;
        }
        boolean broken = file.checkError();
        file.close();
        file = null;
        if (broken) {
            throw new UncheckedIOException(
                    new IOException("the dump could not be written to " + directory.orElseThrow()));
        }
    }
}
