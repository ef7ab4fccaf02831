package dev.s2ioc.s2i;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
    @TempDir
    Path source;

    @Test
    void the_environment_file_knows_comments_and_drops_lines_without_a_value() {
        assertEquals(
                List.of(new Variable("A", "1"), new Variable("B", "x=y"), new Variable("C", "")),
                EnvironmentFile.parse("# comment\nA=1\n\n B = x=y \nnonsense\n=5\nC=\n"));
    }

    @Test
    void the_ignore_file_deletes_in_order_and_takes_back_with_an_exclamation_mark() throws IOException {
        for (String file : List.of("a.log", "keep.log", "sub/b.log", "sub/c.txt", "docs/x/y.md", "{a}.txt")) {
            Path path = source.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "");
        }
        Files.writeString(source.resolve(".s2iignore"), "# logs\n*.log\n!keep.log\n/docs/\n{a}.txt\n");
        IgnoreFile.apply(source);
        assertEquals(List.of(".s2iignore", "keep.log", "sub", "sub/b.log", "sub/c.txt"), tree());
    }

    @Test
    void a_link_in_the_source_is_deleted_and_not_followed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("precious"), "");
        Files.createSymbolicLink(source.resolve("link"), elsewhere);
        Files.writeString(source.resolve(".s2iignore"), "link\n");
        IgnoreFile.apply(source);
        assertEquals(List.of(".s2iignore"), tree());
        assertEquals(true, Files.exists(elsewhere.resolve("precious")));
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            return paths.filter(path -> !path.equals(source))
                    .map(path -> source.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
