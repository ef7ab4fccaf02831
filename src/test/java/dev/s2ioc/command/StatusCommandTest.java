package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status}: what a project is made of, as oc shows the same project, and what is wrong with it. */
class StatusCommandTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String CORE = "/api/v1/namespaces/demo/";
    private static final String BUILD = "/apis/build.openshift.io/v1/namespaces/demo/";
    private static final String STREAMS = "/apis/image.openshift.io/v1/namespaces/demo/imagestreams";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void project() {
        api.on(
                "GET /apis/project.openshift.io/v1/projects/demo",
                "{\"kind\":\"Project\",\"metadata\":{\"name\":\"demo\"}}");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void builds() {
        serveBuilds();
        assertEquals(new Ran(0, """
                In project demo on server SERVER

                bc/app source builds https://git.example.com/me/app.git#main on istag/s2i-simple-builder:latest (from bc/s2i-simple-builder)
                  -> istag/app:latest
                  build #2 failed 4 minutes ago - ed1ab24: Fix header (Ana <a@x>) (can't push to image)
                  build #1 succeeded 24 minutes ago - ed1ab24: Fix header (Ana <a@x>) (can't push to image)

                bc/fromd docker builds Dockerfile on istag/s2i-simple-builder:latest (from bc/s2i-simple-builder)
                  -> istag/fromd:latest
                  not built yet

                bc/s2i-simple-builder docker builds uploaded code
                  -> istag/s2i-simple-builder:latest
                  build #1 succeeded 10 months ago

                Errors:
                  * bc/app is pushing to istag/app:latest, but the image stream for that tag does not exist.
                  * build/app-2 has failed.

                2 errors, 1 warning identified, use 's2ioc status --suggest' to see details.
                """.replace("SERVER", api.url()), ""), run("status"));
    }

    @Test
    void suggestions() {
        serveBuilds();
        String out = run("status", "--suggest").out();
        assertEquals("""
                Errors:
                  * bc/app is pushing to istag/app:latest, but the image stream for that tag does not exist.
                  * build/app-2 has failed.
                    try: Inspect the build failure with 's2ioc logs -f bc/app'

                Warnings:
                  * istag/fromd:latest needs to be imported or created by a build.
                    try: s2ioc start-build fromd

                View details with 's2ioc describe <resource>/<name>' or list resources with 's2ioc get all'.
                """, out.substring(out.indexOf("Errors:")));
    }

    @Test
    void a_build_that_runs_stands_before_the_last_that_ended() {
        api.on("GET " + BUILD + "buildconfigs", list(config("app", "\"binary\":{}", "")));
        api.on(
                "GET " + BUILD + "builds",
                list(
                        build(
                                "app",
                                1,
                                "Complete",
                                "11:00:00",
                                "\"completionTimestamp\":\"2026-01-01T11:10:00Z\",",
                                ""),
                        build("app", 2, "Running", "11:59:00", "\"startTimestamp\":\"2026-01-01T11:59:40Z\",", "")));
        api.on("GET " + STREAMS, list(stream("app", "latest")));
        assertEquals(new Ran(0, """
                In project demo on server SERVER

                bc/app docker builds uploaded code
                  -> istag/app:latest
                  build #2 running for 20 seconds
                  build #1 succeeded 50 minutes ago

                View details with 's2ioc describe <resource>/<name>' or list resources with 's2ioc get all'.
                """.replace("SERVER", api.url()), ""), run("status"));
    }

    @Test
    void services_with_what_they_lead_to() {
        serveApplication();
        assertEquals(new Ran(0, """
                In project demo on server SERVER

                https://app.example.com (redirects) to pod port 8080 (svc/app)
                  deployment/app deploys istag/app:latest <- bc/app docker builds uploaded code
                    deployment #2 running for 5 minutes - 1/2 pods growing to 2
                    deployment #1 deployed 10 minutes ago

                svc/db - 10.0.0.2:5432 -> pg
                  pod/db runs postgres:16

                pod/tool runs busybox

                Errors:
                  * pod/tool is crash-looping

                1 error, 1 warning, 1 info identified, use 's2ioc status --suggest' to see details.
                """.replace("SERVER", api.url()), ""), run("status"));
        String out = run("status", "--suggest").out();
        assertEquals("""
                Errors:
                  * pod/tool is crash-looping

                    The container is starting and exiting repeatedly. Look at the log of its last end:
                    s2ioc logs -p pod/tool -c c

                Warnings:
                  * deployment/app is attempting to mount a missing secret secret/key

                Info:
                  * deployment/app has no liveness probe to verify pods are still running.
                    try: s2ioc set probe deployment/app --liveness ...

                View details with 's2ioc describe <resource>/<name>' or list resources with 's2ioc get all'.
                """, out.substring(out.indexOf("Errors:")));
    }

    @Test
    void the_graph() {
        serveApplication();
        assertEquals(new Ran(0, """
                digraph "demo" {
                  0 [label="bc/app"];
                  1 [label="istag/app:latest"];
                  2 [label="build/app-1"];
                  3 [label="deployment/app"];
                  4 [label="pod/db"];
                  5 [label="postgres:16"];
                  6 [label="pod/tool"];
                  7 [label="busybox"];
                  8 [label="svc/app"];
                  9 [label="route/app"];
                  10 [label="svc/db"];
                  0 -> 1 [label="BuildOutput"];
                  0 -> 2 [label="Build"];
                  1 -> 3 [label="TriggersDeployment"];
                  5 -> 4 [label="UsedInDeployment"];
                  7 -> 6 [label="UsedInDeployment"];
                  8 -> 3 [label="Exposes"];
                  9 -> 8 [label="Routes"];
                  10 -> 4 [label="Exposes"];
                }
                """, ""), run("status", "-o", "dot"));
        assertEquals(
                new Ran(1, "", "error: invalid output format provided: svg; the only one is dot\n"),
                run("status", "-o", "svg"));
    }

    @Test
    void what_may_not_be_listed_is_told() {
        api.refuse("GET " + CORE + "secrets", 403, "Forbidden", "no");
        assertEquals(new Ran(0, """
                In project demo on server SERVER

                1 warning identified, use 's2ioc status --suggest' to see details.
                """.replace("SERVER", api.url()), ""), run("status"));
    }

    @Test
    void an_empty_project() {
        assertEquals(new Ran(0, """
                In project demo on server SERVER

                You have no services, deployment configs, or build configs.
                Run 's2ioc new-app' to create an application.
                """.replace("SERVER", api.url()), ""), run("status"));
    }

    @Test
    void all_projects() {
        api.on(
                "GET " + BUILD.replace("namespaces/demo/", "") + "buildconfigs",
                list(config("app", "\"binary\":{}", "")));
        api.on("GET " + STREAMS.replace("namespaces/demo/", ""), list(stream("app", "latest")));
        assertEquals(new Ran(0, """
                Showing all projects on server SERVER

                bc/app docker builds uploaded code
                  -> istag/app:latest
                  not built yet

                View details with 's2ioc describe <resource>/<name>' or list resources with 's2ioc get all'.
                """.replace("SERVER", api.url()), ""), run("status", "-A"));
    }

    @Test
    void a_project_that_is_not_there() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: you do not have rights to view project \"nope\" specified in your config or the project"
                                + " doesn't exist\n"),
                run("-n", "nope", "status"));
    }

    @Test
    void a_server_that_fails() {
        api.refuse("GET " + CORE + "pods", 500, "InternalError", "oops");
        assertEquals(new Ran(1, "", "Error from server (InternalError): oops\n"), run("status"));
    }

    private void serveBuilds() {
        String base = "\"from\":{\"kind\":\"ImageStreamTag\",\"name\":\"s2i-simple-builder:latest\"}";
        String git =
                ",\"revision\":{\"git\":{\"commit\":\"ed1ab24aaaa\",\"message\":\"Fix header\\nx\",\"author\":{\"name\":\"Ana\","
                        + "\"email\":\"a@x\"}}}";
        api.on(
                "GET " + BUILD + "buildconfigs",
                list(
                        config("s2i-simple-builder", "\"binary\":{}", ""),
                        config("fromd", "\"dockerfile\":\"FROM x\"", base),
                        config("app", "\"git\":{\"uri\":\"https://git.example.com/me/app.git\",\"ref\":\"main\"}", base)
                                .replace("dockerStrategy", "sourceStrategy")));
        api.on(
                "GET " + BUILD + "builds",
                list(
                        build(
                                "app",
                                1,
                                "Complete",
                                "11:34:00",
                                "\"completionTimestamp\":\"2026-01-01T11:36:00Z\",",
                                git),
                        build("app", 2, "Failed", "11:54:00", "\"completionTimestamp\":\"2026-01-01T11:56:00Z\",", git),
                        build("s2i-simple-builder", 1, "Complete", "11:00:00", "", "")
                                .replace("2026-01-01T11:00:00Z", "2025-02-20T11:00:00Z")));
        api.on("GET " + STREAMS, list(stream("s2i-simple-builder", "latest"), stream("fromd", "other")));
    }

    private void serveApplication() {
        api.on("GET " + BUILD + "buildconfigs", list(config("app", "\"binary\":{}", "")));
        api.on("GET " + STREAMS, list(stream("app", "latest")));
        api.on(
                "GET " + BUILD + "builds",
                list(build("app", 1, "Complete", "11:00:00", "\"completionTimestamp\":\"2026-01-01T11:10:00Z\",", "")));
        api.on("GET " + CORE + "secrets", list());
        api.on(
                "GET " + CORE + "services",
                list(
                        object(
                                "db",
                                "",
                                "\"spec\":{\"selector\":{\"app\":\"db\"},\"clusterIP\":\"10.0.0.2\",\"ports\":[{\"port\":5432,\"targetPort\":\"pg\"}]}"),
                        object(
                                "app",
                                "",
                                "\"spec\":{\"selector\":{\"app\":\"app\"},\"clusterIP\":\"10.0.0.1\",\"ports\":[{\"port\":8080,\"targetPort\":8080}]}")));
        api.on(
                "GET /apis/route.openshift.io/v1/namespaces/demo/routes",
                list(
                        object(
                                "app",
                                "",
                                "\"spec\":{\"host\":\"app.example.com\",\"to\":{\"name\":\"app\"},\"port\":{\"targetPort\":8080},\"tls\":"
                                        + "{\"termination\":\"edge\",\"insecureEdgeTerminationPolicy\":\"Redirect\"}},\"status\":{\"ingress\":"
                                        + "[{\"host\":\"app.example.com\",\"conditions\":[{\"type\":\"Admitted\",\"status\":\"True\"}]}]}")));
        api.on(
                "GET /apis/apps/v1/namespaces/demo/deployments",
                list(object(
                        "app",
                        ",\"uid\":\"d\",\"annotations\":{\"deployment.kubernetes.io/revision\":\"2\",\"image.openshift.io/triggers\":"
                                + "\"[{\\\"from\\\":{\\\"kind\\\":\\\"ImageStreamTag\\\",\\\"name\\\":\\\"app:latest\\\"},"
                                + "\\\"fieldPath\\\":\\\"spec.template.spec.containers[?(@.name==\\\\\\\"app\\\\\\\")].image\\\"}]\"}",
                        "\"spec\":{\"template\":{\"metadata\":{\"labels\":{\"app\":\"app\"}},\"spec\":{\"containers\":[{\"name\":\"app\","
                                + "\"image\":\"x\"}],\"volumes\":[{\"secret\":{\"secretName\":\"key\"}}]}}}")));
        api.on(
                "GET /apis/apps/v1/namespaces/demo/replicasets",
                list(replicas("app-1", 1, "11:50:00", 0, 0), replicas("app-2", 2, "11:55:00", 2, 1)));
        api.on(
                "GET " + CORE + "pods",
                list(
                        pod("db", "postgres:16", "{}"),
                        pod("tool", "busybox", "{\"waiting\":{\"reason\":\"CrashLoopBackOff\"}}"),
                        pod("app-2-x", "x", "{}")
                                .replace("\"namespace\"", "\"ownerReferences\":[{\"uid\":\"r\"}],\"namespace\"")));
    }

    private static String replicas(String name, int revision, String created, int wanted, int ready) {
        return object(
                name,
                ",\"creationTimestamp\":\"2026-01-01T" + created
                        + "Z\",\"ownerReferences\":[{\"uid\":\"d\"}],\"annotations\":"
                        + "{\"deployment.kubernetes.io/revision\":\"" + revision + "\"}",
                "\"spec\":{\"replicas\":%d},\"status\":{\"replicas\":%d,\"readyReplicas\":%d}"
                        .formatted(wanted, ready, ready));
    }

    private static String pod(String name, String image, String state) {
        return object(
                name,
                ",\"labels\":{\"app\":\"" + name + "\"}",
                "\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"" + image
                        + "\"}]},\"status\":{\"phase\":\"Running\",\"containerStatuses\":[{\"name\":\"c\",\"state\":"
                        + state
                        + "}]}");
    }

    private static String config(String name, String source, String from) {
        return object(
                name,
                "",
                "\"spec\":{\"source\":{" + source + "},\"strategy\":{\"dockerStrategy\":{" + from
                        + "}},\"output\":{\"to\":{\"kind\":\"ImageStreamTag\",\"name\":\"" + name + ":latest\"}}}");
    }

    private static String build(String config, int number, String phase, String created, String time, String more) {
        return object(
                config + "-" + number,
                ",\"creationTimestamp\":\"2026-01-01T" + created + "Z\"",
                "\"spec\":{\"output\":{\"to\":{\"name\":\"x\"}}" + more + "},\"status\":{" + time + "\"phase\":\""
                        + phase + "\",\"config\":{\"name\":\"" + config + "\"}}");
    }

    private static String stream(String name, String tag) {
        return object(
                name,
                "",
                "\"status\":{\"dockerImageRepository\":\"registry/demo/" + name + "\",\"tags\":[{\"tag\":\"" + tag
                        + "\",\"items\":[{\"image\":\"sha256:1\"}]}]}");
    }

    private static String object(String name, String metadata, String rest) {
        return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"demo\"" + metadata + "}," + rest + "}";
    }

    private static String list(String... items) {
        return "{\"kind\":\"List\",\"items\":[" + String.join(",", items) + "]}";
    }

    private Ran run(String... words) {
        return Run.in(home, Map.of(), NOON).s2ioc(api.arguments(words));
    }
}
