package dev.s2ioc.kubeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flags change of the selected context, which credentials a user has, and what is refused. */
class ResolutionTest {
    @TempDir
    Path home;

    KubeconfigFiles files;

    @BeforeEach
    void files() {
        files = new KubeconfigFiles(home);
    }

    private ClientConfig resolve(String cluster, String user, Overrides overrides) throws IOException {
        files.write(".kube/config", """
                clusters:
                - name: c
                  cluster: CLUSTER
                - name: d
                  cluster: {server: "https://d:6443"}
                users:
                - name: u
                  user: USER
                - name: v
                  user: {token: of-v}
                contexts:
                - name: x
                  context: {cluster: c, user: u, namespace: demo}
                - name: y
                  context: {cluster: d, user: nobody}
                - name: z
                  context: {cluster: nowhere, user: u}
                current-context: x
                """.replace("CLUSTER", cluster).replace("USER", user));
        return files.load().resolve(overrides);
    }

    private ClientConfig resolve(Overrides overrides) throws IOException {
        return resolve("{server: 'https://c:6443'}", "{token: of-u}", overrides);
    }

    private String refused(String cluster, String user, Overrides overrides) {
        return assertThrows(KubeconfigException.class, () -> resolve(cluster, user, overrides))
                .getMessage();
    }

    private static Overrides flags(UnaryOperator<OverridesBuilder> set) {
        return set.apply(new OverridesBuilder()).build();
    }

    @Test
    void another_context() throws IOException {
        ClientConfig config = resolve(flags(f -> f.context("y")));
        assertEquals(URI.create("https://d:6443"), config.server());
        assertEquals("default", config.namespace());
        assertEquals(Optional.of("y"), config.context());
        assertEquals(Credentials.NONE, config.credentials());
    }

    @Test
    void another_cluster_user_and_namespace() throws IOException {
        ClientConfig config = resolve(flags(f -> f.cluster("d").user("v").namespace("other")));
        assertEquals(URI.create("https://d:6443"), config.server());
        assertEquals("other", config.namespace());
        assertEquals(Optional.of("of-v"), config.credentials().bearerToken());
    }

    @Test
    void names_that_do_not_exist_are_refused_with_those_that_do() {
        assertEquals(
                "context \"nope\" does not exist\nThe kubeconfig has: x, y, z",
                refused("{}", "{}", flags(f -> f.context("nope"))));
        assertEquals(
                "cluster \"nope\" does not exist\nThe kubeconfig has: c, d",
                refused("{}", "{}", flags(f -> f.cluster("nope"))));
        assertEquals(
                "auth info \"nope\" does not exist\nThe kubeconfig has: u, v",
                refused("{}", "{}", flags(f -> f.user("nope"))));
    }

    @Test
    void a_context_without_a_server_is_incomplete() {
        assertEquals(
                "Missing or incomplete configuration info.",
                refused("{}", "{}", flags(f -> f.context("z"))).substring(0, 41));
        assertEquals(
                "Missing or incomplete configuration info.",
                refused("{}", "{}", Overrides.NONE).substring(0, 41));
    }

    @Test
    void a_server_alone_is_enough() {
        ClientConfig config =
                new KubeconfigFiles(home.resolve("empty")).load().resolve(flags(f -> f.server("host:8443/")));
        assertEquals(URI.create("https://host:8443"), config.server());
        assertEquals("default", config.namespace());
        assertEquals(Optional.empty(), config.context());
    }

    @Test
    void a_token_flag_replaces_the_user_s_credentials() throws IOException {
        ClientConfig config =
                resolve("{server: 'https://c:1'}", "{username: u, password: p}", flags(f -> f.token("flag")));
        assertEquals(Optional.of("flag"), config.credentials().bearerToken());
        assertEquals(Optional.empty(), config.credentials().basic());
    }

    @Test
    void a_token_is_sent_over_plain_http_too() throws IOException {
        ClientConfig config = resolve("{server: 'http://c:8080'}", "{token: abc}", Overrides.NONE);
        assertEquals(Optional.of("abc"), config.credentials().bearerToken());
    }

    @Test
    void a_token_file_wins_over_a_token_and_is_read_anew() throws IOException {
        files.write(".kube/t", "first\n");
        ClientConfig config = resolve("{server: 'https://c:1'}", "{tokenFile: t, token: abc}", Overrides.NONE);
        assertEquals(Optional.of("first"), config.credentials().bearerToken());
        files.write(".kube/t", "second");
        assertEquals(Optional.of("second"), config.credentials().bearerToken());
    }

    @Test
    void basic_authentication() throws IOException {
        ClientConfig config = resolve("{server: 'https://c:1'}", "{username: me, password: '007'}", Overrides.NONE);
        assertEquals(
                Optional.of(new Credentials.Basic("me", "007")),
                config.credentials().basic());
    }

    @Test
    void a_client_certificate_from_data_or_files() throws IOException {
        files.write(".kube/cert", "from file");
        files.write("key", "from flag");
        ClientConfig config =
                resolve("{server: 'https://c:1'}", "{client-certificate: cert, client-key-data: a2V5}", Overrides.NONE);
        Credentials.ClientCertificate pair = config.credentials().certificate().orElseThrow();
        assertEquals("from file", new String(pair.certificate()));
        assertEquals("key", new String(pair.key()));
        ClientConfig flagged = resolve(
                "{server: 'https://c:1'}",
                "{client-certificate: cert, client-key-data: a2V5}",
                flags(f -> f.clientKey(home.resolve("key"))));
        assertEquals(
                "from flag",
                new String(flagged.credentials().certificate().orElseThrow().key()));
    }

    @Test
    void a_certificate_without_its_key_is_refused() {
        assertEquals(
                "invalid configuration: client-key-data or client-key must be specified for user \"u\" to use the"
                        + " clientCert authentication method.",
                refused("{server: 'https://c:1'}", "{client-certificate-data: a2V5}", Overrides.NONE));
    }

    @Test
    void trust_in_the_cluster_s_authority_or_the_flag_s() throws IOException {
        files.write("ca", "of flag");
        String cluster = "{server: 'https://c:1', certificate-authority-data: b2YgZmlsZQ==}";
        ClientConfig.Tls own = resolve(cluster, "{}", Overrides.NONE).tls();
        assertEquals("of file", new String(own.authorities().orElseThrow()));
        ClientConfig.Tls flag = resolve(cluster, "{}", flags(f -> f.certificateAuthority(home.resolve("ca"))))
                .tls();
        assertEquals("of flag", new String(flag.authorities().orElseThrow()));
        ClientConfig.Tls none =
                resolve(cluster, "{}", flags(f -> f.insecure(true))).tls();
        assertEquals(new ClientConfig.Tls(Optional.empty(), true), none);
        ClientConfig.Tls checked = resolve(
                        "{server: 'https://c:1', insecure-skip-tls-verify: true}", "{}", flags(f -> f.insecure(false)))
                .tls();
        assertEquals(ClientConfig.Tls.SYSTEM, checked);
    }

    @Test
    void trust_that_contradicts_itself_or_cannot_be_had_is_refused() {
        assertEquals(
                "specifying a root certificates file with the insecure flag is not allowed",
                refused(
                        "{server: 'https://c:1', certificate-authority-data: eA==, insecure-skip-tls-verify: true}",
                        "{}",
                        Overrides.NONE));
        assertEquals(
                "invalid configuration: unable to read certificate-authority " + home + "/.kube/nosuch for cluster"
                        + " \"c\": no such file or directory",
                refused("{server: 'https://c:1', certificate-authority: nosuch}", "{}", Overrides.NONE));
        assertEquals(
                "tls-server-name is not supported: use an address that the server's certificate names",
                refused("{server: 'https://c:1', tls-server-name: x}", "{}", Overrides.NONE));
        assertEquals(
                "cluster \"c\": insecure-skip-tls-verify must be true or false, not \"maybe\"",
                refused("{server: 'https://c:1', insecure-skip-tls-verify: maybe}", "{}", Overrides.NONE));
    }

    @Test
    void impersonation() throws IOException {
        String user = "{token: t, as: a, as-uid: '7', as-groups: [g, h], as-user-extra: {k: [v, w]}}";
        assertEquals(
                new ClientConfig.Impersonation(
                        Optional.of("a"), List.of("g", "h"), Optional.of("7"), Map.of("k", List.of("v", "w"))),
                resolve("{server: 'https://c:1'}", user, Overrides.NONE).impersonation());
        assertEquals(
                new ClientConfig.Impersonation(Optional.of("b"), List.of("i"), Optional.of("8"), Map.of()),
                resolve(flags(f -> f.as("b").asGroups(List.of("i")).asUid("8"))).impersonation());
        assertEquals(
                "requesting uid, groups or user-extra without impersonating a user: add --as",
                refused("{server: 'https://c:1'}", "{}", flags(f -> f.asUid("8"))));
    }

    @Test
    void the_request_timeout() throws IOException {
        assertEquals(Duration.ZERO, resolve(Overrides.NONE).requestTimeout());
        assertEquals(
                Duration.ofSeconds(90),
                resolve(flags(f -> f.requestTimeout("1m30s"))).requestTimeout());
    }

    @Test
    void proxies() throws IOException {
        assertEquals(
                Optional.of(URI.create("http://proxy:3128")),
                resolve("{server: 'https://c:1', proxy-url: 'http://proxy:3128'}", "{}", Overrides.NONE)
                        .proxy());
        assertEquals(
                "proxy-url: the proxy \"socks5://proxy:1080\" cannot be used; only proxies with an http:// address are"
                        + " supported",
                refused("{server: 'https://c:1', proxy-url: 'socks5://proxy:1080'}", "{}", Overrides.NONE));
    }

    @Test
    void an_auth_provider_is_refused() {
        assertEquals(
                "user \"u\" uses an auth-provider, which clients no longer support; use an exec plugin, or 's2ioc login'",
                refused("{server: 'https://c:1'}", "{auth-provider: {name: gcp}}", Overrides.NONE));
    }
}
