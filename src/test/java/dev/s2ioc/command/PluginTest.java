package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs in the place of commands: plugins, and what builds kustomizations. */
class PluginTest {
    @TempDir
    Path home;

    @BeforeEach
    void directories() throws IOException {
        Files.createDirectory(home.resolve("one"));
        Files.createDirectory(home.resolve("two"));
    }

    @Test
    void the_longest_name_wins_and_takes_the_rest() throws IOException {
        program("one/kubectl-my", "echo short \"$@\"");
        program("one/oc-my-word_two", "echo long \"$@\"; echo talk >&2; exit 7");
        assertEquals(new Ran(7, "long -n x --flag\n", "talk\n"), run("my", "word-two", "-n", "x", "--flag"));
        assertEquals(new Ran(0, "short other -v\n", ""), run("my", "other", "-v"));
    }

    @Test
    void ours_come_before_those_of_oc_and_kubectl_and_read_the_input() throws IOException {
        program("one/kubectl-my", "echo kubectl");
        program("two/oc-my", "echo oc");
        program("two/s2ioc-my", "/bin/cat; echo \"$HOME\"");
        assertEquals(
                new Ran(0, "typed\n" + home + "\n", ""),
                at().withInput("typed\n".getBytes(StandardCharsets.UTF_8)).s2ioc("my"));
    }

    @Test
    void a_word_of_ours_is_never_a_plugin() throws IOException {
        program("one/s2ioc-options", "echo plugin; exit 9");
        assertEquals(0, run("options").code());
        assertEquals(
                new Ran(1, "", "error: unknown command \"optoins\" for \"s2ioc\"\n\nDid you mean this?\n\toptions\n"),
                run("optoins"));
    }

    @Test
    void lists_them_and_what_is_wrong_with_them() throws IOException {
        assertEquals(
                new Ran(1, "", "error: unable to find any s2ioc, oc or kubectl plugins in your PATH\n"),
                run("plugin", "list"));
        program("one/oc-my", "");
        assertEquals(
                new Ran(
                        0,
                        "The following compatible plugins are available:\n\n" + home.resolve("one/oc-my") + "\n",
                        ""),
                run("plugin", "list"));
        program("two/oc-my", "");
        program("two/kubectl-get-x", "");
        Files.writeString(home.resolve("two/oc-not"), "");
        assertEquals(
                new Ran(
                        1,
                        "The following compatible plugins are available:\n\noc-my\nkubectl-get-x\noc-my\noc-not\n",
                        "  - warning: " + home.resolve("two/kubectl-get-x")
                                + " is never run: \"s2ioc get\" is a command"
                                + " of this program\n  - warning: " + home.resolve("two/oc-my")
                                + " is overshadowed by a similarly named plugin: " + home.resolve("one/oc-my")
                                + "\n  - warning: " + home.resolve("two/oc-not")
                                + " identified as a plugin, but it is not executable\n"
                                + "error: 3 plugin warnings were found\n"),
                run("plugin", "list", "--name-only"));
    }

    @Test
    void kustomizations_are_built_by_the_program_that_is_there() throws IOException {
        String none = "error: a kustomization is built by the program kustomize or kubectl, and neither is on the PATH;"
                + " install one of them, or pass what another machine has built: -f FILE\n";
        assertEquals(new Ran(1, "", none), run("kustomize", "dir"));
        program("two/kubectl", "echo kubectl \"$@\"; exit 3");
        assertEquals(
                new Ran(3, "kubectl kustomize dir --output=x --enable-helm\n", ""),
                run("kustomize", "dir", "-o", "x", "--enable-helm"));
        program("two/kustomize", "echo \"{apiVersion: v1, kind: ConfigMap, metadata: {name: $1-$2}}\"");
        try (MockApi api = MockApi.start()) {
            assertEquals(
                    new Ran(0, "configmap/build-dir created (dry run)\n", ""),
                    run(api.arguments("create", "-k", "dir", "--dry-run=client")));
            assertEquals(List.of(), api.requests());
        }
        program("two/kustomize", "echo broken >&2; exit 1");
        assertEquals(
                new Ran(1, "", "error: the kustomization dir could not be built: broken\n"),
                run("create", "-k", "dir", "-s", "http://localhost:1"));
        assertEquals(
                new Ran(1, "", "error: the -k flag can't be used with -f or -R\n"),
                run("create", "-k", "dir", "-f", "x", "-s", "http://localhost:1"));
    }

    private void program(String path, String script) throws IOException {
        Path file = home.resolve(path);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertEquals(true, file.toFile().setExecutable(true));
    }

    private Run at() {
        return Run.in(home, Map.of("PATH", home.resolve("one") + ":" + home.resolve("two") + ":/no/such"));
    }

    private Ran run(String... words) {
        return at().s2ioc(words);
    }
}
