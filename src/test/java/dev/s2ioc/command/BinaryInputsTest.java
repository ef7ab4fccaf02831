package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import dev.s2ioc.testing.StreamingApi;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of input goes out as oc sends it: the words, the query and the bytes. */
class BinaryInputsTest {
    private static final String B = "/apis/build.openshift.io/v1/namespaces/demo";
    private static final String HELLO = B + "/buildconfigs/hello";
    private static final String STARTED = "build.build.openshift.io/hello-1 started\n";
    private static final byte[] ZIP = {'P', 'K', 3, 4, 0, (byte) 0xff};

    @TempDir
    Path dir;

    private final StreamingApi api = StreamingApi.start();
    private byte[] sent = {};

    @BeforeEach
    void tell_the_server() throws IOException {
        api.on("GET " + HELLO, 200, """
                {"metadata":{"name":"hello"},"spec":{"strategy":{"sourceStrategy":{}},"triggers":[
                {"type":"GitHub","github":{"secret":"s"}},{"type":"Generic","generic":{"secret":"s"}},
                {"type":"ImageChange"}]}}""");
        api.on("POST " + HELLO + "/instantiatebinary", exchange -> {
            sent = exchange.getRequestBody().readAllBytes();
            StreamingApi.answer(
                    exchange,
                    201,
                    "{\"kind\":\"Build\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":\"hello-1\"}}");
        });
        Files.writeString(dir.resolve("my file.jar"), "jar");
        Files.write(dir.resolve("a.zip"), ZIP);
    }

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private static String uploading(String what) {
        return "Uploading " + what + " as binary input for the build ...\n\nUploading finished\n";
    }

    private Ran start(String... more) {
        List<String> words = new ArrayList<>(List.of("start-build", "hello"));
        words.addAll(Arrays.asList(more));
        return api.s2ioc(dir, words.toArray(String[]::new));
    }

    private String query() {
        return api.requests().getLast().replaceFirst("^POST [^?]*[?]", "");
    }

    @Test
    void a_file_keeps_its_name() {
        assertEquals(new Ran(0, STARTED, uploading("file \"my file.jar\"")), start("--from-file=./my file.jar"));
        assertEquals("asFile=my+file.jar&name=hello&namespace=demo", query());
        assertEquals("jar", new String(sent, StandardCharsets.UTF_8));
    }

    @Test
    void an_archive_goes_as_it_is() {
        assertEquals(new Ran(0, STARTED, uploading("archive file \"a.zip\"")), start("--from-archive=a.zip"));
        assertEquals("name=hello&namespace=demo", query());
        assertArrayEquals(ZIP, sent);
    }

    @Test
    void what_may_be_no_archive_is_warned_of() {
        assertEquals(
                new Ran(
                        0,
                        STARTED,
                        "WARNING: the provided file may not be an archive (tar, tar.gz, or zip), use --from-file to"
                                + " prevent extraction\n" + uploading("archive file \"my file.jar\"")),
                start("--from-dir=my file.jar"));
        assertEquals("jar", new String(sent, StandardCharsets.UTF_8));
    }

    @Test
    void a_directory_is_packed_as_hard_as_is_said() throws IOException {
        Path some = Files.createDirectory(dir.resolve("some"));
        Files.writeString(some.resolve("words"), "public static final ".repeat(10_000));
        assertEquals(
                new Ran(0, STARTED, uploading("directory \"some\"")), start("--from-dir=some", "--compression=none"));
        byte[] tar = sent;
        assertEquals(201_728, tar.length);
        start("--from-dir=some", "--compression=9");
        assertArrayEquals(tar, new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes());
        start("--from-dir=some", "--compression=auto");
        assertArrayEquals(tar, new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes());
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --compression is only supported with --from-dir and --from-repo; archives and files are"
                                + " sent as they are\n"),
                start("--from-archive=a.zip", "--compression=9"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: invalid argument \"10\" for \"--compression\" flag: invalid compression \"10\"; it is"
                                + " auto, none or a level from 1 to 9\nSee 's2ioc start-build --help' for usage.\n"),
                start("--from-dir=some", "--compression=10"));
    }

    @Test
    void standard_input_is_an_archive() {
        Ran ran = Run.in(dir, Map.of())
                .withInput(ZIP)
                .s2ioc("--server=" + api.url(), "-n", "demo", "start-build", "hello", "--from-archive=-");
        assertEquals(new Ran(0, STARTED, uploading("archive file from STDIN")), ran);
        assertArrayEquals(ZIP, sent);
        assertEquals(new Ran(1, "", "error: --from-file=- is not supported\n"), start("--from-file=-"));
    }

    @Test
    void an_address_is_passed_on() {
        api.on("GET /files/app.jar", 200, "app");
        api.on("GET /files/named", exchange -> {
            exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=\"real.jar\"");
            StreamingApi.answer(exchange, 200, "real");
        });
        String file = api.url() + "/files/app.jar";
        assertEquals(new Ran(0, STARTED, uploading("file from \"" + file + "\"")), start("--from-file=" + file));
        assertEquals("asFile=app.jar&name=hello&namespace=demo", query());
        assertEquals("app", new String(sent, StandardCharsets.UTF_8));
        start("--from-file=" + api.url() + "/files/named");
        assertEquals("asFile=real.jar&name=hello&namespace=demo", query());
        String none = api.url() + "/files/none";
        assertEquals(
                new Ran(1, "", "error: unable to download file " + none + ": [404]\n"), start("--from-file=" + none));
    }

    @Test
    void a_directory_in_a_repository_notes_the_commit_and_leaves_no_trace() throws Exception {
        Path repository = repository();
        List<String> before = files(dir);
        assertEquals(new Ran(0, STARTED, uploading("directory \"gitr\"")), start("--from-dir=gitr"));
        assertEquals(revision(repository), query());
        assertEquals(List.of("f", "new", "sub/", "sub/z"), names());
        assertEquals(before, files(dir), "reading the commit writes nothing");
        start("--from-dir=gitr/sub");
        assertEquals(revision(repository), query());
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: no commit \"nope\" in the git repository around " + repository.toRealPath() + "\n"),
                start("--from-dir=gitr", "--commit=nope"));
    }

    @Test
    void a_repository_is_sent_as_it_is_committed() throws Exception {
        Path repository = repository();
        assertEquals(
                new Ran(0, STARTED, uploading("\"gitr\" at commit \"HEAD\"")),
                start("--from-repo=gitr", "--commit=HEAD"));
        assertEquals(revision(repository), query());
        assertEquals(List.of("f", "sub/", "sub/z"), names());
        assertEquals(
                new Ran(1, "", "error: the repository " + repository.toRealPath() + " has no commit \"nope\"\n"),
                start("--from-repo=gitr", "--commit=nope"));
    }

    private Path repository() throws Exception {
        Path repository = Files.createDirectories(dir.resolve("gitr"));
        Files.createDirectory(repository.resolve("sub"));
        Files.writeString(repository.resolve("f"), "f");
        Files.writeString(repository.resolve("sub/z"), "z");
        git(repository, "init", "-q");
        git(repository, "add", ".");
        git(repository, "-c", "user.name=Me & Co", "-c", "user.email=me@x", "commit", "-qm", "sub\n\nbody");
        Files.writeString(repository.resolve("new"), "not committed");
        return repository;
    }

    private static String git(Path directory, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectError(new File("/dev/null"));
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), command.toString());
        return said;
    }

    private static String revision(Path repository) throws Exception {
        return "name=hello&namespace=demo&revision.authorEmail=me%40x&revision.authorName=Me+%26+Co&revision.commit="
                + git(repository, "rev-parse", "HEAD")
                + "&revision.committerEmail=me%40x&revision.committerName=Me+%26+Co&revision.message=sub";
    }

    private static List<String> files(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            return paths.map(Path::toString).sorted().toList();
        }
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(sent)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void the_list_of_files_names_the_rule_and_sends_nothing() throws IOException {
        Files.createDirectories(dir.resolve("app/target"));
        Files.writeString(dir.resolve("app/.s2iignore"), "target\n");
        Files.writeString(dir.resolve("app/target/x"), "x");
        Files.write(dir.resolve("app/big"), new byte[1_234_567]);
        assertEquals(
                new Ran(0, """
                               7 B  .s2iignore
                            1.2 MB  big
                          not sent  target/  (.s2iignore:1: target)
                        """, "2 files, 1.2 MB would be sent; 1 not.\n"), start("--from-dir=app", "--list-files"));
        assertEquals(1, api.requests().size());
    }

    @Test
    void what_cannot_be_honoured_is_refused() {
        assertEquals(new Ran(1, "", """
                        error: --env cannot be used with input that is sent along: the server would ignore it.
                        Set it in the BuildConfig instead, as with 's2ioc set env bc/NAME KEY=VALUE' or 's2ioc edit bc NAME'.
                        """), start("--from-dir=.", "-e", "A=B"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: only one of --from-file, --from-repo, --from-archive or --from-dir may be specified\n"),
                start("--from-dir=.", "--from-file=x"));
        assertEquals(
                new Ran(1, "", "error: the --exclude flag is only supported with --from-dir\n"),
                start("--from-file=x", "--exclude=y"));
        assertEquals(
                new Ran(1, "", "error: cannot use '--from-build' flag with binary builds\n"),
                start("--from-dir=.", "--from-build=hello-1"));
        assertEquals(List.of(), api.requests());
    }

    @Test
    void missing_config_maps_and_secrets_are_told_before_the_upload() {
        api.on("GET " + B + "/buildconfigs/needy", 200, """
                {"metadata":{"name":"needy"},"spec":{"source":{"configMaps":[{"configMap":{"name":"b"}},
                {"configMap":{"name":"a"}}],"secrets":[{"secret":{"name":"c"}}]},"strategy":{"sourceStrategy":{}}}}""");
        assertEquals(
                new Ran(1, "", "error: Missing resources\nConfig Maps: a, b\nSecrets: c\n"),
                api.s2ioc(dir, "start-build", "needy", "--from-dir=."));
    }

    @Test
    void webhooks_are_listed_without_their_secrets() {
        String url = api.url() + HELLO + "/webhooks/<secret>/";
        assertEquals(
                new Ran(0, "GitHub " + url + "github\nGeneric " + url + "generic\n", ""), start("--list-webhooks=all"));
        assertEquals(new Ran(0, url + "generic\n", ""), start("--list-webhooks=generic"));
    }

    @Test
    void a_build_is_repeated_with_other_variables() {
        List<String> bodies = new ArrayList<>();
        api.on("POST " + B + "/builds/hello-1/clone", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            StreamingApi.answer(exchange, 201, "{\"kind\":\"Build\",\"metadata\":{\"name\":\"hello-2\"}}");
        });
        assertEquals(
                new Ran(0, "build.build.openshift.io/hello-2 started\n", ""),
                api.s2ioc(dir, "start-build", "--from-build=hello-1", "-e", "A=B"));
        assertEquals(
                List.of("{\"kind\":\"BuildRequest\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":"
                        + "\"hello-1\"},\"env\":[{\"name\":\"A\",\"value\":\"B\"}],"
                        + "\"triggeredBy\":[{\"message\":\"Manually triggered\"}],\"dockerStrategyOptions\":{},"
                        + "\"sourceStrategyOptions\":{}}"),
                bodies);
    }
}
