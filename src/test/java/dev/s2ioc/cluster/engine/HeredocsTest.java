package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which engines are trusted with a heredoc, and what is said where they are not. */
class HeredocsTest {
    @TempDir
    Path directory;

    private Path dockerfile(String text) throws Exception {
        return Files.writeString(directory.resolve("Dockerfile"), text);
    }

    @Test
    void an_old_engine_is_not_given_one() throws Exception {
        Path file = dockerfile("FROM x\nRUN cat <<EOF\nhello\nEOF\n");
        EngineException refusal =
                assertThrows(EngineException.class, () -> Heredocs.refuseBefore("1.33", "1.28.2", file, "buildah"));
        assertEquals(
                "building at STEP \"RUN cat <<EOF\": buildah 1.28.2 knows no heredocs (<<), buildah 1.33 does; write the"
                        + " lines with && and \\, or copy them as a file",
                refusal.getMessage());
    }

    @Test
    void newer_engines_and_dockerfiles_without_one_are_let_through() throws Exception {
        Path with = dockerfile("FROM x\nCOPY <<EOF /a\nhello\nEOF\n");
        assertDoesNotThrow(() -> Heredocs.refuseBefore("1.33", "1.33.0", with, "buildah"));
        assertDoesNotThrow(() -> Heredocs.refuseBefore("4.9", "5.0.1", with, "podman"));
        assertDoesNotThrow(() -> Heredocs.refuseBefore("4.9", "4.10.0-dev", with, "podman"));
        Path without = dockerfile("FROM x\nRUN echo $((1<<X))\n");
        assertDoesNotThrow(() -> Heredocs.refuseBefore("1.33", "1.28.2", without, "buildah"));
    }
}
