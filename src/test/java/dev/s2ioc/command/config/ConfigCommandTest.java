package dev.s2ioc.command.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config}: the contexts of a file, and another one made current. */
class ConfigCommandTest {
    @TempDir
    Path home;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(home.resolve(".kube"));
        Files.writeString(home.resolve(".kube/config"), """
                apiVersion: v1
                kind: Config
                current-context: b
                clusters: []
                users: []
                contexts:
                - name: a
                  context: {cluster: one, user: me, namespace: demo}
                - name: b
                  context: {cluster: two, user: you}
                """);
    }

    @Test
    void lists() {
        assertEquals(
                new Ran(
                        0,
                        "CURRENT   NAME   CLUSTER   AUTHINFO   NAMESPACE\n"
                                + "          a      one       me         demo\n"
                                + "*         b      two       you        \n",
                        ""),
                config("get-contexts"));
        assertEquals(new Ran(0, "a\nb\n", ""), config("get-contexts", "-o", "name"));
        assertEquals(new Ran(1, "", "error: context c not found\n"), config("get-contexts", "c"));
    }

    @Test
    void switches() {
        assertEquals(new Ran(0, "b\n", ""), config("current-context"));
        assertEquals(new Ran(0, "Switched to context \"a\".\n", ""), config("use-context", "a"));
        assertEquals(new Ran(0, "a\n", ""), config("current-context"));
        assertEquals(new Ran(1, "", "error: no context exists with the name: \"c\"\n"), config("use-context", "c"));
    }

    @Test
    void nothing_is_current_without_a_file() throws IOException {
        Files.delete(home.resolve(".kube/config"));
        assertEquals(new Ran(1, "", "error: current-context is not set\n"), config("current-context"));
    }

    private Ran config(String first, String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "config";
        words[1] = first;
        System.arraycopy(more, 0, words, 2, more.length);
        return Run.in(home).s2ioc(words);
    }
}
