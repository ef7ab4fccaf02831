package dev.s2ioc.command.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code policy} and {@code adm policy}: what becomes of role bindings, and what is said of it. */
class PolicyCommandsTest {
    private static final String RBAC = "/apis/rbac.authorization.k8s.io/v1/";
    private static final String BINDINGS = RBAC + "namespaces/demo/rolebindings";
    private static final String LIST = "GET " + BINDINGS + "?limit=500";
    private static final String ROLE_EDIT =
            "\"roleRef\":{\"apiGroup\":\"rbac.authorization.k8s.io\"," + "\"kind\":\"ClusterRole\",\"name\":\"edit\"}";
    private static final String JOE = subject("User", "joe");
    private static final String ANN = subject("User", "ann");
    private static final String ROBOT = "{\"kind\":\"ServiceAccount\",\"name\":\"robot\",\"namespace\":\"demo\"}";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    private static String subject(String kind, String name) {
        return "{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"" + kind + "\",\"name\":\"" + name + "\"}";
    }

    private static String item(String name, String... subjects) {
        return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"demo\"}," + ROLE_EDIT + ",\"subjects\":["
                + String.join(",", subjects) + "]}";
    }

    private static String whole(String name, String... subjects) {
        return "{\"apiVersion\":\"rbac.authorization.k8s.io/v1\",\"kind\":\"RoleBinding\","
                + item(name, subjects).substring(1);
    }

    private void existing(String... items) {
        api.on(LIST, "{\"kind\":\"RoleBindingList\",\"items\":[" + String.join(",", items) + "]}");
    }

    private Ran policy(String... words) {
        return api.s2ioc(
                home, Stream.concat(Stream.of("policy"), Stream.of(words)).toArray(String[]::new));
    }

    private List<String> changes() {
        return api.requests().stream().filter(line -> !line.startsWith("GET")).toList();
    }

    @Test
    void a_role_is_given_by_a_new_binding() {
        existing(item("edit", ANN));
        api.on("POST " + BINDINGS, whole("edit-0", JOE, ROBOT));
        assertEquals(
                new Ran(0, "clusterrole.rbac.authorization.k8s.io/edit added: [\"joe\" \"robot\"]\n", ""),
                policy("add-role-to-user", "edit", "joe", "-z", "robot"));
        assertEquals(List.of("POST " + BINDINGS + " " + whole("edit-0", JOE, ROBOT)), changes());
    }

    @Test
    void who_has_a_role_already_is_not_bound_again() {
        existing(item("edit", ANN, ROBOT));
        assertEquals(
                new Ran(0, "clusterrole.rbac.authorization.k8s.io/edit added: \"robot\"\n", ""),
                policy("add-role-to-user", "edit", "system:serviceaccount:demo:robot"));
        assertEquals(List.of(), changes());
    }

    @Test
    void a_named_binding_is_changed() {
        existing(item("mine", ANN));
        api.on("PUT " + BINDINGS + "/mine", whole("mine", ANN, JOE));
        assertEquals(
                new Ran(0, "rolebinding.rbac.authorization.k8s.io/mine\n", ""),
                policy("add-role-to-user", "edit", "joe", "--rolebinding-name=mine", "-o", "name"));
        assertEquals(List.of("PUT " + BINDINGS + "/mine " + whole("mine", ANN, JOE)), changes());
        assertEquals(
                new Ran(1, "", "error: rolebinding mine found for role edit, not view\n"),
                policy("add-role-to-user", "view", "joe", "--rolebinding-name=mine"));
    }

    @Test
    void a_dry_run_changes_nothing() {
        existing();
        assertEquals(
                new Ran(0, "clusterrole.rbac.authorization.k8s.io/edit added: \"devs\" (dry run)\n", ""),
                policy("add-role-to-group", "edit", "devs", "--dry-run=client"));
        assertEquals(List.of(), changes());
        api.on("POST " + BINDINGS + "?dryRun=All", whole("edit", subject("Group", "devs")));
        assertEquals(
                new Ran(0, "clusterrole.rbac.authorization.k8s.io/edit added: \"devs\" (server dry run)\n", ""),
                policy("add-role-to-group", "edit", "devs", "--dry-run=server"));
        assertEquals(List.of("POST " + BINDINGS + "?dryRun=All " + whole("edit", subject("Group", "devs"))), changes());
    }

    @Test
    void a_role_that_is_missing_is_warned_of() {
        existing();
        api.missing("GET " + RBAC + "namespaces/demo/roles/mine", "roles.rbac.authorization.k8s.io", "mine")
                .on("POST " + BINDINGS, whole("mine", JOE));
        assertEquals(
                new Ran(0, "role.rbac.authorization.k8s.io/mine added: \"joe\"\n", "Warning: role 'mine' not found\n"),
                policy("add-role-to-user", "mine", "joe", "--role-namespace=demo"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: role binding in namespace \"demo\" can't reference role in different namespace"
                                + " \"other\"\n"),
                policy("add-role-to-user", "mine", "joe", "--role-namespace=other"));
    }

    @Test
    void a_role_is_taken_out_of_all_bindings() {
        existing(item("edit", JOE), item("edit-0", JOE, ANN));
        api.on("DELETE " + BINDINGS + "/edit", "{}").on("PUT " + BINDINGS + "/edit-0", "{}");
        assertEquals(
                new Ran(0, "clusterrole.rbac.authorization.k8s.io/edit removed: \"joe\"\n", ""),
                policy("remove-role-from-user", "edit", "joe"));
        assertEquals(
                List.of("DELETE " + BINDINGS + "/edit {}", "PUT " + BINDINGS + "/edit-0 " + whole("edit-0", ANN)),
                changes());
        assertEquals(
                new Ran(1, "", "error: unable to find target [devs]\n"),
                policy("remove-role-from-group", "edit", "devs"));
    }

    @Test
    void all_roles_are_taken() {
        existing(item("edit", JOE), item("other", ANN));
        api.on("DELETE " + BINDINGS + "/edit", "{}");
        assertEquals(new Ran(0, "Removing edit from users [joe] in project demo.\n", ""), policy("remove-user", "joe"));
        assertEquals(List.of("DELETE " + BINDINGS + "/edit {}"), changes());
        assertEquals(
                new Ran(0, "Groups [devs] were not bound to roles in project demo.\n", ""),
                policy("remove-group", "devs"));
    }

    @Test
    void roles_in_all_projects_are_for_administrators() {
        api.on("GET " + RBAC + "clusterrolebindings?limit=500", "{\"items\":[]}")
                .on("POST " + RBAC + "clusterrolebindings", "{}");
        assertEquals(
                new Ran(0, "clusterrole.rbac.authorization.k8s.io/edit added: \"joe\"\n", ""),
                api.s2ioc(home, "adm", "policy", "add-cluster-role-to-user", "edit", "joe"));
        assertEquals(
                List.of("POST " + RBAC + "clusterrolebindings {\"apiVersion\":\"rbac.authorization.k8s.io/v1\","
                        + "\"kind\":\"ClusterRoleBinding\",\"metadata\":{\"name\":\"edit\"}," + ROLE_EDIT
                        + ",\"subjects\":[" + JOE + "]}"),
                changes());
        assertEquals(1, policy("add-cluster-role-to-user", "edit", "joe").code());
    }

    @Test
    void who_can_do_something_is_listed() {
        api.on(
                "POST /apis/authorization.openshift.io/v1/namespaces/demo/localresourceaccessreviews",
                "{\"kind\":\"ResourceAccessReviewResponse\",\"namespace\":\"demo\",\"users\":[\"joe\",\"ann\"],"
                        + "\"groups\":[]}");
        assertEquals(new Ran(0, """

                        Namespace: demo
                        Verb:      create
                        Resource:  buildconfigs/instantiate

                        Users:  ann
                                joe

                        Groups: none
                        """, ""), policy("who-can", "create", "bc", "--subresource=instantiate"));
        assertEquals(
                List.of("POST /apis/authorization.openshift.io/v1/namespaces/demo/localresourceaccessreviews"
                        + " {\"kind\":\"LocalResourceAccessReview\",\"apiVersion\":\"authorization.openshift.io/v1\","
                        + "\"namespace\":\"\",\"verb\":\"create\",\"resourceAPIGroup\":\"build.openshift.io\","
                        + "\"resourceAPIVersion\":\"\",\"resource\":\"buildconfigs/instantiate\",\"resourceName\":\"\","
                        + "\"path\":\"\",\"isNonResourceURL\":false,\"content\":null}"),
                changes());
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: this server does not tell who can do what\n"
                                + "To see what you can do yourself, run: s2ioc auth can-i get pods\n"),
                policy("who-can", "get", "pods", "-A"));
    }

    @Test
    void incomplete_words_are_told() {
        assertEquals(new Ran(1, "", "error: you must specify a role\n"), policy("add-role-to-user"));
        assertEquals(
                new Ran(1, "", "error: you must specify at least one user or service account\n"),
                policy("remove-role-from-user", "edit"));
        assertEquals(
                new Ran(1, "", "error: you must specify at least two arguments: <role> <group> [group]...\n"),
                policy("add-role-to-group", "edit"));
        assertEquals(
                new Ran(1, "", "error: you must specify at least one argument: <user> [user]...\n"),
                policy("remove-user"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: you must specify two or three arguments: verb, resource, and optional resourceName\n"),
                policy("who-can", "get"));
        assertEquals(
                new Ran(1, "", "error: --role-namespace is for the roles of one project; this gives roles in all\n"),
                api.s2ioc(home, "adm", "policy", "add-cluster-role-to-user", "x", "joe", "--role-namespace=demo"));
    }

    private static final String ANYUID = "system:openshift:scc:anyuid";
    private static final String CLUSTER_BINDINGS = RBAC + "clusterrolebindings";

    private Ran admPolicy(String... words) {
        return dev.s2ioc.testing.Run.in(home)
                .s2ioc(Stream.concat(Stream.of("--server=" + api.url(), "adm", "policy"), Stream.of(words))
                        .toArray(String[]::new));
    }

    @Test
    void a_constraint_is_given_by_a_role_and_a_binding() {
        api.on("GET " + CLUSTER_BINDINGS + "?limit=500", "{\"items\":[]}");
        api.missing("GET " + RBAC + "clusterroles/" + ANYUID, "clusterroles.rbac.authorization.k8s.io", ANYUID);
        api.on("GET " + RBAC + "clusterroles/" + ANYUID, "{}");
        api.on("POST " + RBAC + "clusterroles", "{}");
        api.on("POST " + CLUSTER_BINDINGS, "{}");
        assertEquals(
                new Ran(0, "clusterrole.rbac.authorization.k8s.io/" + ANYUID + " added: \"joe\"\n", ""),
                admPolicy("add-scc-to-user", "anyuid", "joe"));
        assertEquals(
                List.of(
                        "POST " + RBAC + "clusterroles {\"kind\":\"ClusterRole\",\"apiVersion\":"
                                + "\"rbac.authorization.k8s.io/v1\",\"metadata\":{\"name\":\"" + ANYUID
                                + "\"},\"rules\":[{\"verbs\":[\"use\"],\"apiGroups\":[\"security.openshift.io\"],"
                                + "\"resources\":[\"securitycontextconstraints\"],\"resourceNames\":[\"anyuid\"]}]}",
                        "POST " + CLUSTER_BINDINGS + " {\"apiVersion\":\"rbac.authorization.k8s.io/v1\",\"kind\":"
                                + "\"ClusterRoleBinding\",\"metadata\":{\"name\":\"" + ANYUID + "\"},"
                                + ROLE_EDIT.replace("edit", ANYUID) + ",\"subjects\":[" + JOE + "]}"),
                changes());
    }

    @Test
    void a_constraint_is_taken_in_one_project() {
        existing("{\"metadata\":{\"name\":\"" + ANYUID + "\",\"namespace\":\"demo\"},"
                + ROLE_EDIT.replace("edit", ANYUID) + ",\"subjects\":[" + subject("Group", "dev") + "]}");
        api.on("DELETE " + BINDINGS + "/" + ANYUID, "{}");
        assertEquals(
                new Ran(0, "clusterrole.rbac.authorization.k8s.io/" + ANYUID + " removed: \"dev\"\n", ""),
                admPolicy("remove-scc-from-group", "anyuid", "dev", "-n", "demo"));
        assertEquals(
                new Ran(1, "", "error: unable to find target [none]\n"),
                admPolicy("remove-scc-from-user", "anyuid", "none", "-n", "demo"));
        assertEquals(
                new Ran(1, "", "error: you must specify at least one user or service account\n"),
                admPolicy("add-scc-to-user", "anyuid"));
        assertEquals(
                new Ran(1, "", "error: you must specify at least two arguments: <scc> <group> [group]...\n"),
                admPolicy("add-scc-to-group", "anyuid"));
    }

    private static final String SECURITY = "POST /apis/security.openshift.io/v1/namespaces/demo/podsecuritypolicy";

    @Test
    void who_may_create_a_pod() throws Exception {
        java.nio.file.Files.writeString(
                home.resolve("pod.yaml"),
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: i}]}}");
        String template = "\"template\":{\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}";
        api.on(SECURITY + "selfsubjectreviews", "{\"status\":{\"allowedBy\":{\"name\":\"restricted-v2\"}}}");
        assertEquals(
                new Ran(0, "RESOURCE   ALLOWED BY      \nPod/p      restricted-v2   \n", ""),
                policy("scc-subject-review", "-f", "pod.yaml"));
        assertEquals(
                SECURITY + "selfsubjectreviews {\"kind\":\"PodSecurityPolicySelfSubjectReview\",\"apiVersion\":"
                        + "\"security.openshift.io/v1\",\"spec\":{" + template + "}}",
                changes().getLast());
        api.on(SECURITY + "subjectreviews", "{\"status\":{}}");
        for (String flag : new String[] {"-ubob", "--user=bob"}) {
            assertEquals(
                    new Ran(0, "Pod/p   <none>   \n", ""),
                    policy("scc-subject-review", "-f", "pod.yaml", flag, "-g", "dev", "--no-headers"));
            assertEquals(true, changes().getLast().endsWith(template + ",\"user\":\"bob\",\"groups\":[\"dev\"]}}"));
        }
        api.on(
                SECURITY + "reviews",
                "{\"status\":{\"allowedServiceAccounts\":[{\"name\":\"robot\",\"allowedBy\":{\"name\":\"anyuid\"}}]}}");
        assertEquals(
                new Ran(
                        0,
                        "RESOURCE   SERVICE ACCOUNT   ALLOWED BY   \nPod/p      robot             anyuid       \n",
                        ""),
                policy("scc-review", "-f", "pod.yaml", "-z", "system:serviceaccount:demo:robot"));
        assertEquals(true, changes().getLast().endsWith("\"serviceAccountNames\":[\"robot\"]}}"));
    }

    @Test
    void constraints_that_the_server_does_not_have() throws Exception {
        java.nio.file.Files.writeString(home.resolve("pod.yaml"), "{apiVersion: v1, kind: Pod, metadata: {name: p}}");
        java.nio.file.Files.writeString(
                home.resolve("cm.yaml"), "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: this server has no security context constraints: it does not know"
                                + " podsecuritypolicyreviews\n"),
                policy("scc-review", "-f", "pod.yaml"));
        assertEquals(
                new Ran(1, "", "error: \"c\" cannot create pod: a ConfigMap has no template of a pod\n"),
                policy("scc-review", "-f", "cm.yaml"));
        assertEquals(new Ran(1, "", "error: one or more resources must be specified\n"), policy("scc-subject-review"));
        assertEquals(
                new Ran(1, "", "error: --user and --serviceaccount are mutually exclusive\n"),
                policy("scc-subject-review", "-f", "pod.yaml", "-u", "a", "-z", "b"));
    }
}
