package dev.s2ioc.command.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code auth reconcile} and {@code auth can-i --list}. */
class ReconcileCommandTest {
    private static final String ROLES = "/apis/rbac.authorization.k8s.io/v1/namespaces/demo/roles";
    private static final String BINDINGS = "/apis/rbac.authorization.k8s.io/v1/namespaces/demo/rolebindings";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void creates_what_is_missing() throws IOException {
        write(role("[]"));
        api.missing("GET " + ROLES + "/r", "roles.rbac.authorization.k8s.io", "r");
        api.on("POST " + ROLES, role("[]"));
        assertEquals(
                new Ran(0, "role.rbac.authorization.k8s.io/r reconciled\n\treconciliation required create\n", ""),
                reconcile());
    }

    @Test
    void adds_what_a_role_does_not_allow_yet() throws IOException {
        write(role("[" + rule("'get','list'", "pods") + "," + rule("'get'", "secrets") + "]"));
        api.on("GET " + ROLES + "/r", role("[" + rule("'get'", "*") + "," + rule("'delete'", "pods") + "]"));
        String put = "PUT " + ROLES + "/r";
        api.on(put, role("[]"));
        assertEquals(
                new Ran(
                        0,
                        "role.rbac.authorization.k8s.io/r reconciled\n\treconciliation required update\n"
                                + "\tmissing rules added:\n\t\t" + rule("'list'", "pods") + "\n",
                        ""),
                reconcile());
        assertEquals(
                put + " "
                        + role("[" + rule("'get'", "*") + "," + rule("'delete'", "pods") + "," + rule("'list'", "pods")
                                + "]"),
                api.requests().getLast());
    }

    @Test
    void takes_away_what_is_too_much_if_wanted() throws IOException {
        write(role("[" + rule("'get'", "pods") + "]"));
        api.on("GET " + ROLES + "/r", role("[" + rule("'get','delete'", "pods") + "]"));
        String put = "PUT " + ROLES + "/r";
        api.on(put, role("[]"));
        assertEquals(new Ran(0, "role.rbac.authorization.k8s.io/r reconciled\n", ""), reconcile());
        assertEquals(
                new Ran(
                        0,
                        "role.rbac.authorization.k8s.io/r reconciled\n\treconciliation required update\n"
                                + "\textra rules removed:\n\t\t" + rule("'delete'", "pods") + "\n",
                        ""),
                reconcile("--remove-extra-permissions"));
        assertEquals(
                put + " " + role("[" + rule("'get'", "pods") + "]"),
                api.requests().getLast());
    }

    @Test
    void bindings() throws IOException {
        write(binding("edit", "u1"));
        api.on("GET " + BINDINGS + "/b", binding("edit", "u2"));
        api.on("PUT " + BINDINGS + "/b?dryRun=All", binding("edit", "u2"));
        String missing = "\tmissing subjects added:\n\t\t{\"kind\":\"User\",\"name\":\"u1\"}\n";
        assertEquals(
                new Ran(
                        0,
                        "rolebinding.rbac.authorization.k8s.io/b reconciled (server dry run)\n"
                                + "\treconciliation required update\n" + missing
                                + "\textra subjects removed:\n\t\t{\"kind\":\"User\",\"name\":\"u2\"}\n",
                        ""),
                reconcile("--remove-extra-subjects", "--dry-run=server"));
        assertEquals(
                "PUT " + BINDINGS + "/b?dryRun=All " + binding("edit", "u1"),
                api.requests().getLast());
    }

    @Test
    void another_role_needs_a_new_binding() throws IOException {
        write(binding("view", "u"));
        api.on("GET " + BINDINGS + "/b", binding("edit", "u"));
        api.missing("GET " + BINDINGS + "/b", "rolebindings.rbac.authorization.k8s.io", "b");
        api.on("DELETE " + BINDINGS + "/b", "{}");
        api.on("POST " + BINDINGS, binding("view", "u"));
        assertEquals(
                new Ran(
                        0,
                        "rolebinding.rbac.authorization.k8s.io/b reconciled\n\treconciliation required recreate\n"
                                + "\trole reference changed\n",
                        ""),
                reconcile());
        assertEquals(
                "POST " + BINDINGS + " " + binding("view", "u"), api.requests().getLast());
    }

    @Test
    void other_objects_are_skipped() throws IOException {
        write("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"x\"}}");
        assertEquals(new Ran(0, "", "skipping configmap/x: it is neither a role nor a binding\n"), reconcile());
        assertEquals(List.of(), api.requests());
    }

    @Test
    void lists_what_one_may_do() {
        String reviews = "POST /apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
        api.on(reviews, """
                {"status":{"incomplete":true,"evaluationError":"webhook",
                "resourceRules":[
                {"verbs":["get","list"],"apiGroups":["","build.openshift.io"],"resources":["builds/log"]},
                {"verbs":["create"],"apiGroups":[""],"resources":["secrets"],"resourceNames":["a","b"]},
                {"verbs":["watch"],"apiGroups":["build.openshift.io"],"resources":["builds/log"]}],
                "nonResourceRules":[{"verbs":["get"],"nonResourceURLs":["/healthz"]}]}}""");
        String rows = """
                secrets                         []                  [a b]            [create]
                builds.build.openshift.io/log   []                  []               [get list watch]
                builds/log                      []                  []               [get list]
                                                [/healthz]          []               [get]
                """;
        String warning = "warning: the list may be incomplete: webhook\n";
        assertEquals(
                new Ran(
                        0,
                        "Resources                       Non-Resource URLs   Resource Names   Verbs\n" + rows,
                        warning),
                api.s2ioc(home, "auth", "can-i", "--list"));
        assertEquals(
                reviews + " {\"apiVersion\":\"authorization.k8s.io/v1\",\"kind\":\"SelfSubjectRulesReview\","
                        + "\"spec\":{\"namespace\":\"demo\"}}",
                api.requests().getLast());
        assertEquals(
                "error: --no-headers needs --list: there is no other table\n",
                api.s2ioc(home, "auth", "can-i", "get", "pods", "--no-headers").err());
        assertEquals(
                "error: you must specify two arguments: verb resource or verb resource/resourceName.\n"
                        + "See 's2ioc auth can-i --help' for usage.\n",
                api.s2ioc(home, "auth", "can-i", "get").err());
    }

    private static String role(String rules) {
        return "{\"apiVersion\":\"rbac.authorization.k8s.io/v1\",\"kind\":\"Role\",\"metadata\":{\"name\":\"r\","
                + "\"namespace\":\"demo\"},\"rules\":" + rules + "}";
    }

    private static String rule(String verbs, String resource) {
        return "{\"verbs\":[" + verbs.replace('\'', '"') + "],\"apiGroups\":[\"\"],\"resources\":[\"" + resource
                + "\"]}";
    }

    private static String binding(String role, String user) {
        return "{\"apiVersion\":\"rbac.authorization.k8s.io/v1\",\"kind\":\"RoleBinding\",\"metadata\":{\"name\":\"b\","
                + "\"namespace\":\"demo\"},\"subjects\":[{\"kind\":\"User\",\"name\":\"" + user
                + "\"}],\"roleRef\":{\"kind\":\"ClusterRole\",\"name\":\"" + role + "\"}}";
    }

    private void write(String json) throws IOException {
        Files.writeString(home.resolve("r.json"), json);
    }

    private Ran reconcile(String... flags) {
        return api.s2ioc(
                home,
                Stream.concat(Stream.of("auth", "reconcile", "-f", "r.json"), Stream.of(flags))
                        .toArray(String[]::new));
    }
}
