package dev.s2ioc.command.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shell is answered for the word at the cursor. */
class CompletionTest {
    private static final String B = "/apis/build.openshift.io/v1/namespaces/";
    private static final String TWO =
            "{\"items\":[{\"metadata\":{\"name\":\"app\"}},{\"metadata\":{\"name\":\"base\"}}]}";

    @TempDir
    Path dir;

    private final MockApi api = MockApi.start();

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private String answer(String... words) {
        List<String> all = new ArrayList<>(List.of("__complete"));
        all.addAll(List.of(api.arguments(words)));
        Ran ran = Run.in(dir).s2ioc(all.toArray(String[]::new));
        assertEquals(0, ran.code());
        assertEquals("", ran.err());
        return ran.out();
    }

    @Test
    void commands_with_their_descriptions() {
        assertEquals("""
                project\tSwitch to another project, or show the current one.
                projects\tDisplay existing projects.
                :4
                """, answer("project"));
        assertTrue(answer("").contains("\nstart-build\t"), "all commands for an empty word");
    }

    @Test
    void commands_below_a_command() {
        assertTrue(answer("config", "use-").startsWith("use-context\t"));
        assertTrue(answer("-n", "demo", "set", "e").startsWith("env\t"));
    }

    @Test
    void flags_of_the_command_and_of_all() {
        assertTrue(answer("start-build", "--from-d").startsWith("--from-dir\t"));
        assertTrue(answer("start-build", "--namesp").startsWith("--namespace\t"));
        assertEquals(":4\n", answer("start-build", "--", "--from-d"));
    }

    @Test
    void values_of_flags() {
        assertEquals("json\n:4\n", answer("get", "is", "-o", "j").replaceAll("jsonpath.*\n", ""));
        assertEquals("--output=yaml\n:4\n", answer("tag", "--output=y"));
        assertEquals(":0\n", answer("start-build", "--from-dir", ""));
        assertEquals(":4\n", answer("start-build", "--commit", ""));
    }

    @Test
    void names_of_build_configs_in_the_project_that_was_typed() {
        api.on("GET " + B + "other/buildconfigs?limit=500", TWO);
        assertEquals("app\nbase\n:4\n", answer("-n", "other", "start-build", ""));
        assertEquals(":4\n", answer("start-build", "app", ""));
    }

    @Test
    void names_of_a_type_without_those_given() {
        api.on("GET " + B + "demo/builds?limit=500", TWO);
        assertEquals("base\n:4\n", answer("delete", "build", "app", ""));
        assertEquals("build/app\n:4\n", answer("describe", "build/a"));
    }

    @Test
    void logs_go_on_behind_a_type() {
        api.on("GET /api/v1/namespaces/demo/pods?limit=500", TWO);
        api.on("GET " + B + "demo/buildconfigs?limit=500", TWO);
        assertEquals("base\nbc/\nbuild/\n:6\n", answer("logs", "b"));
        assertEquals("bc/base\n:4\n", answer("logs", "bc/b"));
    }

    @Test
    void contexts_come_from_the_kubeconfig() {
        Ran ran = Run.in(dir).s2ioc("__complete", "config", "use-context", "");
        assertEquals(new Ran(0, ":4\n", ""), ran);
        assertTrue(answer("--context", "").endsWith(":4\n"));
    }

    @Test
    void without_a_server_nothing_is_said() {
        assertEquals(new Ran(0, ":4\n", ""), Run.in(dir).s2ioc("__complete", "start-build", ""));
        api.refuse("GET " + B + "demo/buildconfigs", 403, "Forbidden", "no");
        assertEquals(":4\n", answer("start-build", ""));
    }

    @Test
    void other_arguments_are_files() {
        assertEquals(":0\n", answer("build", ""));
    }
}
