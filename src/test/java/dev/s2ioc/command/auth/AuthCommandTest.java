package dev.s2ioc.command.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code auth}: what is asked, and how the answer is told. */
class AuthCommandTest {
    private static final String ACCESS = "POST /apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
    private static final String SELF = "POST /apis/authentication.k8s.io/v1/selfsubjectreviews";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void yes() {
        api.on(ACCESS, "{\"status\":{\"allowed\":true}}");
        assertEquals(new Ran(0, "yes\n", ""), api.s2ioc(home, "auth", "can-i", "create", "builds"));
        assertEquals(
                List.of(ACCESS
                        + " {\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":"
                        + "{\"resourceAttributes\":{\"namespace\":\"demo\",\"verb\":\"create\","
                        + "\"group\":\"build.openshift.io\",\"resource\":\"builds\"}}}"),
                api.requests());
    }

    @Test
    void no() {
        api.on(ACCESS, "{\"status\":{\"allowed\":false,\"reason\":\"so\"}}");
        assertEquals(
                new Ran(1, "no - so\n", ""),
                api.s2ioc(home, "auth", "can-i", "get", "bc/a", "--subresource=log", "-A"));
        assertEquals(new Ran(1, "", ""), api.s2ioc(home, "auth", "can-i", "get", "/metrics", "-q"));
        assertEquals(
                ACCESS + " {\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectAccessReview\",\"spec\":"
                        + "{\"nonResourceAttributes\":{\"path\":\"/metrics\",\"verb\":\"get\"}}}",
                api.requests().getLast());
    }

    @Test
    void a_verb_that_nobody_knows() {
        api.on(ACCESS, "{\"status\":{\"allowed\":false}}");
        assertEquals(
                new Ran(1, "no\n", "Warning: verb 'frobnicate' is not a known verb\n\n"),
                api.s2ioc(home, "auth", "can-i", "frobnicate", "builds"));
        assertEquals(
                new Ran(1, "no\n", "Warning: verb 'list' is not a known verb\n\n"),
                api.s2ioc(home, "auth", "can-i", "list", "/metrics"));
    }

    @Test
    void whoami() {
        api.on(SELF, """
                {"status":{"userInfo":{"username":"developer","groups":["a","b"],"extra":{"scopes":["user:full"]}}}}""");
        assertEquals(new Ran(0, """
                        ATTRIBUTE       VALUE
                        Username        developer
                        Groups          [a b]
                        Extra: scopes   [user:full]
                        """, ""), api.s2ioc(home, "auth", "whoami"));
    }
}
