package dev.s2ioc.cluster.registry;

import static dev.s2ioc.cluster.registry.Http.header;
import static dev.s2ioc.cluster.registry.Http.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryAuthTest {
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
    private static final String ANA = "Bearer ana-token";
    private static final String ROOT = "Bearer root-token";

    @TempDir
    Path directory;

    private Registry registry;
    private Http http;

    @BeforeEach
    void start() throws Exception {
        start(true);
    }

    private void start(boolean anonymousPull) throws Exception {
        registry = Registry.start(directory, 0, new MemoryStreams(new TestGuard(anonymousPull)), Instant.now());
        http = new Http(registry);
    }

    @AfterEach
    void stop() {
        http.close();
        registry.close();
    }

    private HttpResponse<byte[]> as(String authorization, String method, String path) throws Exception {
        byte[] body = method.equals("POST") || method.equals("PUT") ? HELLO : null;
        return http.send(method, path, body, "Authorization", authorization);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private String push(String repository) {
        return "/v2/" + repository + "/blobs/uploads/?digest=" + Digest.of(HELLO);
    }

    @Test
    void the_base_path_tells_where_tokens_are() throws Exception {
        var answer = http.get("/v2/");
        assertEquals(
                "401 {\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required\"}]}", seen(answer));
        assertEquals(
                "Bearer realm=\"http://" + registry.address() + "/openshift/token\"",
                header(answer, "WWW-Authenticate"));
        assertEquals("200 {}", seen(as(ANA, "GET", "/v2/")));
        assertEquals("200 {}", seen(as(basic("whoever", "ana-token"), "GET", "/v2/")));
        assertEquals("200 {}", seen(as("Bearer anonymous", "GET", "/v2/")));
        assertEquals(401, as("Bearer unknown", "GET", "/v2/").statusCode());
        assertEquals(401, as(basic("ana", "wrong"), "GET", "/v2/").statusCode());
        assertEquals(401, as("Negotiate abc", "GET", "/v2/").statusCode());
        assertEquals(401, as("Basic %%%", "GET", "/v2/").statusCode());
    }

    @Test
    void a_token_is_given_for_a_password_that_is_one() throws Exception {
        var answer = as(basic("ana", "ana-token"), "GET", "/openshift/token?scope=repository:demo/app:pull,push");
        assertEquals(
                "{\"access_token\":\"ana-token\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"token\":\"ana-token\"}",
                Http.text(answer));
        assertEquals("no-store", header(answer, "Cache-Control"));
        var refused = as(basic("ana", "wrong"), "GET", "/openshift/token");
        assertEquals(401, refused.statusCode());
        assertEquals("Basic realm=\"openshift\"", header(refused, "WWW-Authenticate"));
        assertEquals(
                "anonymous",
                new ObjectMapper()
                        .readTree(http.get("/openshift/token").body())
                        .path("token")
                        .asText());
    }

    @Test
    void a_token_is_given_by_oauth_with_the_scope_that_it_has() throws Exception {
        String form =
                "grant_type=password&username=ana&password=ana-token&service=x&client_id=docker&access_type=offline"
                        + "&scope=repository%3Ademo%2Fapp%3Apull%2Cpush%20repository%3Aother%2Fapp%3Apull%2Cpush";
        assertEquals(
                "200 {\"access_token\":\"ana-token\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
                        + "\"scope\":\"repository:demo/app:pull,push repository:other/app:pull\","
                        + "\"refresh_token\":\"ana-token\"}",
                seen(form(form)));
        assertEquals(
                "ana-token",
                new ObjectMapper()
                        .readTree(form("grant_type=refresh_token&refresh_token=ana-token")
                                .body())
                        .path("access_token")
                        .asText());
        assertEquals(401, form("grant_type=password&password=wrong").statusCode());
        assertEquals(400, form("grant_type=guess").statusCode());
        assertEquals(400, form("grant_type=password&password=%zz").statusCode());
    }

    private HttpResponse<byte[]> form(String text) throws Exception {
        return http.send(
                "POST",
                "/openshift/token",
                text.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    @Test
    void pushes_and_deletes_need_a_token_and_its_permission() throws Exception {
        assertEquals(401, http.send("POST", push("demo/app"), HELLO).statusCode());
        assertEquals(401, as("Bearer anonymous", "POST", push("demo/app")).statusCode());
        assertEquals(201, as(ANA, "POST", push("demo/app")).statusCode());
        assertEquals(
                "403 {\"errors\":[{\"code\":\"DENIED\",\"message\":\"user \\\"ana\\\" may not push other/app\"}]}",
                seen(as(ANA, "POST", push("other/app"))));
        assertEquals(201, as(ROOT, "POST", push("other/app")).statusCode());
        String blob = "/blobs/" + Digest.of(HELLO);
        assertEquals(403, as(ANA, "DELETE", "/v2/other/app" + blob).statusCode());
        assertEquals(401, http.send("DELETE", "/v2/demo/app" + blob, null).statusCode());
        assertEquals(202, as(ANA, "DELETE", "/v2/demo/app" + blob).statusCode());
        assertEquals(403, as(ANA, "POST", "/admin/prune").statusCode());
        assertEquals(403, as(ANA, "DELETE", "/admin" + blob).statusCode());
        assertEquals(204, as(ROOT, "DELETE", "/admin" + blob).statusCode());
        assertEquals(404, as(ROOT, "DELETE", "/admin" + blob).statusCode());
    }

    @Test
    void anybody_pulls_unless_that_is_switched_off() throws Exception {
        as(ANA, "POST", push("demo/app"));
        as(ROOT, "POST", push("other/app"));
        String blob = "/blobs/" + Digest.of(HELLO);
        assertEquals("200 hello", seen(http.get("/v2/demo/app" + blob)));
        assertEquals(200, http.get("/v2/_catalog").statusCode());
        stop();
        start(false);
        assertEquals(401, http.get("/v2/demo/app" + blob).statusCode());
        assertEquals(401, http.get("/openshift/token").statusCode());
        assertEquals(401, as("Bearer anonymous", "GET", "/v2/").statusCode());
        assertEquals("200 hello", seen(as(ANA, "GET", "/v2/demo/app" + blob)));
        assertEquals(403, as(ANA, "GET", "/v2/other/app" + blob).statusCode());
        assertEquals(403, as(ANA, "GET", "/v2/_catalog").statusCode());
        assertEquals(200, as(ROOT, "GET", "/v2/_catalog").statusCode());
    }

    @Test
    void a_blob_is_mounted_only_from_where_it_may_be_pulled() throws Exception {
        stop();
        start(false);
        as(ROOT, "POST", push("other/app"));
        String mount = "/v2/demo/app/blobs/uploads/?mount=" + Digest.of(HELLO);
        assertEquals(202, as(ANA, "POST", mount + "&from=other/app").statusCode());
        assertEquals(202, as(ANA, "POST", mount).statusCode());
        assertEquals(
                404, as(ANA, "GET", "/v2/demo/app/blobs/" + Digest.of(HELLO)).statusCode());
        as(ANA, "POST", push("demo/base"));
        assertEquals(201, as(ANA, "POST", mount).statusCode());
        assertEquals("200 hello", seen(as(ANA, "GET", "/v2/demo/app/blobs/" + Digest.of(HELLO))));
    }
}
