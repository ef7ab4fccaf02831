package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.testing.PodServer;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import dev.s2ioc.testing.StreamingApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** rsync makes two directories alike, with the program of that name or with tar. */
class RsyncCommandTest {
    private static final String NO_RSYNC =
            "WARNING: rsync command not found in path. Please use your package manager to install it.\n";

    @TempDir
    Path temp;

    private Path here;
    private Path there;

    private final PodServer api = PodServer.start().lacking("rsync");

    @BeforeEach
    void make_directories() throws IOException {
        here = Files.createDirectory(temp.resolve("here"));
        there = Files.createDirectory(temp.resolve("there"));
        write(here.resolve("src/a"), "A");
        write(here.resolve("src/lib/b.log"), "B");
        write(here.resolve("src/lib/keep.log"), "K");
        write(here.resolve("src/tmp/c"), "C");
    }

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> below = Files.walk(directory)) {
            return below.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** With a PATH on which rsync is nowhere. */
    private Ran withTar(String... words) {
        return Run.in(here, Map.of("PATH", temp.toString())).s2ioc(api.arguments(words));
    }

    @Test
    void sends_what_is_in_a_directory_with_tar() throws IOException {
        Files.setPosixFilePermissions(here.resolve("src/a"), PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(here.resolve("src/link"), Path.of("a"));
        Ran ran = withTar("rsync", "src/", "hello:" + there + "/new");
        assertEquals(new Ran(0, "a\nlib/\nlib/b.log\nlib/keep.log\nlink\ntmp/\ntmp/c\n", NO_RSYNC), ran);
        assertEquals(List.of("a", "lib/b.log", "lib/keep.log", "link", "tmp/c"), files(there.resolve("new")));
        assertTrue(Files.isSymbolicLink(there.resolve("new/link")));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(there.resolve("new/a"))));
    }

    @Test
    void sends_a_directory_itself_and_deletes_what_it_does_not_have() throws IOException {
        write(there.resolve("outside"), "stays");
        write(there.resolve("src/old/deep"), "goes");
        write(there.resolve("src/.hidden"), "goes");
        write(there.resolve("src/old.d/local.log"), "stays, for it is left out");
        Ran ran = withTar(
                "rsync",
                "-q",
                "--delete",
                "--include=keep.log",
                "--exclude=*.log,/src/tmp/",
                "src",
                "pod/hello:" + there);
        assertEquals(new Ran(0, "", NO_RSYNC), ran);
        assertEquals(List.of("outside", "src/a", "src/lib/keep.log", "src/old.d/local.log"), files(there));
    }

    @Test
    void fetches_a_directory_with_tar() throws IOException {
        write(there.resolve("log/x"), "X");
        write(there.resolve("log/old/y"), "Y");
        write(there.resolve("log/node_modules/z"), "Z");
        Files.createDirectories(here.resolve("log/gone"));
        Ran ran = withTar(
                "rsync", "--strategy=tar", "--exclude=node_modules", "--delete", "hello:" + there + "/log", ".");
        assertEquals(0, ran.code(), ran.err());
        assertEquals("", ran.err());
        assertEquals(List.of("old/y", "x"), files(here.resolve("log")));
        assertFalse(Files.exists(here.resolve("log/gone")));
    }

    @Test
    void a_server_may_tell_before_it_begins_that_a_program_is_not_there() throws IOException {
        Path bin = Files.createDirectory(temp.resolve("bin"));
        write(bin.resolve("rsync"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(bin.resolve("rsync"), PosixFilePermissions.fromString("rwx------"));
        try (StreamingApi refusing = StreamingApi.start()) {
            String pod = "/api/v1/namespaces/demo/pods/hello";
            refusing.on("GET " + pod, 200, PodServer.pod("hello", "{\"name\":\"web\"}"));
            String exec = "GET " + pod + "/exec";
            String reason = "{\"kind\":\"Status\",\"code\":%d,\"message\":\"exec: no such file\"}";
            refusing.on(exec, 500, reason.formatted(500));
            refusing.on(exec, 500, reason.formatted(500));
            refusing.on(exec, 403, reason.formatted(403));
            String[] words = {"--server=" + refusing.url(), "-n", "demo", "rsync", "src/", "hello:/tmp"};
            Run run = Run.in(here, Map.of("PATH", bin.toString()));
            assertEquals(new Ran(1, "", """
                            WARNING: cannot use rsync: rsync not available in container
                            WARNING: cannot use tar: tar not available in container
                            error: No available strategies to copy.
                            """), run.s2ioc(words));
            assertEquals(new Ran(1, "", "Error from server: exec: no such file\n"), run.s2ioc(words));
        }
    }

    @Test
    void says_which_way_cannot_be_gone() throws IOException {
        Path bin = Files.createDirectory(temp.resolve("bin"));
        write(bin.resolve("rsync"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(bin.resolve("rsync"), PosixFilePermissions.fromString("rwx------"));
        api.lacking("rsync", "tar");
        Run run = Run.in(here, Map.of("PATH", bin.toString()));
        assertEquals(new Ran(1, "", """
                        WARNING: cannot use rsync: rsync not available in container
                        WARNING: cannot use tar: tar not available in container
                        error: No available strategies to copy.
                        """), run.s2ioc(api.arguments("rsync", "src/", "hello:/tmp")));
        assertEquals(
                new Ran(1, "", "error: rsync not available in container\n"),
                run.s2ioc(api.arguments("rsync", "--strategy=rsync", "src/", "hello:/tmp")));
        assertEquals(
                new Ran(1, "", "error: rsync command not found in path\n"),
                withTar("rsync", "--strategy=rsync", "src/", "hello:/tmp"));
    }

    @Test
    void leaves_it_to_the_programs_where_there_are_any() throws IOException {
        Path rsync = Stream.of("/usr/bin/rsync", "/bin/rsync")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(rsync != null, "rsync is not installed");
        api.lacking();
        write(there.resolve("old"), "goes");
        Ran ran = api.s2ioc(
                here, "rsync", "-q", "-c", "web", "--delete", "--no-perms", "--exclude=tmp", "src/", "hello:" + there);
        assertEquals(new Ran(0, "", ""), ran);
        assertEquals(List.of("a", "lib/b.log", "lib/keep.log"), files(there));
        write(there.resolve("lib/new"), "N");
        Ran back = api.s2ioc(here, "rsync", "hello:" + there + "/lib", ".");
        assertEquals(0, back.code(), back.err());
        assertTrue(back.out().contains("lib/new\n"), back.out());
        assertEquals("N", Files.readString(here.resolve("lib/new")));
    }

    @Test
    void copies_again_what_changes() throws Exception {
        CompletableFuture<Ran> run = CompletableFuture.supplyAsync(
                () -> withTar("rsync", "--strategy=tar", "-q", "--watch", "src/", "hello:" + there),
                task -> Thread.ofPlatform().daemon().start(task));
        await(there.resolve("tmp/c"));
        write(here.resolve("src/later/d"), "D");
        await(there.resolve("later/d"));
        write(here.resolve("src/later/e"), "E");
        await(there.resolve("later/e"));
        Files.move(here.resolve("src"), here.resolve("moved"));
        Files.writeString(here.resolve("moved/a"), "A2");
        assertEquals(
                new Ran(1, "", "error: error watching source path src/: it is gone\n"), run.get(150, TimeUnit.SECONDS));
    }

    private static void await(Path file) throws InterruptedException {
        for (int i = 0; i < 2400 && !Files.exists(file); i++) {
            Thread.sleep(50);
        }
        assertTrue(Files.exists(file), file.toString());
    }

    @Test
    void says_what_is_wrong_with_the_words() {
        assertEquals(new Ran(1, "", """
                        error: SOURCE_DIR and POD:DESTINATION_DIR are required arguments
                        See 's2ioc rsync -h' for help and examples
                        """), withTar("rsync", "src"));
        assertEquals(
                new Ran(1, "", "error: invalid path none: no such file or directory\n"),
                withTar("rsync", "none", "hello:/tmp"));
        assertEquals(
                new Ran(1, "", "error: path src/a must point to a directory\n"),
                withTar("rsync", "src/a", "hello:/tmp"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: rsync is only valid between a local directory and a pod directory; specify a pod"
                                + " directory as [PODNAME]:[DIR]\n"),
                withTar("rsync", "src", "."));
        assertEquals(
                new Ran(1, "", "error: \"--watch\" can only be used with a local source directory\n"),
                withTar("rsync", "-w", "hello:/tmp", "."));
        assertEquals(
                new Ran(1, "", "error: unknown strategy: ftp\n"),
                withTar("rsync", "--strategy=ftp", "src", "hello:/tmp"));
        assertEquals(
                1,
                withTar("rsync", "--strategy=rsync-daemon", "src", "hello:/tmp").code());
    }

    @Test
    void tells_which_flags_mean_nothing_to_tar() {
        assertEquals(
                new Ran(0, "", """
                        Ignoring the following flags because they only apply to rsync: --progress, --compress
                        """),
                withTar("rsync", "-q", "--strategy=tar", "--compress", "--progress", "src", "hello:" + there));
    }
}
