package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Stories about stories: that a good one passes, and that a bad one cannot. */
class StoryRunTest {
    @TempDir
    Path work;

    private void play(String text) throws IOException {
        new StoryRun(Story.parse("tale", text), work, () -> Map.of("GREETING", "hello")).play();
    }

    @Test
    void what_is_true_passes() throws IOException {
        play("""
                s2ioc version --client
                stdout 'Client Version: '
                stdout '/^Client Version: \\w+$/'
                ! stdout error
                ! stderr '/./'
                ! s2ioc no-such-command
                exit 1 s2ioc no-such-command
                stderr 'unknown command "no-such-command"'
                env NAME='World of $GREETING'
                stdin input
                exec sh -c 'cat; echo "$NAME $PROJECT" >&2; exit 0'
                cmp stdout input
                cmp stderr golden
                exit 3 exec sh -c 'echo id 0b95b53; exit 3'
                capture ID 'id (\\w+)'
                exec echo $ID
                cmp stdout id
                until 'aaa' exec sh -c 'echo -n a >>file; cat file'
                exec sh -c 'cat; echo $HOME'
                stdout /tale-input-is-not-given-twice|home/
                start s2ioc version --client
                until 'Client Version' started
                exit 0 ended
                stdout 'Client Version'
                -- input --
                some input
                -- golden --
                World of $GREETING story-tale
                -- id --
                $ID
                """.replace("'World of $GREETING'", "\"World of $GREETING\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "! s2ioc version --client",
                "s2ioc no-such-command",
                "exit 2 s2ioc no-such-command",
                "exec false",
                "! exec true",
                "exec echo a\nstdout b",
                "exec echo a\n! stdout a",
                "exec echo a\nstdout /^b/",
                "exec echo a\ncmp stdout golden",
                "capture X 'a(b)'",
                "exec no-such-program-anywhere",
                "no-such-command",
                "! cmp stdout golden",
                "stdout two words",
                "stdin no-such-file",
                "stop",
                "until 'Client Version' started",
                "start exec true",
                "start s2ioc version --client\nstart s2ioc version --client",
                "start s2ioc no-such-command\nexit 0 stop"
            })
    void what_is_not_true_fails(String lines) {
        assertThrows(AssertionFailedError.class, () -> play(lines + "\n-- golden --\nb\n"));
    }

    @Test
    void a_failure_shows_the_comment_the_line_and_what_was_printed() {
        AssertionFailedError failure = assertThrows(AssertionFailedError.class, () -> play("""
                # The user says hello
                # and is answered.
                exec sh -c 'echo out; echo err >&2'
                stdout $GREETING
                """));
        assertEquals("""
                tale.txtar:4: not printed: hello

                # The user says hello
                # and is answered.
                stdout $GREETING

                exit code 0
                --- stdout
                out
                --- stderr
                err
                """, failure.getMessage());
    }

    @Test
    void a_story_that_needs_a_missing_program_is_skipped() throws IOException {
        play("skip-unless sh");
        assertThrows(TestAbortedException.class, () -> play("skip-unless no-such-program-anywhere\nexec false"));
    }

    @Test
    void a_story_has_its_own_copy_of_the_kubeconfig() throws IOException {
        Path shared = Files.writeString(work.resolve("shared"), "apiVersion: v1\nkind: Config\n");
        Path own = Files.createDirectory(work.resolve("own"));
        Story story = Story.parse("tale", "exec sh -c 'echo changed > $KUBECONFIG'\n");
        new StoryRun(story, own, () -> Map.of("KUBECONFIG", shared.toString())).play();
        assertEquals("apiVersion: v1\nkind: Config\n", Files.readString(shared));
    }
}
