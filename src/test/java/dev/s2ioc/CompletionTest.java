package dev.s2ioc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed completion script is the one that the commands of today would make, and it completes in a real bash. */
class CompletionTest {
    private static final Path COMMITTED = Path.of("completion/s2ioc.bash");

    @TempDir
    Path home;

    @Test
    void the_committed_script_is_current() throws IOException {
        String committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
        String fresh = Run.in(home).s2ioc("completion", "bash").out();
        // Not compared by assertEquals, which would print both whole.
        assertTrue(
                committed.equals(fresh),
                "the commands have changed: run scripts/update-completion and commit completion/");
    }

    @Test
    void another_shell_is_refused() {
        assertEquals(
                new Ran(1, "", "error: Unsupported shell type \"tcsh\"; there is a script for bash and zsh\n"),
                Run.in(home).s2ioc("completion", "tcsh"));
    }

    @Test
    void commands_and_flags_are_completed() throws Exception {
        Files.writeString(
                home.resolve("script"), Run.in(home).s2ioc("completion", "bash").out());
        assertEquals("whoami\n", completed("s2ioc", "who"));
        assertEquals("--display-name\n", completed("s2ioc", "new-project", "--disp"));
    }

    private String completed(String... words) throws Exception {
        String quoted = "'" + String.join("' '", words) + "'";
        Process bash = new ProcessBuilder(
                        "bash",
                        "--norc",
                        "-c",
                        // bash lets compopt be called during a completion only
                        "compopt() { :; }; source ./script; COMP_WORDS=(" + quoted + "); COMP_CWORD="
                                + (words.length - 1) + "; _complete_s2ioc; printf '%s\\n' \"${COMPREPLY[@]}\"")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), out);
        return out;
    }
}
