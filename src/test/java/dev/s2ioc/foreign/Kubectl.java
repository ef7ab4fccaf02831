package dev.s2ioc.foreign;

import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** kubectl in one project. */
record Kubectl(ForeignCluster cluster, String project) {
    Ran run(String... arguments) throws IOException, InterruptedException {
        return cluster.run(command(arguments));
    }

    /** Its output, when it has done what it was told. */
    String out(String... arguments) throws IOException, InterruptedException {
        Ran ran = run(arguments);
        if (ran.code() != 0 || !ran.err().isEmpty()) {
            throw new AssertionError(String.join(" ", arguments) + " ended with " + ran);
        }
        return ran.out();
    }

    /** With a script as the editor, which finds the file's name in $1. */
    Ran edit(String script, String... arguments) throws IOException, InterruptedException {
        Path editor = Files.writeString(cluster.directory().resolve("editor"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
        return cluster.run(Stream.concat(Stream.of("env", "KUBE_EDITOR=" + editor), Stream.of(command(arguments)))
                .toArray(String[]::new));
    }

    /** Goes on running. */
    Process start(String... arguments) throws IOException {
        return cluster.program(command(arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    String file(String name, String text) throws IOException {
        Path file = cluster.directory().resolve(project).resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private String[] command(String... arguments) {
        return Stream.concat(Stream.of("kubectl", "-n", project), Stream.of(arguments))
                .toArray(String[]::new);
    }
}
