package dev.s2ioc.command.config;

import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The two fields that can hold a certificate or a key: one its path, the other its content. */
record CertificateFields(boolean embed) {

    Map<String, Optional<String>> of(String field, Path file) {
        return embed
                ? Map.of(field, Optional.empty(), field + "-data", Optional.of(content(field, file)))
                : Map.of(
                        field,
                        Optional.of(file.toAbsolutePath().normalize().toString()),
                        field + "-data",
                        Optional.empty());
    }

    private static String content(String field, Path file) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new CommandFailure(
                    "could not stat " + field + " file " + file + ": stat " + file + ": no such file or directory", e);
        } catch (IOException e) {
            throw new CommandFailure("could not read " + field + " data from " + file + ": " + e.getMessage());
        }
    }
}
