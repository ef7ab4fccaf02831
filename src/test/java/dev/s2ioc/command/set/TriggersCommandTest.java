package dev.s2ioc.command.set;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code set triggers}: what it lists, and the triggers that objects of each kind have afterwards. */
class TriggersCommandTest {
    private static final String BC = "/apis/build.openshift.io/v1/namespaces/demo/buildconfigs/sb";
    private static final String DC = "/apis/apps.openshift.io/v1/namespaces/demo/deploymentconfigs/web";
    private static final String DEPLOY = "/apis/apps/v1/namespaces/demo/deployments/web";
    private static final String MANAGER = "?fieldManager=kubectl-set";
    private static final String HOOKS = "{\"github\":{\"secret\":\"s1\"},\"type\":\"GitHub\"},"
            + "{\"generic\":{\"secret\":\"s2\",\"allowEnv\":true},\"type\":\"Generic\"}";
    private static final String OWN_IMAGE =
            "{\"type\":\"ImageChange\",\"imageChange\":{\"lastTriggeredImageID\":\"x@y\"}}";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void lists_all_kinds() {
        api.on(
                "GET " + BC,
                config(HOOKS + "," + OWN_IMAGE + ",{\"type\":\"ImageChange\",\"imageChange\":{\"paused\":true,"
                        + "\"from\":{\"kind\":\"ImageStreamTag\",\"namespace\":\"other\",\"name\":\"tools:1\"}}}"));
        assertEquals(new Ran(0, """
                NAME             TYPE     VALUE               AUTO
                buildconfigs/sb  config                       false
                buildconfigs/sb  image    base:latest         true
                buildconfigs/sb  image    other/tools:1       false
                buildconfigs/sb  webhook  <secret>, allowenv \s
                buildconfigs/sb  github   <secret>           \s
                """, ""), triggers("bc/sb"));
    }

    @Test
    void lists_the_image_that_builds_start_from_though_it_starts_nothing() {
        api.on("GET " + BC, config("{\"type\":\"ConfigChange\"}"));
        assertEquals(new Ran(0, """
                NAME             TYPE    VALUE        AUTO
                buildconfigs/sb  config               true
                buildconfigs/sb  image   base:latest  false
                """, ""), triggers("bc/sb"));
    }

    @Test
    void an_image_comes_behind_what_is_there() {
        changes(BC, config(HOOKS));
        assertEquals(updated("buildconfig.build.openshift.io/sb"), triggers("bc/sb", "--from-image=foo:v1"));
        sent(
                BC,
                HOOKS + ",{\"type\":\"ImageChange\",\"imageChange\":{\"from\":{\"kind\":\"ImageStreamTag\","
                        + "\"name\":\"foo:v1\"}}}");
        assertEquals(
                "application/strategic-merge-patch+json",
                api.received().getLast().getHeader("Content-Type"));
    }

    @Test
    void the_strategys_image_is_written_without_its_name() {
        changes(BC, config("{\"type\":\"ConfigChange\"}"));
        triggers("bc/sb", "--from-image=demo/base:latest");
        sent(BC, "{\"type\":\"ConfigChange\"},{\"type\":\"ImageChange\",\"imageChange\":{}}");
    }

    @Test
    void manual_pauses_and_auto_goes_on() {
        changes(BC, config("{\"type\":\"ConfigChange\"}," + OWN_IMAGE));
        triggers("bc/sb", "--manual");
        sent(BC, "{\"type\":\"ImageChange\",\"imageChange\":{\"lastTriggeredImageID\":\"x@y\",\"paused\":true}}");
        api.on("GET " + BC, config(HOOKS + ",{\"type\":\"ImageChange\",\"imageChange\":{\"paused\":true}}"));
        assertEquals(0, triggers("bc/sb", "--auto").code());
    }

    @Test
    void auto_makes_a_trigger_of_the_strategys_image() {
        changes(BC, config(HOOKS));
        triggers("bc/sb", "--auto");
        sent(BC, HOOKS + ",{\"type\":\"ConfigChange\"},{\"type\":\"ImageChange\",\"imageChange\":{}}");
    }

    @Test
    void webhooks_get_a_new_secret() {
        changes(BC, config(""));
        triggers("bc/sb", "--from-gitlab");
        String request = api.requests().getLast();
        String pattern = "PATCH .* \\{\"spec\":\\{\"triggers\":\\[\\{\"type\":\"GitLab\",\"gitlab\":\\{\"secret\":"
                + "\"[A-Za-z0-9_-]{20}\"}}]}}";
        assertEquals(true, request.matches(pattern), request);
        triggers("bc/sb", "--from-webhook-allow-env");
        String generic = api.requests().getLast();
        assertEquals(true, generic.contains("\"type\":\"Generic\",\"generic\":{\"secret\":"), generic);
        assertEquals(true, generic.contains("\"allowEnv\":true"), generic);
    }

    @Test
    void removes_one_or_all() {
        changes(BC, config(HOOKS + "," + OWN_IMAGE));
        triggers("bc/sb", "--from-github", "--remove");
        sent(BC, "{\"generic\":{\"secret\":\"s2\",\"allowEnv\":true},\"type\":\"Generic\"}," + OWN_IMAGE);
        triggers("bc/sb", "--from-image=base:latest", "--remove");
        sent(BC, HOOKS);
        triggers("bc/sb", "--remove-all");
        sent(BC, "");
    }

    @Test
    void what_is_so_already_is_not_sent() {
        api.on("GET " + BC, config(HOOKS + "," + OWN_IMAGE));
        assertEquals(
                new Ran(0, "", "info: buildconfigs/sb was not changed\n"),
                triggers("bc/sb", "--from-image=base:latest"));
        assertEquals(List.of("GET " + BC), api.requests());
    }

    @Test
    void deployment_configs() {
        String image =
                "{\"type\":\"ImageChange\",\"imageChangeParams\":{\"automatic\":true,\"containerNames\":[\"app\"],"
                        + "\"from\":{\"kind\":\"ImageStreamTag\",\"namespace\":\"demo\",\"name\":\"web:latest\"},"
                        + "\"lastTriggeredImage\":\"r/web@sha256:1\"}}";
        changes(DC, workload("DeploymentConfig", "apps.openshift.io/v1", "", "\"triggers\":[" + image + "],"));
        assertEquals(new Ran(0, """
                NAME                   TYPE    VALUE             AUTO
                deploymentconfigs/web  config                    false
                deploymentconfigs/web  image   web:latest (app)  true
                """, ""), triggers("dc/web"));
        triggers("dc/web", "--from-image=web:latest", "--manual");
        sent(DC, image.replace("\"automatic\":true", "\"automatic\":false"));
        triggers("dc/web", "--from-config");
        sent(DC, image + ",{\"type\":\"ConfigChange\"}");
        assertEquals(
                new Ran(1, "", "error: deploymentconfigs/web does not support webhooks; only BuildConfigs do\n"),
                triggers("dc/web", "--from-github"));
    }

    @Test
    void deployments_have_an_annotation() {
        changes(DEPLOY, workload("Deployment", "apps/v1", "", ""));
        assertEquals(updated("deployment.apps/web"), triggers("deploy/web", "--from-image=other/web:latest"));
        String entry = "{\\\"from\\\":{\\\"kind\\\":\\\"ImageStreamTag\\\",\\\"name\\\":\\\"web:latest\\\","
                + "\\\"namespace\\\":\\\"other\\\"},\\\"fieldPath\\\":\\\"spec.template.spec.containers[?(@.name=="
                + "\\\\\\\"app\\\\\\\")].image\\\"";
        assertEquals(
                "PATCH " + DEPLOY + MANAGER + " {\"metadata\":{\"annotations\":{\"image.openshift.io/triggers\":\"["
                        + entry + "}]\"}}}",
                api.requests().getLast());
    }

    @Test
    void a_deployment_with_an_annotation_is_listed_paused_and_freed() {
        String annotation = "\"annotations\":{\"image.openshift.io/triggers\":\"[{\\\"from\\\":{\\\"kind\\\":"
                + "\\\"ImageStreamTag\\\",\\\"name\\\":\\\"web:latest\\\"},\\\"fieldPath\\\":"
                + "\\\"spec.template.spec.containers[?(@.name==\\\\\\\"app\\\\\\\")].image\\\"}]\"},";
        changes(DEPLOY, workload("Deployment", "apps/v1", annotation, ""));
        assertEquals(new Ran(0, """
                NAME             TYPE    VALUE             AUTO
                deployments/web  config                    true
                deployments/web  image   web:latest (app)  true
                """, ""), triggers("deploy/web"));
        triggers("deploy/web", "--manual");
        String sent = api.requests().getLast();
        assertEquals(true, sent.contains("\\\"paused\\\":true}]\""), sent);
        assertEquals(true, sent.endsWith("\"spec\":{\"paused\":true}}"), sent);
        triggers("deploy/web", "--remove-all");
        assertEquals(
                "PATCH " + DEPLOY + MANAGER + " {\"metadata\":{\"annotations\":{\"image.openshift.io/triggers\":null}},"
                        + "\"spec\":{\"paused\":true}}",
                api.requests().getLast());
    }

    @Test
    void containers_must_be_there() {
        changes(DEPLOY, workload("Deployment", "apps/v1", "", ""));
        refused("not all container names exist: x (accepts: app)", "deploy/web", "--from-image=w:1", "-c", "x");
    }

    @Test
    void an_image_of_two_containers_is_paused_for_both() {
        String entry = "{\\\"from\\\":{\\\"kind\\\":\\\"ImageStreamTag\\\",\\\"name\\\":\\\"web:latest\\\"},"
                + "\\\"fieldPath\\\":\\\"spec.template.spec.containers[N].image\\\"}";
        String annotation = "\"annotations\":{\"image.openshift.io/triggers\":\"[" + entry.replace("N", "0") + ","
                + entry.replace("N", "1") + "]\"},";
        changes(
                DEPLOY,
                workload("Deployment", "apps/v1", annotation, "").replace("}]}}}}", "},{\"name\":\"side\"}]}}}}"));
        assertEquals(updated("deployment.apps/web"), triggers("deploy/web", "--from-image=web:latest", "--manual"));
        assertEquals(2, api.requests().getLast().split("paused").length - 1);
    }

    @Test
    void flags_that_do_not_go_together() {
        api.on("GET " + BC, config(""));
        refused(
                "buildconfigs/sb has no containers: leave --containers away",
                "bc/sb",
                "--from-image=foo:1",
                "-c",
                "app");
        refused("you must specify at most one of --auto or --manual", "bc/sb", "--auto", "--manual");
        refused("you must specify either --remove or --remove-all", "bc/sb", "--remove", "--remove-all");
        refused("--remove-all may not be used with any other flag", "bc/sb", "--remove-all", "--auto");
        refused("--remove requires a flag defining a trigger type to be specified", "bc/sb", "--remove");
        refused(
                "you may only set one trigger type at a time, not --from-config and --from-github",
                "bc/sb",
                "--from-config",
                "--from-github");
        refused(
                "the value of --from-image must include the tag you wish to pull from, as in foo:latest",
                "bc/sb",
                "--from-image=foo");
        refused(
                "the value of --from-image must point to an image stream tag on this server",
                "bc/sb",
                "--from-image=quay.io/x/y:z");
        api.on("GET /api/v1/namespaces/demo/services/x", "{\"metadata\":{\"name\":\"x\"}}");
        refused("services/x does not support triggers", "svc/x");
    }

    private static String config(String triggers) {
        return "{\"kind\":\"BuildConfig\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":\"sb\","
                + "\"namespace\":\"demo\"},\"spec\":{\"strategy\":{\"type\":\"Docker\",\"dockerStrategy\":{\"from\":"
                + "{\"kind\":\"ImageStreamTag\",\"name\":\"base:latest\"}}},\"triggers\":[" + triggers + "]}}";
    }

    private static String workload(String kind, String version, String metadata, String spec) {
        return "{\"kind\":\"" + kind + "\",\"apiVersion\":\"" + version + "\",\"metadata\":{" + metadata
                + "\"name\":\"web\",\"namespace\":\"demo\"},\"spec\":{" + spec
                + "\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"x\"}]}}}}";
    }

    private void changes(String path, String object) {
        api.on("GET " + path, object).on("PATCH " + path + MANAGER, object);
    }

    private void sent(String path, String triggers) {
        assertEquals(
                "PATCH " + path + MANAGER + " {\"spec\":{\"triggers\":[" + triggers + "]}}",
                api.requests().getLast());
    }

    private static Ran updated(String object) {
        return new Ran(0, object + " triggers updated\n", "");
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), triggers(words));
    }

    private Ran triggers(String... words) {
        return api.s2ioc(
                home,
                Stream.concat(Stream.of("set", "triggers"), Stream.of(words)).toArray(String[]::new));
    }
}
