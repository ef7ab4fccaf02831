package dev.s2ioc.cluster.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds of what git repositories hold, with the real git and an engine that only pretends. */
@Timeout(180)
class GitSourceTest {
    private static final String DOCKER = "'dockerStrategy':{}";
    private static final String DOCKERFILE = "FROM quay.io/base\n";

    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine();
    private Yard yard;
    private GitRepository repository;

    @BeforeEach
    void open() throws Exception {
        yard = new Yard(directory.resolve("yard"), engine);
        repository = GitRepository.in(directory.resolve("app"));
    }

    @AfterEach
    void close() {
        yard.close();
    }

    private ObjectNode build(String uri, String more) throws Exception {
        yard.config("app", DOCKER, ",'source':{'git':{'uri':'" + uri + "'" + more + "}");
        yard.instantiate("app", "{}");
        return yard.ended("app-1");
    }

    private String outcome(ObjectNode build) throws Exception {
        JsonNode status = build.path("status");
        return Json.at(status, "phase") + " " + Json.at(status, "reason") + "\n" + yard.log("app-1");
    }

    private List<String> builtFiles() {
        return engine.files.stream().filter(file -> !file.startsWith(".git/")).toList();
    }

    @Test
    void a_repository_is_cloned_and_its_commit_written_into_the_log_the_build_and_the_image() throws Exception {
        String commit = repository.commit("Fix header\n\nIt was wrong.", "Dockerfile", DOCKERFILE);
        ObjectNode build = build("file://" + repository.directory(), "}");
        assertEquals(
                """
                Complete\s
                Cloning "file://%s" ...
                	Commit:	%s (Fix header)
                	Author:	Ana <ana@example.com>
                	Date:	Mon Nov 23 05:00:00 2026 +0000
                Caching blobs under "/var/cache/blobs".
                """.formatted(repository.directory(), commit), outcome(build).replaceFirst("(?s)\n\nPulling.*", "\n"));
        assertEquals(
                "{\"type\":\"Git\",\"git\":{\"commit\":\"" + commit
                        + "\",\"author\":{\"name\":\"Ana\",\"email\":\"ana@example.com\"},"
                        + "\"committer\":{\"name\":\"Bob\",\"email\":\"bob@example.com\"},\"message\":\"Fix header\"}}",
                Json.text(build.path("spec").path("revision")));
        assertEquals("FetchInputs", Json.at(build.path("status").path("stages").path(0), "name"));
        assertEquals(List.of("""
                FROM quay.io/base
                ENV "OPENSHIFT_BUILD_NAME"="app-1" "OPENSHIFT_BUILD_NAMESPACE"="demo" \
                "OPENSHIFT_BUILD_SOURCE"="file://%s" "OPENSHIFT_BUILD_COMMIT"="%s"
                LABEL "io.openshift.build.commit.author"="Ana <ana@example.com>" "io.openshift.build.commit.id"="%2$s" \
                "io.openshift.build.commit.message"="Fix header" "io.openshift.build.name"="app-1" \
                "io.openshift.build.namespace"="demo"
                """.formatted(repository.directory(), commit)), engine.dockerfiles);
    }

    @Test
    void a_branch_and_a_directory_of_it_are_built() throws Exception {
        repository.commit("First", "README", "x");
        repository.git("checkout", "--quiet", "-b", "next");
        repository.commit("Second", "web/Dockerfile", DOCKERFILE);
        repository.git("checkout", "--quiet", "main");
        build(repository.directory().toString(), ",'ref':'next'},'contextDir':'web'");
        assertEquals(List.of("Dockerfile"), builtFiles());
    }

    @Test
    void what_is_on_no_branch_is_asked_for_by_its_name() throws Exception {
        repository.commit("First", "README", "x");
        repository.git("checkout", "--quiet", "-b", "side");
        repository.commit("Second", "Dockerfile", DOCKERFILE);
        repository.git("update-ref", "refs/pull/1/head", "side");
        repository.git("checkout", "--quiet", "main");
        repository.git("branch", "--quiet", "-D", "side");
        build(repository.directory().toString(), ",'ref':'refs/pull/1/head'}");
        assertEquals(List.of("Dockerfile", "README"), builtFiles());
    }

    @Test
    void submodules_are_part_of_the_source() throws Exception {
        GitRepository library = GitRepository.in(directory.resolve("library"));
        library.commit("Library", "lib.txt", "l");
        repository.commit("First", "Dockerfile", DOCKERFILE);
        repository.git("submodule", "--quiet", "add", library.directory().toString(), "lib");
        repository.commit("Second", "x", "x");
        build(repository.directory().toString(), "}");
        assertEquals(List.of(".gitmodules", "Dockerfile", "lib/.git", "lib/lib.txt", "x"), builtFiles());
    }

    @Test
    void an_unreachable_repository_fails_as_recorded() throws Exception {
        ObjectNode build = build("https://127.0.0.1:9/none.git", "}");
        ObjectNode status = Json.child(build, "status");
        assertEquals(
                "{\"phase\":\"Failed\",\"reason\":\"FetchSourceFailed\","
                        + "\"message\":\"Failed to fetch the input source.\"}",
                Json.text(status.deepCopy().retain("phase", "reason", "message")));
        assertEquals(
                "Cloning \"https://127.0.0.1:9/none.git\" ...\n"
                        + "error: fatal: unable to access 'https://127.0.0.1:9/none.g... to 127.0.0.1 port 9 after 0 ms:"
                        + " Couldn't connect to server",
                Json.at(status, "logSnippet").replaceFirst("after \\d+ ms", "after 0 ms"));
        assertFalse(status.has("stages"));
    }

    @Test
    void a_missing_branch_is_told() throws Exception {
        repository.commit("First", "Dockerfile", DOCKERFILE);
        assertEquals(
                """
                Failed FetchSourceFailed
                Cloning "%s" ...
                error: error: pathspec 'nope' did not match any file(s) known to git
                """.formatted(repository.directory()),
                outcome(build(repository.directory().toString(), ",'ref':'nope'}")));
    }

    @Test
    void programs_and_options_are_no_addresses() throws Exception {
        assertEquals("""
                Failed FetchSourceFailed
                Cloning "ext::touch-hacked" ...
                error: "ext::touch-hacked" is no URL of a git repository and no absolute path
                """, outcome(build("ext::touch-hacked", "}")));
    }

    @Test
    void an_option_is_no_branch() throws Exception {
        assertEquals("""
                Failed FetchSourceFailed
                Cloning "%s" ...
                error: "--upload-pack=x" is no branch, tag or commit
                """.formatted(directory), outcome(build(directory.toString(), ",'ref':'--upload-pack=x'}")));
    }

    @Test
    void a_source_secret_opens_its_own_host() throws Exception {
        repository.commit("First", "Dockerfile", DOCKERFILE);
        repository.git("update-server-info");
        secret("{'username':'" + base64("ana@x") + "','password':'" + base64("p w") + "'}");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serveToAna);
        server.start();
        try {
            String uri = "http://127.0.0.1:" + server.getAddress().getPort() + "/app.git";
            ObjectNode build = build(uri, ",'ref':'main'},'sourceSecret':{'name':'key'}");
            assertEquals("Complete", Json.at(build, "status", "phase"), yard.log("app-1"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_repository_is_asked_for_through_the_proxy_of_the_source_with_the_settings_of_the_secret() throws Exception {
        repository.commit("First", "Dockerfile", DOCKERFILE);
        repository.git("update-server-info");
        String header = "[http]\n\textraHeader = Authorization: Basic " + base64("ana@x:p w");
        secret("{'.gitconfig':'" + base64(header) + "'}");
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", this::serveToAna);
        proxy.start();
        try {
            String address = "http://127.0.0.1:" + proxy.getAddress().getPort();
            ObjectNode build = build(
                    "http://nowhere.invalid/app.git",
                    ",'ref':'main','httpProxy':'" + address + "'},'sourceSecret':{'name':'key'}");
            assertEquals("Complete", Json.at(build, "status", "phase"), yard.log("app-1"));
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void a_server_that_wants_another_login_is_told_in_the_builders_words() throws Exception {
        secret("{'username':'" + base64("bob") + "','password':'" + base64("x") + "'}");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serveToAna);
        server.start();
        try {
            String uri = "http://127.0.0.1:" + server.getAddress().getPort() + "/app.git";
            assertEquals("""
                    Failed FetchSourceFailed
                    Cloning "%1$s" ...
                    error: failed to fetch requested repository "%1$s" with provided credentials
                    """.formatted(uri), outcome(build(uri, "},'sourceSecret':{'name':'key'}")));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void cancelling_ends_a_clone_whose_server_says_nothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String uri = "http://127.0.0.1:" + silent.getLocalPort() + "/app.git";
            yard.config("app", "'dockerStrategy':{}", ",'source':{'git':{'uri':'" + uri + "'}}");
            yard.instantiate("app", "{}");
            silent.accept().getInputStream().read();
            yard.cancel("app-1");
            assertEquals("Cancelled", Json.at(yard.ended("app-1"), "status", "phase"));
            assertEquals(
                    List.of(),
                    ProcessHandle.allProcesses()
                            .filter(process ->
                                    process.info().commandLine().orElse("").contains(uri))
                            .toList());
        }
    }

    @Test
    void a_source_secret_that_cannot_be_used_is_refused() throws Exception {
        secret("{'netrc':'" + base64("machine x") + "'}");
        assertEquals("""
                Failed FetchSourceFailed
                Cloning "https://127.0.0.1:9/x" ...
                error: the local cluster cannot use netrc of a source secret, only .gitconfig, ca.crt, known_hosts, password, \
                ssh-privatekey, ssh-publickey, token, username
                """, outcome(build("https://127.0.0.1:9/x", "},'sourceSecret':{'name':'key'}")));
    }

    private void secret(String data) {
        yard.store.create(
                new Key("secrets", "demo", "key"),
                Yard.json("{'metadata':{'name':'key','namespace':'demo'},'data':" + data + "}"));
    }

    private static String base64(String text) {
        return java.util.Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void serveToAna(HttpExchange exchange) {
        try (exchange) {
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            Path file = repository
                    .directory()
                    .resolve(".git" + exchange.getRequestURI().getPath().substring(8));
            if (!("Basic " + base64("ana@x:p w")).equals(given)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (Files.isRegularFile(file)) {
                byte[] content = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
