package dev.s2ioc.kubeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written where, and what survives it. */
class KubeconfigEditTest {
    private static final URI SERVER = URI.create("https://127.0.0.1:18999");

    @TempDir
    Path home;

    KubeconfigFiles files;

    @BeforeEach
    void files() {
        files = new KubeconfigFiles(home);
    }

    private static KubeconfigEdit.Cluster cluster(Path authority) {
        return new KubeconfigEdit.Cluster(SERVER, Optional.of(authority), Optional.empty(), false);
    }

    private static Context context(String namespace) {
        String cluster = ServerAddress.nickname(SERVER);
        return new Context(
                Context.nickname(namespace, cluster, "developer/" + cluster),
                cluster,
                "developer/" + cluster,
                Optional.of(namespace));
    }

    private List<String> names(Path directory) throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void a_first_login_writes_the_file_that_oc_writes() throws IOException {
        files.load()
                .edit()
                .cluster("127-0-0-1:18999", cluster(home.resolve(".kube/c.pem")))
                .user("developer/127-0-0-1:18999", "sha256~TOK")
                .context(context("demo"))
                .currentContext(context("demo").name())
                .save();
        assertEquals("""
                apiVersion: v1
                clusters:
                - cluster:
                    certificate-authority: c.pem
                    server: https://127.0.0.1:18999
                  name: 127-0-0-1:18999
                contexts:
                - context:
                    cluster: 127-0-0-1:18999
                    namespace: demo
                    user: developer/127-0-0-1:18999
                  name: demo/127-0-0-1:18999/developer
                current-context: demo/127-0-0-1:18999/developer
                kind: Config
                preferences: {}
                users:
                - name: developer/127-0-0-1:18999
                  user:
                    token: sha256~TOK
                """, Files.readString(home.resolve(".kube/config")));
        assertEquals(List.of("config"), names(home.resolve(".kube")));
        assertEquals("rw-------", mode(home.resolve(".kube/config")));
        assertEquals("rwxr-xr-x", mode(home.resolve(".kube")));
    }

    @Test
    void contexts_stay_sorted_and_logging_out_leaves_the_user_empty() throws IOException {
        files.load().edit().context(context("demo")).save();
        files.load().edit().context(context("other")).user("u", "t").save();
        files.load().edit().context(context("fresh")).userWithoutToken("u").save();
        assertEquals(
                List.of(
                        "demo/127-0-0-1:18999/developer",
                        "fresh/127-0-0-1:18999/developer",
                        "other/127-0-0-1:18999/developer"),
                ConfigFile.read(home.resolve(".kube/config")).orElseThrow().names(Section.CONTEXTS));
        assertEquals(
                "users:\n- name: u\n  user: {}\n",
                Files.readString(home.resolve(".kube/config")).replaceFirst("(?s).*(?=users:)", ""));
    }

    @Test
    void what_it_does_not_know_stays_with_quotes_and_comments() throws IOException {
        Path file = files.write(".kube/config", """
                # mine
                apiVersion: v1
                kind: Config
                clusters:
                - name: b # the big one
                  cluster:
                    server: https://b:6443
                    insecure-skip-tls-verify: true
                    extensions:
                    - name: note
                      extension: {since: '2024', yes: "on"}
                users:
                - name: "1e3"
                  user:
                    token: "00123"
                    exec:
                      command: x
                    impersonate-later: 1.10
                future: [a, "b"]
                current-context: x
                """);
        files.load()
                .edit()
                .cluster("b", KubeconfigEdit.Cluster.trusting(URI.create("https://b:7443"), new byte[] {'x'}))
                .cluster("a", new KubeconfigEdit.Cluster(SERVER, Optional.empty(), Optional.empty(), true))
                .user("1e3", "456")
                .save();
        assertEquals("""
                # mine
                apiVersion: v1
                kind: Config
                clusters:
                - cluster:
                    insecure-skip-tls-verify: true
                    server: https://127.0.0.1:18999
                  name: a
                - name: b # the big one
                  cluster:
                    certificate-authority-data: eA==
                    server: https://b:7443
                    extensions:
                    - name: note
                      extension: {since: '2024', yes: "on"}
                users:
                - name: "1e3"
                  user:
                    impersonate-later: 1.10
                    token: "456"
                future: [a, "b"]
                current-context: x
                """, Files.readString(file));
    }

    @Test
    void changed_entries_go_home_and_new_ones_to_the_first_file() throws IOException {
        files.write("one", KubeconfigFiles.single("one").replaceFirst("current-context: one\n", ""));
        files.write("two", KubeconfigFiles.single("two"));
        Kubeconfig merged = files.load(Map.of("KUBECONFIG", "missing:one:two"));
        merged.edit()
                .user("two", "changed")
                .user("three", "new")
                .currentContext("one")
                .save();
        ConfigFile one = ConfigFile.read(home.resolve("one")).orElseThrow();
        ConfigFile two = ConfigFile.read(home.resolve("two")).orElseThrow();
        assertEquals(List.of("one", "three"), one.names(Section.USERS));
        assertEquals(List.of("two"), two.names(Section.USERS));
        assertEquals(
                Optional.of("changed"),
                two.entry(Section.USERS, "two").orElseThrow().text("token"));
        assertEquals(Optional.of("one"), two.currentContext());
        assertEquals(Optional.empty(), one.currentContext());
        assertEquals(false, Files.exists(home.resolve("missing")));
    }

    @Test
    void with_no_file_yet_the_last_of_the_list_is_made() {
        files.load(Map.of("KUBECONFIG", "one:sub/two")).edit().user("u", "t").save();
        assertEquals(false, Files.exists(home.resolve("one")));
        assertEquals(true, Files.exists(home.resolve("sub/two")));
    }

    @Test
    void removing_leaves_the_rest() throws IOException {
        files.write(".kube/config", KubeconfigFiles.single("a"));
        files.load().edit().user("b", "t").save();
        files.load()
                .edit()
                .removeContext("a")
                .removeUser("a")
                .removeCluster("a")
                .removeCluster("never was")
                .save();
        Kubeconfig left = files.load();
        assertEquals(Optional.empty(), left.currentContext());
        assertEquals(List.of(), left.contextNames());
        assertEquals(List.of("b"), left.names(Section.USERS));
        assertEquals(List.of(), left.names(Section.CLUSTERS));
    }

    @Test
    void another_current_context_survives_the_removal_of_a_context() throws IOException {
        files.write(".kube/config", KubeconfigFiles.single("a"));
        files.load().edit().context(context("demo")).save();
        files.load().edit().removeContext(context("demo").name()).save();
        assertEquals(Optional.of("a"), files.load().currentContext());
    }

    @Test
    void a_link_stays_a_link_and_a_readable_file_becomes_private() throws IOException {
        Path real = files.write("dotfiles/kube", KubeconfigFiles.single("a"));
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createDirectories(home.resolve(".kube"));
        Files.createSymbolicLink(home.resolve(".kube/config"), real);
        files.load().edit().currentContext("b").save();
        assertEquals(true, Files.isSymbolicLink(home.resolve(".kube/config")));
        assertEquals("rw-------", mode(real));
        assertEquals(Optional.of("b"), files.load().currentContext());
    }

    @Test
    void a_lock_that_stays_is_named_and_nothing_is_written() throws IOException {
        Path file = files.write(".kube/config", KubeconfigFiles.single("a"));
        Path lock = files.write(".kube/config.lock", "");
        KubeconfigEdit edit = files.load().edit().currentContext("b");
        assertEquals(
                "another program is writing " + file + "; if none is, remove " + lock,
                assertThrows(KubeconfigException.class, edit::save).getMessage());
        assertEquals(KubeconfigFiles.single("a"), Files.readString(file));
        assertEquals(List.of("config", "config.lock"), names(home.resolve(".kube")));
    }

    @Test
    void a_change_waits_for_another_and_loses_nothing_of_it() throws Exception {
        files.write(".kube/config", KubeconfigFiles.single("a"));
        List<Thread> writers = Stream.of("p", "q", "r", "s")
                .map(name -> Thread.ofVirtual()
                        .start(() -> files.load().edit().user(name, "t").save()))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(List.of("a", "p", "q", "r", "s"), files.load().names(Section.USERS));
    }

    @Test
    void a_file_in_flow_style_stays_in_it() throws IOException {
        Path file = files.write(".kube/config", "{\"current-context\": \"a\", \"users\": []}\n");
        files.load().edit().user("u", "t").save();
        assertEquals(
                "{\"current-context\": \"a\", \"users\": [{name: u, user: {token: t}}]}\n", Files.readString(file));
    }
}
