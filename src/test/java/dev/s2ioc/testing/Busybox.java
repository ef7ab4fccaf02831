package dev.s2ioc.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The machine's static busybox, of which tests make their images: they must not need the internet. */
public final class Busybox {
    private Busybox() {}

    /** Where it is. */
    public static Path program() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, "busybox"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("busybox is not installed: apt-get install busybox-static"));
    }
}
