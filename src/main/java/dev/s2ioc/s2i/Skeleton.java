package dev.s2ioc.s2i;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The files that a new builder image begins with. */
public final class Skeleton {
    private static final Map<String, String> MODES = new TreeMap<>(Map.of(
            "Dockerfile", "rw-r--r--",
            "Makefile", "rw-r--r--",
            "README.md", "rw-r--r--",
            "s2i/bin/assemble", "rwxr-xr-x",
            "s2i/bin/run", "rwxr-xr-x",
            "s2i/bin/save-artifacts", "rwxr-xr-x",
            "s2i/bin/usage", "rwxr-xr-x",
            "test/run", "rwxr-xr-x",
            "test/test-app/index.html", "rw-r--r--"));

    private final String name;
    private final String base;

    /** @param base the image that the builder is made from */
    public Skeleton(String name, String base) {
        this.name = name;
        this.base = base;
    }

    /**
     * Writes the files; what is there already is not touched.
     *
     * @param told is given each file, and whether it was written
     */
    public void write(Path directory, BiConsumer<String, Boolean> told) throws IOException {
        for (Map.Entry<String, String> file : MODES.entrySet()) {
            Path path = directory.resolve(file.getKey());
            boolean missing = !Files.exists(path);
            if (missing) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text(file.getKey()), StandardOpenOption.CREATE_NEW);
                allow(path, file.getValue());
            }
            told.accept(file.getKey(), missing);
        }
    }

    private String text(String file) throws IOException {
        try (InputStream in = Skeleton.class.getResourceAsStream("/skeleton/" + file)) {
            if (in == null) {
                throw new FileNotFoundException("the program is incomplete: it lacks skeleton/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("NAME", name)
                    .replace("BASE", base);
        }
    }

    private static void allow(Path path, String mode) throws IOException {
        FileSystem files = path.getFileSystem();
        if (files.supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }
}
