package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Logging in as {@code oc login} does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuthTest {
    private static final String VERIFIER = "a-verifier-that-nobody-else-knows-0123456789-abcdefgh";

    private TestCluster cluster;
    private Path directory;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        this.directory = directory;
        cluster = new TestCluster(directory);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void the_metadata_names_the_endpoints() {
        JsonNode metadata = get("/.well-known/oauth-authorization-server").body();
        assertEquals(url(), metadata.path("issuer").asText());
        assertEquals(
                url() + "/oauth/authorize",
                metadata.path("authorization_endpoint").asText());
        assertEquals(url() + "/oauth/token", metadata.path("token_endpoint").asText());
        assertEquals(
                "[\"plain\",\"S256\"]",
                metadata.path("code_challenge_methods_supported").toString());
    }

    @Test
    void without_a_password_it_is_asked_for() {
        TestCluster.Answer answer = get(authorize("code", implicit()));
        assertEquals(401, answer.code());
        assertEquals(
                "Basic realm=\"openshift\"",
                answer.response().headers().firstValue("WWW-Authenticate").orElse(""));
    }

    @Test
    void a_wrong_password_is_refused() {
        assertEquals(
                401, login("developer:wrong", authorize("code", implicit())).code());
        assertEquals(401, login("kubeadmin:", authorize("code", implicit())).code());
        assertEquals(
                401, login("nobody:developer", authorize("code", implicit())).code());
    }

    @Test
    void a_code_becomes_a_token_once() {
        String code = code();
        TestCluster.Answer answer = redeem(code, VERIFIER);
        assertEquals(200, answer.code(), answer.response()::body);
        String token = answer.text("access_token");
        assertTrue(token.startsWith("sha256~"), token);
        assertEquals("Bearer 86400", answer.text("token_type") + " " + answer.text("expires_in"));
        assertEquals(
                "developer",
                cluster.send(cluster.request(token, "/apis/user.openshift.io/v1/users/~")
                                .GET())
                        .text("metadata", "name"));
        assertEquals("400 invalid_grant", refusal(redeem(code, VERIFIER)));
    }

    @Test
    void a_code_is_worth_nothing_without_its_verifier() {
        assertEquals("400 invalid_grant", refusal(redeem(code(), "another")));
        assertEquals("400 invalid_grant", refusal(redeem("sha256~guessed", VERIFIER)));
    }

    @Test
    void the_implicit_flow_gives_the_token_at_once() {
        String location = location(login("developer:developer", authorize("token", implicit())));
        assertTrue(location.startsWith(implicit() + "#access_token=sha256~"), location);
    }

    @Test
    void the_administrators_password_is_in_a_private_file() throws Exception {
        Path file = directory.resolve("api/kubeadmin-password");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(cluster.server.adminPassword(), Files.readString(file));
        assertEquals(
                302,
                login("kubeadmin:" + Files.readString(file), authorize("code", implicit()))
                        .code());
    }

    @Test
    void nobody_is_sent_elsewhere() {
        assertEquals(
                400,
                login("developer:developer", authorize("code", "https://evil.example/"))
                        .code());
        assertEquals(
                400,
                login("developer:developer", authorize("code", "http://127.0.0.1.evil.example/"))
                        .code());
        assertEquals(
                302,
                login("developer:developer", authorize("code", "http://127.0.0.1:1234/callback"))
                        .code());
    }

    @Test
    void a_browser_is_shown_a_token_once() {
        String authorize = location(get("/oauth/token/request")).substring(url().length());
        String display = location(login("developer:developer", authorize)).substring(url().length());
        String page = get(display).response().body();
        assertTrue(page.contains("s2ioc login --token=sha256~"), page);
        assertEquals(400, get(display).code());
    }

    @Test
    void the_server_can_be_found_without_a_body() {
        TestCluster.Answer head =
                cluster.send(cluster.request("", "/").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals("403 ", head.code() + " " + head.response().body());
        assertEquals(200, get("/version").code());
    }

    private String code() {
        String location = location(login("developer:developer", authorize("code", implicit())));
        assertTrue(location.startsWith(implicit() + "?code=sha256~"), location);
        return URI.create(location).getQuery().substring("code=".length());
    }

    private TestCluster.Answer redeem(String code, String verifier) {
        String form = "code=" + encoded(code) + "&code_verifier=" + encoded(verifier)
                + "&grant_type=authorization_code&redirect_uri=" + encoded(implicit());
        return cluster.send(cluster.request(
                        "",
                        "/oauth/token",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "openshift-challenging-client:".getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private TestCluster.Answer login(String credentials, String path) {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return cluster.send(
                cluster.request("", path, "Authorization", "Basic " + basic).GET());
    }

    private TestCluster.Answer get(String path) {
        return cluster.send(cluster.request("", path).GET());
    }

    private static String location(TestCluster.Answer answer) {
        return answer.response().headers().firstValue("Location").orElse("none: " + answer.code());
    }

    private static String refusal(TestCluster.Answer answer) {
        return answer.code() + " " + answer.text("error");
    }

    private String authorize(String type, String redirect) {
        return "/oauth/authorize?client_id=openshift-challenging-client&code_challenge=" + challenge()
                + "&code_challenge_method=S256&redirect_uri=" + encoded(redirect) + "&response_type=" + type;
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private String implicit() {
        return url() + "/oauth/token/implicit";
    }

    private String url() {
        return cluster.server.url().toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
