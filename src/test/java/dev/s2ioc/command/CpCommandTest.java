package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.testing.PodServer;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** cp copies files both ways through the container's tar, and lets nobody write where they should not. */
class CpCommandTest {
    private static final String DONE = "command terminated with exit code ";

    @TempDir
    Path temp;

    private Path here;
    private Path there;

    private final PodServer api = PodServer.start();

    @BeforeEach
    void make_directories() throws IOException {
        here = Files.createDirectory(temp.resolve("here"));
        there = Files.createDirectory(temp.resolve("there"));
    }

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    @Test
    void copies_a_file_in_and_out() throws IOException {
        byte[] bytes = new byte[5_000_000];
        new Random(3).nextBytes(bytes);
        Files.write(here.resolve("big"), bytes);
        assertEquals(new Ran(0, "", ""), api.s2ioc(here, "cp", "big", "hello:" + there + "/copy"));
        assertArrayEquals(bytes, Files.readAllBytes(there.resolve("copy")));
        assertEquals(
                new Ran(0, "", "tar: Removing leading `/' from member names\n"),
                api.s2ioc(here, "cp", "demo/hello:" + there + "/copy", "back"));
        assertArrayEquals(bytes, Files.readAllBytes(here.resolve("back")));
        String exec = "GET /api/v1/namespaces/demo/pods/hello/exec?command=";
        String path = there.toString().replace("/", "%2F");
        assertEquals(
                java.util.List.of(
                        "GET /api/v1/namespaces/demo/pods/hello",
                        exec + "test&command=-d&command=" + path + "%2Fcopy&container=web&stderr=true&stdout=true",
                        exec + "tar&command=-xmf&command=-&command=-C&command=" + path
                                + "&container=web&stderr=true&stdin=true&stdout=true",
                        "GET /api/v1/namespaces/demo/pods/hello",
                        exec + "tar&command=cf&command=-&command=" + path
                                + "%2Fcopy&container=web&stderr=true&stdout=true"),
                api.requests());
    }

    @Test
    void copies_a_directory_into_one_that_is_there() throws IOException {
        Files.createDirectories(here.resolve("app/empty"));
        Files.writeString(here.resolve("app/run"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(here.resolve("app/run"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(here.resolve("app/link"), Path.of("run"));
        assertEquals(new Ran(0, "", ""), api.s2ioc(here, "cp", "app", "hello:" + there));
        assertEquals("#!/bin/sh\n", Files.readString(there.resolve("app/link")));
        assertTrue(Files.isDirectory(there.resolve("app/empty")));
        assertEquals(
                "rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(there.resolve("app/run"))));
    }

    @Test
    void copies_a_directory_out_without_its_links() throws IOException {
        Files.createDirectories(there.resolve("log/old"));
        Files.writeString(there.resolve("log/a"), "A");
        Files.writeString(there.resolve("log/old/b"), "B");
        Files.createSymbolicLink(there.resolve("log/passwd"), Path.of("/etc/passwd"));
        Ran ran = api.s2ioc(here, "cp", "hello:" + there + "/log", "./log");
        assertEquals(
                "warning: skipping symlink: \"" + here
                        + "/log/passwd\" -> \"/etc/passwd\" (consider using \"s2ioc exec -n"
                        + " \"demo\" \"hello\" -- tar cf - \"" + there + "/log\" | tar xf -\")\n",
                ran.err().replaceAll("tar: Removing leading.*\n", ""));
        assertEquals(0, ran.code());
        assertEquals("A", Files.readString(here.resolve("log/a")));
        assertEquals("B", Files.readString(here.resolve("log/old/b")));
        assertFalse(Files.exists(here.resolve("log/passwd")));
    }

    @Test
    void puts_a_file_into_a_directory_that_is_here() throws IOException {
        Files.writeString(there.resolve("notes"), "N");
        assertEquals(0, api.s2ioc(here, "cp", "hello:" + there + "/notes", ".").code());
        assertEquals("N", Files.readString(here.resolve("notes")));
    }

    @Test
    void tells_what_failed_in_the_container() {
        Ran missing = api.s2ioc(here, "cp", "hello:" + there + "/none", "none");
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("No such file or directory"), missing.err());
        assertTrue(missing.err().endsWith(DONE + "2\n"), missing.err());
    }

    @Test
    void goes_through_a_shell_when_it_may_have_to_go_on() throws IOException {
        Files.writeString(there.resolve("it's"), "I");
        assertEquals(
                0,
                api.s2ioc(here, "cp", "--retries=2", "hello:" + there + "/it's", "it")
                        .code());
        assertEquals("I", Files.readString(here.resolve("it")));
    }

    @Test
    void says_what_is_wrong_with_the_words() {
        assertEquals(new Ran(1, "", "error: source and destination are required\n"), api.s2ioc(here, "cp", "a"));
        assertEquals(
                new Ran(1, "", "error: one of src or dest must be a local file specification\n"),
                api.s2ioc(here, "cp", "a:/b", "c:/d"));
        assertEquals(
                new Ran(1, "", "error: one of src or dest must be a remote file specification\n"),
                api.s2ioc(here, "cp", "a", "b"));
        assertEquals(new Ran(1, "", "error: filepath can not be empty\n"), api.s2ioc(here, "cp", "hello:", "b"));
        assertEquals(
                new Ran(1, "", "error: filespec must match the canonical format: [[namespace/]pod:]file/path\n"),
                api.s2ioc(here, "cp", "a/b/c:/d", "b"));
        assertEquals(
                new Ran(1, "", "error: nothing doesn't exist in local filesystem\n"),
                api.s2ioc(here, "cp", "nothing", "hello:/tmp/x"));
    }
}
