package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.kind.Tokens;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, and how refusals are worded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final String MAPS = "/api/v1/namespaces/%s/configmaps";

    private TestCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new TestCluster(directory);
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void an_unknown_token_is_unauthorized() {
        TestCluster.Answer answer = get("sha256~wrong", MAPS.formatted("demo"));
        assertEquals(
                "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Failure\",\"message\":"
                        + "\"Unauthorized\",\"reason\":\"Unauthorized\",\"code\":401}",
                answer.body().toString());
        assertEquals(401, answer.code());
    }

    @Test
    void nobody_may_see_that_the_server_is_there_and_no_more() {
        assertEquals(200, get("", "/version").code());
        assertEquals("ok", get("", "/healthz").response().body());
        assertEquals(
                "403 Forbidden: configmaps is forbidden: User \"system:anonymous\" cannot list resource \"configmaps\" in API"
                        + " group \"\" in the namespace \"demo\"",
                get("", MAPS.formatted("demo")).refusal());
        assertEquals(
                "403 Forbidden: forbidden: User \"system:anonymous\" cannot get path \"/apis\"",
                get("", "/apis").refusal());
    }

    @Test
    void a_token_that_was_deleted_is_unauthorized() {
        Tokens tokens = new Tokens(cluster.machinery);
        String token = tokens.issue("developer", "test", Duration.ofHours(1));
        assertEquals(200, get(token, MAPS.formatted("demo")).code());
        cluster.send(cluster.request(token, "/apis/oauth.openshift.io/v1/oauthaccesstokens/" + Tokens.nameOf(token))
                .DELETE());
        assertEquals(401, get(token, MAPS.formatted("demo")).code());
    }

    @Test
    void a_developer_is_told_the_same_of_what_is_not_there_and_of_what_is_others() {
        assertEquals(
                "403 Forbidden: configmaps is forbidden: User \"developer\" cannot list resource \"configmaps\" in API group"
                        + " \"\" in the namespace \"nosuchns\"",
                cluster.get(MAPS.formatted("nosuchns")).refusal());
        assertEquals(403, cluster.get(MAPS.formatted("kube-system")).code());
        assertEquals(403, cluster.get(MAPS.formatted("default")).code());
        assertEquals(
                "403 Forbidden: configmaps is forbidden: User \"developer\" cannot list resource \"configmaps\" in API group"
                        + " \"\" at the cluster scope",
                cluster.get("/api/v1/configmaps").refusal());
    }

    @Test
    void what_is_shared_can_be_read_but_for_secrets() {
        assertEquals(200, cluster.get(MAPS.formatted("openshift")).code());
        assertEquals(404, cluster.get(MAPS.formatted("openshift") + "/motd").code());
        assertEquals(
                403,
                cluster.post(MAPS.formatted("openshift"), "{\"metadata\":{\"name\":\"x\"}}")
                        .code());
        assertEquals(403, cluster.get("/api/v1/namespaces/openshift/secrets").code());
    }

    @Test
    void an_administrator_may_do_everything() {
        assertEquals(200, get(cluster.admin, "/api/v1/configmaps").code());
        assertEquals(200, get(cluster.admin, MAPS.formatted("kube-system")).code());
        assertEquals(
                "404 NotFound: namespaces \"nosuchns\" not found",
                cluster.post(cluster.admin, MAPS.formatted("nosuchns"), "{\"metadata\":{\"name\":\"x\"}}")
                        .refusal());
    }

    @Test
    void an_administrator_may_speak_as_another() {
        String review = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
        TestCluster.Answer answer = cluster.send(cluster.request(
                        cluster.admin,
                        review,
                        "Impersonate-User",
                        "developer",
                        "Impersonate-Group",
                        "a",
                        "Impersonate-Group",
                        "b")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals(
                "{\"username\":\"developer\",\"groups\":[\"a\",\"b\",\"system:authenticated\"]}",
                ((com.fasterxml.jackson.databind.node.ObjectNode) answer.body().at("/status/userInfo"))
                        .without("uid")
                        .toString());
        assertEquals(
                "403 Forbidden: users \"kubeadmin\" is forbidden: User \"developer\" cannot impersonate resource \"users\" in"
                        + " API group \"\" at the cluster scope",
                cluster.send(cluster.request(cluster.developer, review, "Impersonate-User", "kubeadmin")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .refusal());
    }

    @Test
    void a_service_account_works_in_its_own_namespace() {
        String token = new Tokens(cluster.machinery).issueForServiceAccount("demo", "builder", Duration.ofHours(1));
        assertEquals(200, get(token, MAPS.formatted("demo")).code());
        cluster.post("/apis/project.openshift.io/v1/projectrequests", "{\"metadata\":{\"name\":\"other\"}}");
        assertEquals(403, get(token, MAPS.formatted("other")).code());
        assertEquals(
                "system:serviceaccount:demo:builder",
                get(token, "/apis/user.openshift.io/v1/users/~").text("metadata", "name"));
    }

    @Test
    void it_can_be_asked_what_may_be_done() {
        assertEquals(true, mayI("\"namespace\":\"demo\",\"verb\":\"create\",\"resource\":\"builds\""));
        assertEquals(false, mayI("\"namespace\":\"default\",\"verb\":\"create\",\"resource\":\"builds\""));
        assertEquals(false, mayI("\"verb\":\"*\",\"resource\":\"*\""));
    }

    @Test
    void it_can_be_asked_who_may() {
        String local = "/apis/authorization.openshift.io/v1/namespaces/%s/localresourceaccessreviews";
        String review = "{\"verb\":\"create\",\"resourceAPIGroup\":\"build.openshift.io\",\"resource\":\"builds\"}";
        assertEquals(
                "{\"kind\":\"ResourceAccessReviewResponse\",\"apiVersion\":\"authorization.openshift.io/v1\","
                        + "\"namespace\":\"demo\",\"users\":[\"kubeadmin\",\"system:admin\"],\"groups\":"
                        + "[\"system:authenticated:oauth\",\"system:cluster-admins\",\"system:masters\","
                        + "\"system:serviceaccounts:demo\"],\"evalutionError\":\"\"}",
                cluster.post(local.formatted("demo"), review).body().toString());
        assertEquals(
                "[\"system:authenticated\",\"system:authenticated:oauth\",\"system:cluster-admins\",\"system:masters\","
                        + "\"system:serviceaccounts:openshift\"]",
                cluster.post(cluster.admin, local.formatted("openshift"), review.replace("create", "get"))
                        .body()
                        .path("groups")
                        .toString());
        assertEquals(403, cluster.post(local.formatted("kube-system"), review).code());
        String everywhere = "/apis/authorization.openshift.io/v1/resourceaccessreviews";
        assertEquals(
                "[\"system:cluster-admins\",\"system:masters\"]",
                cluster.post(cluster.admin, everywhere, review)
                        .body()
                        .path("groups")
                        .toString());
        assertEquals(403, cluster.post(everywhere, review).code());
        assertEquals(
                "422 Invalid: LocalResourceAccessReview.authorization.openshift.io \"\" is invalid: resource: Required value",
                cluster.post(local.formatted("demo"), "{\"verb\":\"get\"}").refusal());
    }

    @Test
    void it_can_be_asked_what_others_may_do() {
        String local = "/apis/authorization.k8s.io/v1/namespaces/demo/localsubjectaccessreviews";
        String spec = "{\"spec\":{\"user\":\"%s\",\"resourceAttributes\":{\"namespace\":\"demo\",\"verb\":\"get\","
                + "\"resource\":\"secrets\"}}}";
        assertEquals("true", cluster.post(local, spec.formatted("developer")).text("status", "allowed"));
        assertEquals(
                "false",
                cluster.post(local, spec.formatted("system:serviceaccount:other:x"))
                        .text("status", "allowed"));
        assertEquals(
                403,
                cluster.post("/apis/authorization.k8s.io/v1/subjectaccessreviews", spec.formatted("kubeadmin"))
                        .code());
    }

    @Test
    void openshift_puts_the_question_in_its_own_way() {
        String reviews = "/apis/authorization.openshift.io/v1/subjectaccessreviews";
        TestCluster.Answer answer =
                cluster.post(reviews, "{\"namespace\":\"demo\",\"verb\":\"list\",\"resource\":\"secrets\"}");
        assertEquals(
                "{\"kind\":\"SubjectAccessReviewResponse\",\"apiVersion\":\"authorization.openshift.io/v1\","
                        + "\"namespace\":\"demo\",\"allowed\":true}",
                answer.body().toString());
        assertEquals(
                403,
                cluster.post(reviews, "{\"user\":\"kubeadmin\",\"verb\":\"list\",\"resource\":\"secrets\"}")
                        .code());
    }

    @Test
    void it_can_be_asked_for_everything_that_may_be_done() {
        String reviews = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";
        String demo = "{\"spec\":{\"namespace\":\"demo\"}}";
        String rules =
                cluster.post(reviews, demo).body().at("/status/resourceRules").toString();
        assertTrue(
                rules.contains(
                        "{\"verbs\":[\"create\"],\"apiGroups\":[\"\"],\"resources\":[\"serviceaccounts/token\"]}"),
                rules);
        assertEquals(
                "[{\"verbs\":[\"*\"],\"apiGroups\":[\"*\"],\"resources\":[\"*\"]}]",
                cluster.post(cluster.admin, reviews, demo)
                        .body()
                        .at("/status/resourceRules")
                        .toString());
    }

    @Test
    void the_roles_of_every_cluster_can_be_read_by_everybody() {
        String roles = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
        assertEquals(200, cluster.get(roles + "/self-provisioner").code());
        assertEquals(403, cluster.send("DELETE", roles + "/view", "").code());
        assertEquals(200, get(cluster.admin, roles + "/cluster-admin").code());
    }

    @Test
    void groups_are_not_spoken_for_without_a_user() {
        assertEquals(
                500,
                cluster.send(cluster.request(cluster.admin, "/apis", "Impersonate-Group", "a"))
                        .code());
    }

    private boolean mayI(String attributes) {
        return cluster.post(
                        "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                        "{\"spec\":{\"resourceAttributes\":{" + attributes + "}}}")
                .body()
                .at("/status/allowed")
                .asBoolean();
    }

    @Test
    void reserved_project_names_are_refused() {
        String requests = "/apis/project.openshift.io/v1/projectrequests";
        assertEquals(
                "403 Forbidden: project.project.openshift.io \"openshift-x\" is forbidden: cannot request a project starting"
                        + " with \"openshift-\"",
                cluster.post(requests, "{\"metadata\":{\"name\":\"openshift-x\"}}")
                        .refusal());
        assertEquals(
                "409 AlreadyExists: project.project.openshift.io \"demo\" already exists",
                cluster.post(requests, "{\"metadata\":{\"name\":\"demo\"}}").refusal());
        assertEquals("Success", cluster.get(requests).text("status"));
    }

    @Test
    void paths_and_methods_that_lead_nowhere_say_so() {
        assertEquals(
                "404 NotFound: the server could not find the requested resource",
                cluster.get("/apis/nothing.io/v1/things").refusal());
        assertEquals(
                "404 NotFound: the server could not find the requested resource",
                cluster.get("/apis/build.openshift.io/v9").refusal());
        assertEquals(
                "405 MethodNotAllowed: the server does not allow this method on the requested resource",
                cluster.post(MAPS.formatted("demo") + "/x", "{}").refusal());
        assertEquals(
                404,
                cluster.get("/api/v1/namespaces/demo/configmaps/..%2f..%2fx").code());
    }

    private TestCluster.Answer get(String token, String path) {
        return cluster.send(cluster.request(token, path).GET());
    }
}
