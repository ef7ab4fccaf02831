package dev.s2ioc.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which paths are sent: nothing is lost that no rule names. */
class SelectionTest {
    private static final String DEFAULT = "(^|/)\\.git(/|$)";

    /** A directory whose own name the rules must not see. */
    @TempDir
    Path dir;

    private Path root() throws IOException {
        return Files.createDirectories(dir.resolve("mock/target/src"));
    }

    private Path file(String name, String... lines) throws IOException {
        Path file = root().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines));
    }

    private List<String> sent(Selection selection) throws IOException {
        List<String> sent = new ArrayList<>();
        new SourceTree(root(), selection).walk(entry -> sent.add(entry.path()));
        return sent;
    }

    private List<String> dropped(Selection selection) throws IOException {
        List<String> dropped = new ArrayList<>();
        new SourceTree(root(), selection).walk(new SourceTree.Visitor() {
            @Override
            public void sent(SourceEntry entry) {}

            @Override
            public void dropped(String path, boolean directory, String rule) {
                dropped.add(path + " by " + rule);
            }
        });
        return dropped;
    }

    private static Selection without(String exclude) {
        return Selection.without(Pattern.compile(exclude));
    }

    @Test
    void git_is_left_out_but_its_likes_are_not() throws IOException {
        file(".git/config");
        file("sub/.git");
        file(".gitignore");
        file(".github/x.yml");
        file("a.git");
        assertEquals(List.of(".github", ".github/x.yml", ".gitignore", "a.git", "sub"), sent(without(DEFAULT)));
        assertEquals(
                List.of(".git by --exclude " + DEFAULT, "sub/.git by --exclude " + DEFAULT), dropped(without(DEFAULT)));
    }

    @Test
    void an_empty_expression_leaves_nothing_out() throws IOException {
        file(".git/config");
        assertEquals(List.of(".git", ".git/config"), sent(without("")));
    }

    @Test
    void the_expression_sees_the_relative_path_only() throws IOException {
        file("a");
        assertEquals(List.of("a"), sent(without("mock")));
        assertEquals(List.of("a"), sent(without("^/")));
    }

    @Test
    void below_an_excluded_directory_each_path_is_asked_for_itself() throws IOException {
        file("target/app.jar");
        file("target/classes/A.class");
        assertEquals(List.of("target", "target/app.jar"), sent(without("classes|target$")));
        assertEquals(List.of(), sent(without("^target/|^target$")));
    }

    @Test
    void docker_patterns() throws IOException {
        file(
                ".dockerignore",
                "# comment",
                "",
                "*.log",
                "/target/",
                "**/*.tmp",
                "!target/app.jar",
                "doc?/[a-c]*",
                "./x//y");
        for (String name : List.of(
                "a.log",
                "sub/a.log",
                "target/app.jar",
                "target/other.jar",
                "t.tmp",
                "sub/deep/t.tmp",
                "docs/abc",
                "docs/xyz",
                "doc/abc",
                "x/y",
                "x/z",
                "targets")) {
            file(name);
        }
        assertEquals(
                List.of(
                        ".dockerignore",
                        "doc",
                        "doc/abc",
                        "docs",
                        "docs/xyz",
                        "sub",
                        "sub/a.log",
                        "sub/deep",
                        "target",
                        "target/app.jar",
                        "targets",
                        "x",
                        "x/z"),
                sent(without(DEFAULT).ignoring(root(), ".dockerignore", "")));
        assertEquals(
                "a.log by .dockerignore:3: *.log",
                dropped(without(DEFAULT).ignoring(root(), ".dockerignore", "")).getFirst());
    }

    @Test
    void everything_but() throws IOException {
        file(".dockerignore", "*", "!src", "src/secret");
        file("src/a/b");
        file("src/secret");
        file("other/x");
        assertEquals(List.of("src", "src/a", "src/a/b"), sent(without("").ignoring(root(), ".dockerignore", "")));
    }

    @Test
    void s2i_patterns_do_not_span_directories() throws IOException {
        file(".s2iignore", "**/x", "*.md", "!README.md");
        file("x");
        file("one/x");
        file("one/two/x");
        file("a.md");
        file("README.md");
        assertEquals(
                List.of(".s2iignore", "README.md", "one", "one/two", "one/two/x", "x"),
                sent(without("").ignoring(root(), ".s2iignore", "")));
    }

    @Test
    void git_patterns_of_every_directory() throws IOException {
        file(".gitignore", "*.class", "target/", "!keep.class", "/top");
        file("sub/.gitignore", "local", "!*.class");
        for (String name : List.of(
                "A.class",
                "keep.class",
                "sub/B.class",
                "sub/local/x",
                "target/app.jar",
                "top",
                "sub/top",
                "sub/target")) {
            file(name);
        }
        assertEquals(
                List.of(".gitignore", "keep.class", "sub", "sub/.gitignore", "sub/B.class", "sub/target", "sub/top"),
                sent(without(DEFAULT).ignoring(root(), ".gitignore", "")));
    }

    @Test
    void what_steers_the_build_is_always_sent() throws IOException {
        file("app/.dockerignore", "*");
        file("app/Dockerfile", "FROM x");
        file("app/junk");
        file("beside");
        BuildContext build = new BuildContext("app", Optional.of("app/Dockerfile"), Optional.of("app/.dockerignore"));
        assertEquals(
                List.of("app", "app/.dockerignore", "app/Dockerfile", "beside"),
                sent(build.selection(root(), Pattern.compile(DEFAULT), false, List.of())));
        assertEquals(
                List.of("app", "app/.dockerignore", "app/Dockerfile", "app/junk", "beside"),
                sent(build.selection(root(), Pattern.compile(DEFAULT), true, List.of())));
    }

    @Test
    void git_ignored_files_are_sent_unless_asked_for() throws IOException {
        file(".gitignore", "target/");
        file("target/app.jar");
        BuildContext build = new BuildContext("", Optional.empty(), Optional.of(".s2iignore"));
        assertEquals(
                List.of(".gitignore", "target", "target/app.jar"),
                sent(build.selection(root(), Pattern.compile(DEFAULT), false, List.of())));
        assertEquals(
                List.of(".gitignore"),
                sent(build.selection(root(), Pattern.compile(DEFAULT), false, List.of(".gitignore"))));
        assertEquals(
                "no ignore file \"nope\" in " + root(),
                assertThrows(
                                SourceException.class,
                                () -> build.selection(root(), Pattern.compile(""), false, List.of("nope")))
                        .getMessage());
    }

    @Test
    void an_excluded_dockerfile_is_told() throws IOException {
        file("Dockerfile");
        BuildContext build = new BuildContext("", Optional.of("Dockerfile"), Optional.empty());
        SourceTree tree = new SourceTree(root(), without("file$"));
        assertEquals(
                "Dockerfile would not be sent (--exclude file$), but the docker strategy builds from it",
                assertThrows(SourceException.class, () -> build.check(tree, "here"))
                        .getMessage());
    }
}
