package dev.s2ioc.command.adm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code adm new-project}: a project, and who administrates it. */
class AdmNewProjectCommandTest {
    private static final String PROJECTS = "/apis/project.openshift.io/v1/projects";
    private static final String BINDINGS = "/apis/rbac.authorization.k8s.io/v1/namespaces/web/rolebindings";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_project_is_made_for_somebody() {
        api.missing("GET " + PROJECTS + "/web", "projects.project.openshift.io", "web")
                .on("POST " + PROJECTS, "{}")
                .on("GET " + BINDINGS + "?limit=500", "{\"items\":[]}")
                .on("POST " + BINDINGS, "{}");
        assertEquals(
                new Ran(0, "Created project web\n", ""),
                api.s2ioc(home, "adm", "new-project", "web", "--admin=joe", "--node-selector=a=b", "--description=d"));
        // Bodies can be read once only.
        List<String> requests = api.requests();
        assertEquals(
                "POST " + PROJECTS + " {\"apiVersion\":\"project.openshift.io/v1\",\"kind\":\"Project\","
                        + "\"metadata\":{\"name\":\"web\",\"annotations\":{\"openshift.io/description\":\"d\","
                        + "\"openshift.io/display-name\":\"\",\"openshift.io/node-selector\":\"a=b\"}}}",
                requests.get(1));
        assertEquals(
                "POST " + BINDINGS + " {\"apiVersion\":\"rbac.authorization.k8s.io/v1\",\"kind\":\"RoleBinding\","
                        + "\"metadata\":{\"name\":\"admin\",\"namespace\":\"web\"},\"roleRef\":{\"apiGroup\":"
                        + "\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRole\",\"name\":\"admin\"},\"subjects\":"
                        + "[{\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"User\",\"name\":\"joe\"}]}",
                requests.getLast());
    }

    @Test
    void a_project_that_is_there_is_left_alone() {
        api.on("GET " + PROJECTS + "/web", "{\"kind\":\"Project\",\"metadata\":{\"name\":\"web\"}}");
        assertEquals(
                new Ran(1, "", "error: project web already exists\n"), api.s2ioc(home, "adm", "new-project", "web"));
        assertEquals(1, api.requests().size());
    }

    @Test
    void an_administrator_that_cannot_be_set_is_told() {
        api.missing("GET " + PROJECTS + "/web", "projects.project.openshift.io", "web")
                .on("POST " + PROJECTS, "{}")
                .refuse("GET " + BINDINGS + "?limit=500", 403, "Forbidden", "no");
        assertEquals(
                new Ran(1, "Created project web\n", "error: joe could not be added to the admin role: no\n"),
                api.s2ioc(home, "adm", "new-project", "web", "--admin=joe"));
    }
}
