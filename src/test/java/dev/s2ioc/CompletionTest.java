package dev.s2ioc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts hand the line over as it was typed, and offer in real shells what the program answers. */
class CompletionTest {
    /** Stands in for the program: notes what it was asked, and answers from a file. */
    private static final String PROGRAM = """
            #!/bin/sh
            printf '[%s]' "$@" > asked
            cat answer
            """;

    @TempDir
    Path home;

    @BeforeEach
    void put_the_program_in_place() throws IOException {
        Path program =
                Files.writeString(Files.createDirectories(home.resolve("bin")).resolve("s2ioc"), PROGRAM);
        program.toFile().setExecutable(true);
        for (String shell : List.of("bash", "zsh", "fish", "powershell")) {
            Files.writeString(
                    home.resolve(shell), Run.in(home).s2ioc("completion", shell).out());
        }
    }

    @Test
    void another_shell_is_refused() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: Unsupported shell type \"tcsh\"; there are scripts for bash, zsh, fish and powershell\n"),
                Run.in(home).s2ioc("completion", "tcsh"));
    }

    @Test
    void bash_offers_what_fits() throws Exception {
        answer("start-build\tStart a build\nstatus\tShow\nother\n:4\n");
        assertEquals("start-build\nstatus\n", bash("s2ioc st"));
        assertEquals("[__complete][st]", asked());
    }

    @Test
    void bash_asks_for_an_empty_word_behind_a_space() throws Exception {
        answer("app-1\napp-2\n:4\n");
        assertEquals("app-1\napp-2\n", bash("s2ioc -n demo cancel-build "));
        assertEquals("[__complete][-n][demo][cancel-build][]", asked());
    }

    @Test
    void bash_replaces_only_what_stands_behind_a_colon_or_an_equal_sign() throws Exception {
        answer("app:latest\napp:prod\n:4\n");
        assertEquals("latest\nprod\n", bash("s2ioc tag app:"));
        answer("--output=json\n:4\n");
        assertEquals("json\n", bash("s2ioc get is --output=j"));
    }

    @Test
    void fish_offers_what_fits() throws Exception {
        answer("start-build\tStart a build\nstatus\tShow\n:4\n");
        assertEquals(
                "start-build\tStart a build\nstatus\tShow\n",
                shell("fish", "source ./fish; complete -C 's2ioc -n demo st'"));
        assertEquals("[__complete][-n][demo][st]", asked());
    }

    @Test
    void zsh_hands_over_the_words() throws Exception {
        answer("start-build:x\tStart a build\nstatus\n:4\n");
        String stub = "compdef() { :; }; source ./zsh; _describe() { print -rl -- \"${described[@]}\"; };";
        assertEquals(
                "start-build\\:x:Start a build\nstatus\n",
                shell("zsh", stub + " words=(s2ioc -n demo st); CURRENT=4; _s2ioc"));
        assertEquals("[__complete][-n][demo][st]", asked());
    }

    private void answer(String answer) throws IOException {
        Files.writeString(home.resolve("answer"), answer);
    }

    private String asked() throws IOException {
        return Files.readString(home.resolve("asked"));
    }

    private String bash(String line) throws Exception {
        // bash lets compopt be called during a completion only
        return shell(
                "bash",
                "compopt() { :; }; source ./bash; COMP_LINE='" + line + "'; COMP_POINT=${#COMP_LINE}; _s2ioc;"
                        + " printf '%s\\n' \"${COMPREPLY[@]}\"");
    }

    private String shell(String name, String script) throws Exception {
        assumeTrue(isInstalled(name), name + " is not installed");
        ProcessBuilder builder =
                new ProcessBuilder(name, "-c", script).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), out);
        return out;
    }

    private static boolean isInstalled(String shell) {
        for (String directory : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(directory, shell))) {
                return true;
            }
        }
        return false;
    }
}
