package dev.s2ioc.command.image;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files that become layers; what comes from standard input is kept on disk meanwhile. */
record AppendedFiles(List<AppendedLayer> layers, Path directory) implements AutoCloseable {

    /** @param needed whether there must be one, if only an empty one */
    static AppendedFiles read(List<String> names, boolean needed, CommandContext context) throws IOException {
        if (Collections.frequency(names, "-") > 1) {
            throw new CommandFailure("you may only specify '-' as an argument one time");
        }
        Path directory = Files.createTempDirectory("s2ioc-append");
        AppendedFiles files = new AppendedFiles(new ArrayList<>(), directory);
        try {
            for (String name : names) {
                files.layers.add(layer(name, directory, context));
            }
            if (needed && names.isEmpty()) {
                files.layers.add(AppendedLayer.empty(directory));
            }
            return files;
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static AppendedLayer layer(String name, Path directory, CommandContext context) throws IOException {
        if (name.equals("-")) {
            Path spooled = directory.resolve("stdin");
            Files.copy(context.streams().in(), spooled, StandardCopyOption.REPLACE_EXISTING);
            return AppendedLayer.of(spooled, "standard input");
        }
        Path file = context.surroundings().resolve(name);
        if (Files.isDirectory(file)) {
            throw new CommandFailure("invalid argument: " + name + " is a directory");
        }
        if (!Files.exists(file)) {
            throw new CommandFailure("invalid argument: stat " + name + ": no such file or directory");
        }
        return AppendedLayer.of(file, name);
    }

    @Override
    public void close() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                Files.delete(entry);
            }
        }
        Files.delete(directory);
    }
}
