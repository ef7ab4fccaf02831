package dev.s2ioc.kubeconfig;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Kubeconfig files of one test, in its directory, which is the home directory too. */
record KubeconfigFiles(Path directory) {

    Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Kubeconfig load() {
        return load(Map.of());
    }

    /** {@code KUBECONFIG} may name files of the directory, separated by colons. */
    Kubeconfig load(Map<String, String> environment) {
        return new Kubeconfig(
                FileList.of(Optional.empty(), within(environment), directory),
                host(within(environment)),
                directory.resolve("pod"));
    }

    Kubeconfig load(Path explicit) {
        return Kubeconfig.load(Optional.of(explicit), host(Map.of()));
    }

    static Host host(Map<String, String> environment) {
        return new Host(
                environment,
                Path.of("/nowhere"),
                Clock.systemUTC(),
                false,
                new PrintStream(OutputStream.nullOutputStream()));
    }

    private Map<String, String> within(Map<String, String> environment) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.computeIfPresent(
                "KUBECONFIG",
                (key, names) -> String.join(
                        ":",
                        java.util.Arrays.stream(names.split(":"))
                                .map(name -> directory.resolve(name).toString())
                                .toList()));
        return changed;
    }

    /** A kubeconfig with one context of the given name, for the server {@code https://NAME.example.com:6443}. */
    static String single(String name) {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                - name: NAME
                  cluster:
                    server: https://NAME.example.com:6443/
                users:
                - name: NAME
                  user:
                    token: token-of-NAME
                contexts:
                - name: NAME
                  context:
                    cluster: NAME
                    user: NAME
                    namespace: ns-of-NAME
                current-context: NAME
                """.replace("NAME", name);
    }
}
