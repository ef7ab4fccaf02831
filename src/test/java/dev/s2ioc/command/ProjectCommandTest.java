package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said when a project is not there, not allowed, or cannot be made. */
class ProjectCommandTest {
    @TempDir
    Path home;

    OAuthStub server;

    @BeforeEach
    void start() throws Exception {
        server = new OAuthStub();
        Files.writeString(home.resolve("c.pem"), server.pem());
        kubeconfig("demo", "");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void kubeconfig(String namespace, String moreClusters) throws IOException {
        Files.createDirectories(home.resolve(".kube"));
        Files.writeString(
                home.resolve(".kube/config"),
                """
                clusters:
                - cluster:
                    certificate-authority: ../c.pem
                    server: URL
                  name: c
                MOREcontexts:
                - context:
                    cluster: c
                    namespace: NAMESPACE
                    user: developer/c
                  name: NAMESPACE/c/developer
                current-context: NAMESPACE/c/developer
                users:
                - name: developer/c
                  user:
                    token: abc
                """.replace("URL", server.url()).replace("NAMESPACE", namespace).replace("MORE", moreClusters));
    }

    private Ran run(String... words) {
        return Run.in(home).s2ioc(words);
    }

    @Test
    void an_unknown_project() throws IOException {
        assertEquals(new Ran(1, "", """
                        error: A project named "nope" does not exist on "URL".
                        Your projects are:
                        * demo
                        * other
                        """.replace("URL", server.url())), run("project", "nope"));
        kubeconfig("demo", "- {cluster: {server: \"https://elsewhere:6443\"}, name: d}\n");
        server.projects.clear();
        assertEquals(new Ran(1, "", """
                        error: A project named "nope" does not exist on "URL".
                        You are not a member of any projects. You can request a project to be created with the 'new-project' command.
                        To see projects on another server, pass '--server=<server>'.
                        """.replace("URL", server.url())), run("project", "nope"));
    }

    @Test
    void a_project_of_others() {
        server.projects.remove("other");
        assertEquals(new Ran(1, "", """
                        error: You are not a member of project "openshift-config".
                        You have one project on this server: demo
                        """), run("project", "openshift-config"));
    }

    @Test
    void a_current_project_that_is_gone() throws IOException {
        kubeconfig("gone", "");
        assertEquals(
                new Ran(1, "", "error: the project \"gone\" specified in your config does not exist\n"),
                run("project"));
        assertEquals(
                new Ran(
                        1,
                        """
                        You have access to the following projects and can switch between them with 's2ioc project <projectname>':

                            demo
                            other
                        """,
                        "error: the current project \"gone\" is not among them; switch to one with"
                                + " 's2ioc project <projectname>'\n"),
                run("projects"));
    }

    @Test
    void projects_with_names_for_people_or_none_at_all() {
        server.projects.put("other", "The Other");
        assertEquals(new Ran(0, """
                        You have access to the following projects and can switch between them with 's2ioc project <projectname>':

                          * demo
                            other - The Other

                        Using project "demo" on server "URL".
                        """.replace("URL", server.url()), ""), run("projects"));
        server.projects.clear();
        assertEquals(
                new Ran(
                        0,
                        "You are not a member of any projects. You can request a project to be created with the"
                                + " 'new-project' command.\n",
                        ""),
                run("projects"));
    }

    @Test
    void a_project_that_cannot_be_made() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (AlreadyExists): project.project.openshift.io \"demo\" already exists\n"),
                run("new-project", "demo"));
        server.mayRequest = false;
        assertEquals(
                new Ran(1, "", "Error from server (Forbidden): You may not request a new project via this API.\n"),
                run("new-project", "mine"));
    }
}
