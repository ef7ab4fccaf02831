package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in, out and about, compared with what oc printed and wrote. */
class LoginCommandTest {
    private static final String PROJECTS = """
            You have access to the following projects and can switch between them with 's2ioc project <projectname>':

              * demo
                other

            Using project "demo".
            """;

    @TempDir
    Path home;

    OAuthStub server;

    @BeforeEach
    void start() throws Exception {
        server = new OAuthStub();
        Files.createDirectories(home.resolve(".kube"));
        Files.writeString(home.resolve(".kube/c.pem"), server.pem());
        Files.writeString(home.resolve(".kube/config"), "");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Ran run(String... words) {
        return Run.in(home).s2ioc(words);
    }

    private Ran login(String... more) {
        String[] words = {"login", server.url(), "--certificate-authority=.kube/c.pem"};
        return run(Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new));
    }

    private String kubeconfig() throws IOException {
        return Files.readString(home.resolve(".kube/config"));
    }

    private String expectedKubeconfig(String user, String token) {
        return """
                apiVersion: v1
                clusters:
                - cluster:
                    certificate-authority: c.pem
                    server: URL
                  name: CLUSTER
                contexts:
                - context:
                    cluster: CLUSTER
                    namespace: demo
                    user: developer/CLUSTER
                  name: demo/CLUSTER/developer
                current-context: demo/CLUSTER/developer
                kind: Config
                preferences: {}
                users:
                - name: developer/CLUSTER
                  user:
                    token: TOKEN
                """.replace("URL", server.url())
                .replace("CLUSTER", server.cluster())
                .replace("TOKEN", token);
    }

    @Test
    void with_user_name_and_password() throws IOException {
        assertEquals(new Ran(0, "Login successful.\n\n" + PROJECTS, ""), login("-u", "developer", "-p", "pw"));
        assertEquals(expectedKubeconfig("developer", "sha256~TOK"), kubeconfig());
        List<String> paths = server.requests.stream()
                .map(request -> request.replaceFirst("\\?.*", ""))
                .toList();
        assertEquals(
                List.of(
                        "HEAD /",
                        "GET /.well-known/oauth-authorization-server",
                        "GET /oauth/authorize",
                        "GET /oauth/authorize",
                        "POST /oauth/token",
                        "POST /apis/authentication.k8s.io/v1/selfsubjectreviews",
                        "GET /apis/project.openshift.io/v1/projects",
                        "GET /api/v1/namespaces/openshift/configmaps/motd"),
                paths);
    }

    @Test
    void with_a_server_that_knows_no_pkce_the_token_comes_in_the_redirect() throws IOException {
        server.pkce = false;
        assertEquals(new Ran(0, "Login successful.\n\n" + PROJECTS, ""), login("-u", "developer", "-p", "pw"));
        assertEquals(expectedKubeconfig("developer", "sha256~TOK"), kubeconfig());
    }

    @Test
    void with_a_wrong_password() throws IOException {
        assertEquals(
                new Ran(1, "Login failed (401 Unauthorized)\nVerify you have provided the correct credentials.\n", ""),
                login("-u", "developer", "-p", "bad"));
        assertEquals("", kubeconfig());
    }

    @Test
    void with_nothing_and_nobody_to_ask() {
        String expected = "You must obtain an API token by visiting " + server.url() + "/oauth/token/request\n\n"
                + "Alternatively, use \"s2ioc login --web\" to login via your browser."
                + " See \"s2ioc login --help\" for more information.\n";
        assertEquals(new Ran(1, expected, ""), login());
        assertEquals(new Ran(1, expected, ""), login("-u", "developer"));
    }

    @Test
    void with_a_token() throws IOException {
        assertEquals(
                new Ran(
                        0,
                        "Logged into \"" + server.url() + "\" as \"developer\" using the token provided.\n\n"
                                + PROJECTS,
                        ""),
                login("--token=abc"));
        assertEquals(expectedKubeconfig("developer", "abc"), kubeconfig());
        assertEquals(new Ran(1, "", "error: The token provided is invalid or expired.\n"), login("--token=stale"));
    }

    @Test
    void with_a_session_that_is_still_good() throws IOException {
        login("--token=abc");
        String before = kubeconfig();
        Ran again = new Ran(
                0,
                "Logged into \"" + server.url() + "\" as \"developer\" using existing credentials.\n\n" + PROJECTS,
                "");
        assertEquals(again, run("login"));
        assertEquals(again, run("login", server.url(), "-u", "developer"));
        assertEquals(before, kubeconfig());
    }

    @Test
    void a_first_login_makes_the_file_and_welcomes() throws IOException {
        Ran ran = Run.in(home)
                .s2ioc(
                        "login",
                        "--kubeconfig=.kube/fresh",
                        "--server=" + server.url(),
                        "--certificate-authority=.kube/c.pem",
                        "--token=abc");
        assertEquals(
                new Ran(
                        0,
                        "Logged into \"" + server.url() + "\" as \"developer\" using the token provided.\n\n" + PROJECTS
                                + "Welcome! See 's2ioc help' to get started.\n",
                        ""),
                ran);
        assertEquals(expectedKubeconfig("developer", "abc"), Files.readString(home.resolve(".kube/fresh")));
    }

    @Test
    void with_no_project_one_or_too_many() throws IOException {
        String into = "Logged into \"" + server.url() + "\" as \"developer\" using the token provided.\n\n";
        server.projects.clear();
        assertEquals(
                new Ran(
                        0,
                        into
                                + "You don't have any projects. You can try to create a new project, by running\n\n"
                                + "    s2ioc new-project <projectname>\n\n",
                        ""),
                login("--token=abc"));
        server.mayRequest = false;
        assertEquals(
                new Ran(
                        0,
                        into + "You don't have any projects. Contact your system administrator to request a project.\n",
                        ""),
                login("--token=abc"));
        server.projects.put("demo", "");
        assertEquals(
                new Ran(0, into + "You have one project on this server: \"demo\"\n\nUsing project \"demo\".\n", ""),
                login("--token=abc"));
        for (int i = 0; i < 50; i++) {
            server.projects.put("p" + i, "");
        }
        assertEquals(
                new Ran(
                        0,
                        into
                                + "You have access to 51 projects, the list has been suppressed."
                                + " You can list all projects with 's2ioc projects'\n\nUsing project \"demo\".\n",
                        ""),
                login("--token=abc"));
    }

    @Test
    void without_a_projects_api_and_with_a_message_of_the_day() {
        server.projectsApi = false;
        server.motd = "Be kind.";
        assertEquals(
                new Ran(
                        0,
                        "Logged into \"" + server.url() + "\" as \"developer\" using the token provided.\n\n"
                                + "Using \"default\" namespace.  You can switch namespaces with:\n\n"
                                + " s2ioc project <projectname>\nBe kind.\n",
                        ""),
                login("--token=abc"));
    }

    @Test
    void an_unknown_authority_is_refused_unless_a_flag_allows_it() throws IOException {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: The server uses a certificate signed by unknown authority. You may need to use the"
                                + " --certificate-authority flag to provide the path to a certificate file for the"
                                + " certificate authority, or --insecure-skip-tls-verify to bypass the certificate check"
                                + " and use insecure connections.\n"),
                run("login", server.url(), "--token=abc"));
        assertEquals("", kubeconfig());
        assertEquals(
                new Ran(
                        0,
                        "Logged into \"" + server.url() + "\" as \"developer\" using the token provided.\n\n"
                                + PROJECTS,
                        "WARNING: Using insecure TLS client config. Setting this option is not supported!\n"),
                run("login", server.url(), "--token=abc", "--insecure-skip-tls-verify"));
        assertEquals(
                expectedKubeconfig("developer", "abc")
                        .replace("certificate-authority: c.pem", "insecure-skip-tls-verify: true"),
                kubeconfig());
    }

    @Test
    void a_web_page_is_no_api_server() {
        server.page = true;
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: \"" + server.url()
                                + "\" answers with a web page, as a web console does; give the address of the API server\n"),
                login("--token=abc"));
    }

    @Test
    void flags_that_exclude_each_other_and_no_server() throws IOException {
        assertEquals(
                new Ran(1, "", "error: --token and --username are mutually exclusive\n"),
                login("--token=abc", "-u", "developer"));
        assertEquals(
                new Ran(1, "", "error: Only the server URL may be specified as an argument\n"),
                run("login", "one", "two"));
        assertEquals(
                new Ran(1, "", "error: --server and passing the server URL as an argument are mutually exclusive\n"),
                run("login", "one", "--server=two"));
        assertEquals(new Ran(1, "", "error: login does not take --as: log in as yourself\n"), login("--as=other"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: which server? Run 's2ioc login URL'; to start a cluster on this machine, run"
                                + " 's2ioc cluster up'\n"),
                run("login"));
    }

    @Test
    void a_server_that_the_kubeconfig_knows_keeps_its_name_and_its_trust() throws IOException {
        String known = """
                clusters:
                - cluster:
                    certificate-authority: c.pem
                    server: URL/
                  name: mine
                """.replace("URL", server.url());
        Files.writeString(home.resolve(".kube/config"), known);
        assertEquals(0, run("login", server.url(), "--token=abc").code());
        assertEquals(known + """
                contexts:
                - context:
                    cluster: mine
                    namespace: demo
                    user: developer/mine
                  name: demo/mine/developer
                current-context: demo/mine/developer
                users:
                - name: developer/mine
                  user:
                    token: abc
                """, kubeconfig());
    }

    @Test
    void a_context_that_is_there_already_is_taken() throws IOException {
        Files.writeString(home.resolve(".kube/config"), """
                clusters:
                - cluster:
                    certificate-authority: c.pem
                    server: URL
                  name: mine
                contexts:
                - context:
                    cluster: mine
                    namespace: demo
                    user: developer/mine
                  name: short
                current-context: short
                users:
                - name: developer/mine
                  user:
                    token: abc
                """.replace("URL", server.url()));
        String before = kubeconfig();
        assertEquals(0, run("login").code());
        assertEquals(before, kubeconfig());
        assertEquals(
                new Ran(
                        0,
                        "Using project \"demo\" from context named \"short\" on server \"" + server.url() + "\".\n",
                        ""),
                run("project"));
        assertEquals(
                new Ran(0, "Now using project \"other\" on server \"" + server.url() + "\".\n", ""),
                run("project", "other"));
        assertEquals(
                new Ran(0, "Now using context named \"short\" on server \"" + server.url() + "\".\n", ""),
                run("project", "short"));
    }

    @Test
    void secrets_are_not_shown_at_the_loudest() {
        Ran ran = login("-u", "developer", "-p", "pw", "-v", "9");
        assertEquals(0, ran.code());
        assertEquals("Login successful.\n\n" + PROJECTS, ran.out());
        for (String secret :
                List.of("sha256~TOK", OAuthStub.CODE, "sha256%7ECODE", "\"pw\"", "=pw", "ZGV2ZWxvcGVyOnB3")) {
            assertEquals(false, ran.err().contains(secret), secret);
        }
        assertEquals(true, ran.err().contains("code_verifier=REDACTED"), ran.err());
    }

    @Test
    void with_a_browser() throws IOException {
        Path browser = Files.writeString(home.resolve("browser"), """
                #!/bin/sh
                exec curl -s -k -L -u developer:pw "$1" > /dev/null
                """);
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = Map.of("BROWSER", browser.toString(), "PATH", System.getenv("PATH"));
        Ran ran =
                Run.in(home, environment).s2ioc("login", server.url(), "--certificate-authority=.kube/c.pem", "--web");
        assertEquals(
                new Ran(0, "Opening login URL in the default browser: URL\nLogin successful.\n\n" + PROJECTS, ""),
                new Ran(ran.code(), ran.out().replaceFirst("https://127.*", "URL"), ran.err()));
        assertEquals(expectedKubeconfig("developer", "sha256~TOK"), kubeconfig());
    }

    @Test
    void with_a_browser_that_somebody_else_uses() throws IOException {
        Path browser = Files.writeString(home.resolve("browser"), """
                #!/bin/sh
                back=$(printf %s "$1" | sed 's/.*redirect_uri=\\([^&]*\\).*/\\1/; s/%3A/:/g; s/%2F/\\//g')
                curl -s "$back?code=stolen&state=guessed" > "$0.page"
                exec curl -s -k -L -u developer:pw "$1" > /dev/null
                """);
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
        Map<String, String> environment = Map.of("BROWSER", browser.toString(), "PATH", System.getenv("PATH"));
        Ran ran =
                Run.in(home, environment).s2ioc("login", server.url(), "--certificate-authority=.kube/c.pem", "--web");
        assertEquals(0, ran.code(), ran.err());
        assertEquals(
                "This is not the login that s2ioc waits for.",
                Files.readString(home.resolve("browser.page"))
                        .lines()
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void browser_flags_that_do_not_fit() {
        assertEquals(
                new Ran(1, "", "error: --web cannot be used along with --username, --password or --token\n"),
                login("--web", "-u", "developer"));
        assertEquals(
                new Ran(1, "", "error: --callback-port can only be specified along with --web\n"), login("-c", "8280"));
        server.pkce = false;
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: the server " + server.url()
                                + " does not support logins with a browser; log in with --token\n"),
                login("--web"));
    }

    @Test
    void the_session_s_life() throws IOException {
        login("--token=abc");
        String url = server.url();
        assertEquals(new Ran(0, "developer\n", ""), run("whoami"));
        assertEquals(new Ran(0, "user.user.openshift.io/developer\n", ""), run("whoami", "-o", "name"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --output cannot be used with --show-token, --show-context, --show-server, or --show-console\n"),
                run("whoami", "-t", "-o", "name"));
        assertEquals(new Ran(0, "abc\n", ""), run("whoami", "-t"));
        assertEquals(new Ran(0, "demo/" + server.cluster() + "/developer\n", ""), run("whoami", "-c"));
        assertEquals(new Ran(0, url + "\n", ""), run("whoami", "--show-server"));
        assertEquals(new Ran(0, "Using project \"demo\" on server \"" + url + "\".\n", ""), run("project"));
        assertEquals(
                new Ran(0, "Now using project \"other\" on server \"" + url + "\".\n", ""), run("project", "other"));
        assertEquals(
                new Ran(0, "Already on project \"other\" on server \"" + url + "\".\n", ""), run("project", "other"));
        assertEquals(new Ran(0, "other\n", ""), run("project", "-q"));
        assertEquals(new Ran(0, """
                You have access to the following projects and can switch between them with 's2ioc project <projectname>':

                    demo
                  * other

                Using project "other" on server "URL".
                """.replace("URL", url), ""), run("projects"));
        assertEquals(new Ran(0, "demo\nother\n", ""), run("projects", "-q"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: must have exactly one argument\nSee 's2ioc new-project -h' for help and examples\n"),
                run("new-project"));
        assertEquals(new Ran(0, """
                Now using project "fresh" on server "URL".

                You can add applications to this project with the 'new-app' command. For example, try:

                    s2ioc new-app rails-postgresql-example

                to build a new example application in Ruby. Or use kubectl to deploy a simple Kubernetes application:

                    kubectl create deployment hello-node --image=registry.k8s.io/e2e-test-images/agnhost:2.43 -- /agnhost serve-hostname

                """.replace("URL", url), ""), run("new-project", "fresh", "--display-name=Fresh"));
        assertEquals(new TreeMap<>(Map.of("demo", "", "other", "", "fresh", "Fresh")), server.projects);
        assertEquals(new Ran(0, """
                Project "fresh2" created on server "URL".

                To switch to this project and start adding applications, use:

                    s2ioc project fresh2
                """.replace("URL", url), ""), run("new-project", "fresh2", "--skip-config-write"));
        assertEquals(new Ran(0, "Logged \"developer\" out on \"" + url + "\"\n", ""), run("logout"));
        assertEquals(
                "DELETE /apis/oauth.openshift.io/v1/oauthaccesstokens/sha256~ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0",
                server.requests.getLast());
        assertEquals("""
                apiVersion: v1
                clusters:
                - cluster:
                    certificate-authority: c.pem
                    server: URL
                  name: CLUSTER
                contexts:
                - context:
                    cluster: CLUSTER
                    namespace: demo
                    user: developer/CLUSTER
                  name: demo/CLUSTER/developer
                - context:
                    cluster: CLUSTER
                    namespace: fresh
                    user: developer/CLUSTER
                  name: fresh/CLUSTER/developer
                - context:
                    cluster: CLUSTER
                    namespace: other
                    user: developer/CLUSTER
                  name: other/CLUSTER/developer
                current-context: fresh/CLUSTER/developer
                kind: Config
                preferences: {}
                users:
                - name: developer/CLUSTER
                  user: {}
                """.replace("URL", url).replace("CLUSTER", server.cluster()), kubeconfig());
        assertEquals(new Ran(1, "", "error: you must have a token in order to logout\n"), run("logout"));
        assertEquals(new Ran(1, "", "error: no token is currently in use for this session\n"), run("whoami", "-t"));
        assertEquals(new Ran(1, "", "error: You must be logged in to the server (Unauthorized)\n"), run("whoami"));
    }
}
