package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.source.GitRevision;
import dev.s2ioc.testing.GitRepository;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** start-build lists webhooks, and calls them as a git server's hook does. */
class StartBuildWebhookTest {
    private static final String HELLO = "/apis/build.openshift.io/v1/namespaces/demo/buildconfigs/hello";
    private static final String HOOK = HELLO + "/webhooks/s3cret/generic";
    private static final String BUILD =
            "{\"kind\":\"Build\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":\"hello-2\"}}";

    @TempDir
    Path dir;

    private final MockApi api = MockApi.start();

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private Ran start(String... flags) {
        String[] words = new String[flags.length + 1];
        words[0] = "start-build";
        System.arraycopy(flags, 0, words, 1, flags.length);
        return api.s2ioc(dir, words);
    }

    @Test
    void the_addresses_are_whole_when_the_secrets_are_wanted() {
        api.on("GET " + HELLO, """
                {"metadata":{"name":"hello","namespace":"demo"},"spec":{"triggers":[
                {"type":"GitLab","gitlab":{"secretReference":{"name":"lab"}}},{"type":"ConfigChange"},
                {"type":"Generic","generic":{"secret":"a b"}}]}}""");
        api.on(
                "GET /api/v1/namespaces/demo/secrets/lab",
                "{\"metadata\":{\"name\":\"lab\"},\"data\":{\"WebHookSecretKey\":\"czNjcmV0\"}}");
        String url = api.url() + HELLO + "/webhooks/";
        assertEquals(
                new Ran(0, "GitLab " + url + "s3cret/gitlab\nGeneric " + url + "a%20b/generic\n", ""),
                start("hello", "--list-webhooks=all", "--show-secrets"));
        assertEquals(new Ran(0, url + "<secret>/gitlab\n", ""), start("hello", "--list-webhooks=gitlab"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: --list-webhooks must be 'all', 'generic', 'github', 'gitlab', or 'bitbucket', not 'x'\n"),
                start("hello", "--list-webhooks=x"));
    }

    @Test
    void a_webhook_is_called_without_a_word() {
        api.on("POST " + HOOK, BUILD);
        assertEquals(
                new Ran(0, "build.build.openshift.io/hello-2 started\n", ""),
                start("--from-webhook=" + api.url() + HOOK));
        assertEquals(List.of("POST " + HOOK), api.requests());
        assertEquals("application/json", api.received().getFirst().getHeader("Content-Type"));
    }

    @Test
    void a_hook_of_git_tells_what_was_pushed_without_any_kubeconfig() throws Exception {
        GitRepository.with(dir.resolve("app"), Map.of("file", "text"));
        String commit = GitRevision.of(dir.resolve("app"), "HEAD").orElseThrow().commit();
        String zero = "0".repeat(40);
        String lines = zero + " " + commit + " refs/heads/main\n" + commit + " " + zero + " refs/heads/old\n";
        api.on("POST " + HOOK, BUILD);
        assertEquals(
                new Ran(0, "build.build.openshift.io/hello-2\n", ""),
                Run.in(dir)
                        .withInput(lines.getBytes(StandardCharsets.UTF_8))
                        .s2ioc(
                                "start-build",
                                "--from-webhook=" + api.url() + HOOK,
                                "--git-post-receive=-",
                                "--git-repository=app",
                                "-o",
                                "name"));
        assertEquals(
                List.of(
                        "POST " + HOOK + " {\"type\":\"git\",\"git\":{\"uri\":\"\",\"refs\":[{\"uri\":\"\",\"ref\":"
                                + "\"refs/heads/main\",\"commit\":\"" + commit
                                + "\",\"author\":{\"name\":\"An Author\",\"email\":"
                                + "\"author@example.com\"},\"committer\":{\"name\":\"An Author\",\"email\":\"author@example.com\"},\"message\":\"Begin\"}]}}"),
                api.requests());
    }

    @Test
    void refusals_and_answers_without_a_build_are_told() {
        api.refuse("POST " + HOOK, 401, "Unauthorized", "the webhook does not accept your secret");
        Ran refused = start("--from-webhook=" + api.url() + HOOK);
        assertEquals(1, refused.code());
        assertEquals(
                "error: server rejected our request 401",
                refused.err().lines().findFirst().orElse(""));
        String github = HELLO + "/webhooks/s3cret/github";
        api.on("POST " + github, "{\"kind\":\"Status\",\"message\":\"skipping build\"}");
        assertEquals(
                new Ran(
                        0,
                        "",
                        "warning: the '--from-webhook' flag should be called with a generic webhook URL.\n"
                                + "No build was started: skipping build\n"),
                start("--from-webhook=" + api.url() + github));
    }

    @Test
    void what_cannot_be_is_refused_before_anything_is_sent() {
        assertEquals(new Ran(1, "", """
                        error: The '--from-webhook' flag is incompatible with arguments and all '--from-*' flags
                        See 's2ioc start-build -h' for help and examples
                        """), start("hello", "--from-webhook=" + api.url() + HOOK));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: a webhook may be of any server, so its build cannot be followed or waited for\n"),
                start("--from-webhook=" + api.url() + HOOK, "--follow"));
        assertEquals(
                new Ran(1, "", "error: --git-post-receive is only for --from-webhook\n"),
                start("hello", "--git-post-receive=-"));
        assertEquals(new Ran(1, "", """
                        error: not the address of a webhook: "hello/generic"
                        List them with 's2ioc start-build NAME --list-webhooks=generic --show-secrets'
                        """), start("--from-webhook=hello/generic"));
        assertEquals(List.of(), api.requests());
    }
}
