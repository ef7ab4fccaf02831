package dev.s2ioc.cluster.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What callers of webhooks are answered, and what is built for them. */
@Timeout(180)
class WebhooksTest {
    private static final String JSON = "Content-Type=application/json";

    @TempDir
    Path directory;

    private Yard yard;

    @BeforeEach
    void open() throws Exception {
        yard = new Yard(directory, new FakeEngine());
        yard.config(
                "app",
                "'dockerStrategy':{}",
                ",'source':{'git':{'uri':'file://" + directory.resolve("none") + "','ref':'next'}},'triggers':["
                        + "{'type':'Generic','generic':{'secret':'s1'}},"
                        + "{'type':'Generic','generic':{'secretReference':{'name':'hook'},'allowEnv':true}},"
                        + "{'type':'GitHub','github':{'secret':'s3'}},"
                        + "{'type':'GitLab','gitlab':{'secret':'s4'}},"
                        + "{'type':'Bitbucket','bitbucket':{'secretReference':{'name':'hook'}}}]");
        yard.store.create(
                new Key("secrets", "demo", "hook"),
                Yard.json("{'metadata':{'name':'hook','namespace':'demo'},'data':{'WebHookSecretKey':'czI='}}"));
    }

    @AfterEach
    void close() {
        yard.close();
    }

    /** The name of the build, or the message of the Status. */
    private static String told(Yard.Answer answer) {
        return answer.codes + " "
                + (Json.at(answer.json, "kind").equals("Build")
                        ? Json.at(answer.json, "metadata", "name")
                        : Json.at(answer.json, "status") + ": " + Json.at(answer.json, "message"));
    }

    private String refused(String config, String path, String... headers) {
        StatusException refused = assertThrows(StatusException.class, () -> yard.hook(config, path, "{}", headers));
        return refused.code() + " " + refused.getMessage();
    }

    @Test
    void a_generic_hook_needs_its_secret_only() throws Exception {
        assertEquals("[200] app-1", told(yard.hook("app", "s1/generic", "", JSON)));
        assertEquals(
                "[{\"message\":\"Generic WebHook\",\"genericWebHook\":{\"secret\":\"<secret>\"}}]",
                Json.text(yard.build("app-1").path("spec").path("triggeredBy")));
    }

    @Test
    void a_pushed_commit_is_built_and_named_in_the_cause() throws Exception {
        String git = "'ref':'refs/heads/next','commit':'abc','author':{'name':'Ana','email':'a@x'},'message':'Fix'";
        assertEquals(
                "[200] app-1",
                told(yard.hook("app", "s2/generic", "{'git':{" + git + "},'env':[{'name':'A','value':'1'}]}", JSON)));
        String revision =
                "{\"type\":\"Git\",\"git\":{\"commit\":\"abc\",\"author\":{\"name\":\"Ana\",\"email\":\"a@x\"},"
                        + "\"committer\":{},\"message\":\"Fix\"}}";
        assertEquals(
                "[{\"message\":\"Generic WebHook\",\"genericWebHook\":{\"revision\":" + revision
                        + ",\"secret\":\"<secret>\"}}]",
                Json.text(yard.build("app-1").path("spec").path("triggeredBy")));
        assertEquals(revision, Json.text(yard.build("app-1").path("spec").path("revision")));
        assertEquals(
                "[{\"name\":\"A\",\"value\":\"1\"}]",
                Json.text(yard.build("app-1")
                        .path("spec")
                        .path("strategy")
                        .path("dockerStrategy")
                        .path("env")));
    }

    @Test
    void a_variable_is_taken_only_where_it_is_allowed() throws Exception {
        yard.hook("app", "s1/generic", "{'git':{'ref':'next'},'env':[{'name':'A','value':'1'}]}", JSON);
        assertEquals(
                "{}",
                Json.text(yard.build("app-1").path("spec").path("strategy").path("dockerStrategy")));
    }

    @Test
    void another_branch_is_not_built() throws Exception {
        assertEquals(
                "[200] Success: skipping build. Branch reference from \"refs/heads/x\" does not match configuration",
                told(yard.hook("app", "s1/generic", "{'git':{'ref':'refs/heads/x'}}", JSON)));
        assertEquals(
                "[200] Success: skipping build. None of the supplied refs matched \"next\"",
                told(yard.hook("app", "s1/generic", "{'git':{'refs':[{'ref':'refs/heads/x'}]}}", JSON)));
        assertEquals(
                "[200] app-1",
                told(yard.hook("app", "s1/generic", "{'git':{'refs':[{'ref':'x'},{'ref':'refs/heads/next'}]}}", JSON)));
    }

    @Test
    void a_payload_that_cannot_be_used_is_a_warning_and_the_build_is_made() throws Exception {
        assertEquals(
                "[200] Success: invalid Content-Type on payload, ignoring payload and continuing with build",
                told(yard.hook("app", "s1/generic", "x=y", "Content-Type=application/x-www-form-urlencoded")));
        assertEquals(
                "[200] Success: no git information found in payload, ignoring and continuing with build",
                told(yard.hook("app", "s1/generic", "{}", JSON)));
        assertEquals(
                "[200] Success: error unmarshalling payload: Unrecognized token 'nonsense': was expecting (JSON String,"
                        + " Number, Array, Object or token 'null', 'true' or 'false'), ignoring payload and continuing"
                        + " with build",
                told(yard.hook("app", "s1/generic", "nonsense", JSON)));
        assertTrue(yard.hasBuild("app-3"));
    }

    @Test
    void a_push_to_github_is_built_and_its_ping_answered() throws Exception {
        assertEquals("[200] Success: ", told(yard.hook("app", "s3/github", "{}", JSON, "X-GitHub-Event=ping")));
        assertEquals(
                "[200] app-1",
                told(yard.hook(
                        "app",
                        "s3/github",
                        "{'ref':'refs/heads/next','head_commit':{'id':'abc','author':{'name':'Ana','username':'ana'}}}",
                        JSON,
                        "X-GitHub-Event=push")));
        assertEquals(
                "[{\"message\":\"GitHub WebHook\",\"githubWebHook\":{\"revision\":{\"type\":\"Git\",\"git\":{"
                        + "\"commit\":\"abc\",\"author\":{\"name\":\"Ana\"},\"committer\":{}}},"
                        + "\"secret\":\"<secret>\"}}]",
                Json.text(yard.build("app-1").path("spec").path("triggeredBy")));
        assertEquals("400 missing X-GitHub-Event or X-Gogs-Event", refused("app", "s3/github", JSON));
        assertEquals(
                "400 Unknown X-GitHub-Event or X-Gogs-Event fork",
                refused("app", "s3/github", JSON, "X-GitHub-Event=fork"));
        assertEquals("400 unsupported Content-Type text/plain", refused("app", "s3/github", "Content-Type=text/plain"));
    }

    @Test
    void who_does_not_know_the_secret_learns_nothing() {
        assertEquals(
                "401 the webhook \"generic\" for \"app\" did not accept your secret",
                refused("app", "s3/generic", JSON));
        assertEquals(
                "401 the webhook \"github\" for \"app\" did not accept your secret", refused("app", "s1/github", JSON));
        assertEquals(
                "401 the webhook \"generic\" for \"nope\" did not accept your secret",
                refused("nope", "s1/generic", JSON));
        assertEquals("400 unexpected hook subpath a/b/c", refused("app", "a/b/c", JSON));
        assertEquals("404 buildconfighook.build.openshift.io \"other\" not found", refused("app", "s1/other", JSON));
    }

    @Test
    void a_push_to_gitlab_is_built_by_its_newest_commit() throws Exception {
        String commits =
                "[{'id':'old','message':'First'},{'id':'new','message':'Fix','author':{'name':'Ana','email':'a@x'}}]";
        assertEquals(
                "[200] app-1",
                told(yard.hook(
                        "app",
                        "s4/gitlab",
                        "{'ref':'refs/heads/next','after':'new','commits':" + commits + "}",
                        JSON,
                        "X-Gitlab-Event=Push Hook")));
        assertEquals(
                "[{\"message\":\"GitLab WebHook\",\"gitlabWebHook\":{\"revision\":{\"type\":\"Git\",\"git\":{\"commit\":\"new\","
                        + "\"author\":{\"name\":\"Ana\",\"email\":\"a@x\"},\"committer\":{\"name\":\"Ana\",\"email\":\"a@x\"},"
                        + "\"message\":\"Fix\"}},\"secret\":\"<secret>\"}}]",
                Json.text(yard.build("app-1").path("spec").path("triggeredBy")));
        assertEquals(
                "[200] Success: skipping build. Branch reference from \"refs/heads/x\" does not match configuration",
                told(yard.hook("app", "s4/gitlab", "{'ref':'refs/heads/x'}", JSON, "X-Gitlab-Event=Push Hook")));
        assertEquals("400 missing X-Gitlab-Event", refused("app", "s4/gitlab", JSON));
        assertEquals(
                "400 Unknown X-Gitlab-Event Tag Push Hook",
                refused("app", "s4/gitlab", JSON, "X-Gitlab-Event=Tag Push Hook"));
        assertEquals(
                "401 the webhook \"gitlab\" for \"app\" did not accept your secret", refused("app", "s3/gitlab", JSON));
    }

    @Test
    void bitbucket_tells_of_pushes_in_two_ways() throws Exception {
        assertEquals(
                "[200] app-1",
                told(yard.hook(
                        "app",
                        "s2/bitbucket",
                        "{'push':{'changes':[{'new':{'name':'next'},'commits':[{'hash':'abc','message':'Fix',"
                                + "'author':{'raw':'Ana <a@x>'}}]}]}}",
                        JSON,
                        "X-Event-Key=repo:push")));
        assertEquals(
                "{\"type\":\"Git\",\"git\":{\"commit\":\"abc\",\"author\":{\"name\":\"Ana <a@x>\"},"
                        + "\"committer\":{\"name\":\"Ana <a@x>\"},\"message\":\"Fix\"}}",
                Json.text(yard.build("app-1").path("spec").path("revision")));
        assertEquals(
                "[200] app-2",
                told(yard.hook(
                        "app",
                        "s2/bitbucket",
                        "{'changes':[{'ref':{'displayId':'next'},'type':'UPDATE','toHash':'def'}]}",
                        JSON,
                        "X-Event-Key=repo:refs_changed")));
        assertEquals("def", Json.at(yard.build("app-2"), "spec", "revision", "git", "commit"));
        assertEquals(
                "[200] Success: skipping build. The branch \"next\" is gone",
                told(yard.hook(
                        "app",
                        "s2/bitbucket",
                        "{'push':{'changes':[{'new':null,'old':{'name':'next'}}]}}",
                        JSON,
                        "X-Event-Key=repo:push")));
        assertEquals(
                "400 Unknown Bitbucket X-Event-Key repo:fork",
                refused("app", "s2/bitbucket", JSON, "X-Event-Key=repo:fork"));
        assertEquals(
                "400 Unable to extract valid event from payload: {}",
                refused("app", "s2/bitbucket", JSON, "X-Event-Key=repo:refs_changed"));
    }
}
