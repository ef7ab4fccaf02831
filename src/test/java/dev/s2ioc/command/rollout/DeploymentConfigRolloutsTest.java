package dev.s2ioc.command.rollout;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rollout} and {@code rollback} of DeploymentConfigs, whose deployments are ReplicationControllers. */
class DeploymentConfigRolloutsTest {
    private static final String DC = "/apis/apps.openshift.io/v1/namespaces/demo/deploymentconfigs/web";
    private static final String RCS = "/api/v1/namespaces/demo/replicationcontrollers";
    private static final String LIST =
            "GET " + RCS + "?labelSelector=openshift.io%2Fdeployment-config.name%3Dweb&limit=500";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void status() {
        api.on(
                "GET " + DC,
                config(
                        "",
                        ",\"conditions\":[{\"type\":\"Progressing\",\"reason\":"
                                + "\"NewReplicationControllerAvailable\",\"message\":\"replication controller \\\"web-2\\\" successfully"
                                + " rolled out\"}]"));
        assertEquals(
                new Ran(0, "replication controller \"web-2\" successfully rolled out\n", ""),
                run("rollout", "status", "dc/web"));
    }

    @Test
    void waits_for_an_image() {
        api.on(
                "GET " + DC,
                config("\"triggers\":[{\"type\":\"ImageChange\"}],", "").replace("Version\":2", "Version\":0"));
        assertEquals(
                new Ran(0, "Deployment config \"web\" waiting on image update\n", ""),
                run("rollout", "status", "dc/web", "--watch=false"));
    }

    @Test
    void history() {
        api.on("GET " + DC, config("", ""));
        api.on(
                LIST,
                list(
                        deployment(2, "Failed", ",\"openshift.io/deployment.status-reason\":\"config change\""),
                        deployment(1, "Complete", "")));
        assertEquals(new Ran(0, """
                deploymentconfig.apps.openshift.io/web\s
                REVISION  STATUS    CAUSE
                1         Complete  <unknown>
                2         Failed    config change

                """, ""), run("rollout", "history", "dc/web"));
    }

    @Test
    void latest() {
        api.on("GET " + DC, config("", "")).on("GET " + RCS + "/web-2", deployment(2, "Complete", ""));
        api.on("POST " + DC + "/instantiate", config("", "").replace("Version\":2", "Version\":3"));
        assertEquals(
                new Ran(0, "deploymentconfig.apps.openshift.io/web rolled out\n", ""),
                run("rollout", "latest", "dc/web"));
        assertEquals(
                "POST " + DC + "/instantiate {\"kind\":\"DeploymentRequest\",\"apiVersion\":\"apps.openshift.io/v1\","
                        + "\"name\":\"web\",\"latest\":true,\"force\":true}",
                api.requests().getLast());
        assertEquals(new Ran(0, "3", ""), run("rollout", "latest", "web", "--again", "-o", "revision"));
        refused(
                "deploy/web is not a deployment config; for others: s2ioc rollout restart deploy/web",
                "rollout",
                "latest",
                "deploy/web");
    }

    @Test
    void latest_is_refused_while_one_runs() {
        api.on("GET " + DC, config("", "")).on("GET " + RCS + "/web-2", deployment(2, "Running", ""));
        refused("#2 is already in progress (Running).", "rollout", "latest", "web");
    }

    @Test
    void cancels() {
        api.on("GET " + DC, config("", ""));
        api.on(LIST, list(deployment(1, "Complete", ""), deployment(2, "Running", "")));
        api.on("PATCH " + RCS + "/web-2", deployment(2, "Running", ""));
        assertEquals(
                new Ran(0, "deploymentconfig.apps.openshift.io/web cancelling\n", ""),
                run("rollout", "cancel", "dc/web"));
        assertEquals(
                "PATCH " + RCS
                        + "/web-2 {\"metadata\":{\"annotations\":{\"openshift.io/deployment.cancelled\":\"true\","
                        + "\"openshift.io/deployment.status-reason\":\"cancelled by the user\"}}}",
                api.requests().getLast());
    }

    @Test
    void nothing_to_cancel() {
        api.on("GET " + DC, config("", "")).on(LIST, list(deployment(2, "Complete", "")));
        Clock later = Clock.fixed(Instant.parse("2026-01-01T00:05:00Z"), ZoneOffset.UTC);
        assertEquals(
                new Ran(0, "No rollout is in progress (latest rollout #2 complete 5 minutes ago)\n", ""),
                Run.in(home, Map.of(), later).s2ioc(api.arguments("rollout", "cancel", "dc/web")));
    }

    @Test
    void retries() {
        api.on("GET " + DC, config("", "")).on("GET " + RCS + "/web-2", deployment(2, "Failed", ""));
        api.on("PATCH " + RCS + "/web-2", deployment(2, "New", ""));
        String pods = "/api/v1/namespaces/demo/pods";
        api.on(
                "GET " + pods + "?labelSelector=openshift.io%2Fdeployer-pod-for.name%3Dweb-2&limit=500",
                "{\"items\":[{\"metadata\":{\"name\":\"web-2-deploy\"}}]}");
        api.on("DELETE " + pods + "/web-2-deploy", "{}");
        assertEquals(
                new Ran(0, "deploymentconfig.apps.openshift.io/web retried rollout #2\n", ""),
                run("rollout", "retry", "dc/web"));
        assertEquals(
                "PATCH " + RCS + "/web-2 {\"metadata\":{\"annotations\":{\"openshift.io/deployment.phase\":\"New\","
                        + "\"openshift.io/deployment.status-reason\":null,\"openshift.io/deployment.cancelled\":null}}}",
                api.requests().getLast());
    }

    @Test
    void only_failures_are_retried() {
        api.on("GET " + DC, config("", "")).on("GET " + RCS + "/web-2", deployment(2, "Complete", ""));
        refused(
                "rollout #2 is complete; only failed deployments can be retried.\n"
                        + "You can start a new deployment with 's2ioc rollout latest dc/web'.",
                "rollout",
                "retry",
                "dc/web");
    }

    @Test
    void rolls_back() {
        String manual = "\"triggers\":[{\"type\":\"ImageChange\",\"imageChangeParams\":{\"automatic\":false,\"from\":"
                + "{\"name\":\"web:latest\"}}}],";
        api.on("GET " + DC, config("", ""))
                .on(LIST, list(deployment(1, "Complete", ""), deployment(2, "Complete", "")));
        api.on("POST " + DC + "/rollback", config(manual, "")).on("PUT " + DC, config(manual, ""));
        assertEquals(
                new Ran(
                        0,
                        "deploymentconfig.apps.openshift.io/web deployment #2 rolled back to web-1\n",
                        "Warning: the following images triggers were disabled: web:latest\n"
                                + "  You can re-enable them with: s2ioc set triggers dc/web --auto\n"),
                run("rollback", "dc/web"));
        assertEquals(
                "POST " + DC
                        + "/rollback {\"kind\":\"DeploymentConfigRollback\",\"apiVersion\":\"apps.openshift.io/v1\","
                        + "\"name\":\"web\",\"spec\":{\"from\":{\"name\":\"web-1\"},\"revision\":0,\"includeTriggers\":false,"
                        + "\"includeTemplate\":true,\"includeReplicationMeta\":false,\"includeStrategy\":false}}",
                api.requests().get(api.requests().size() - 2));
        refused("couldn't find deployment for rollback", "rollback", "dc/web", "--to-version=9");
        assertEquals(
                new Ran(0, "deploymentconfig.apps.openshift.io/web rolled back to web-1 (dry run)\n", ""),
                run("rollback", "web", "--dry-run"));
    }

    private static String config(String spec, String status) {
        return "{\"kind\":\"DeploymentConfig\",\"apiVersion\":\"apps.openshift.io/v1\",\"metadata\":{\"name\":\"web\","
                + "\"namespace\":\"demo\"},\"spec\":{" + spec + "\"replicas\":1},\"status\":{\"latestVersion\":2"
                + status
                + "}}";
    }

    private static String deployment(int version, String phase, String annotation) {
        return ("{\"metadata\":{\"name\":\"web-%d\",\"creationTimestamp\":\"2026-01-01T00:00:00Z\",\"annotations\":"
                        + "{\"openshift.io/deployment-config.name\":\"web\",\"openshift.io/deployment-config.latest-version\":\"%d\","
                        + "\"openshift.io/deployment.phase\":\"%s\"%s}}}")
                .formatted(version, version, phase, annotation);
    }

    private static String list(String... items) {
        return "{\"items\":[" + String.join(",", items) + "]}";
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), run(words));
    }

    private Ran run(String... words) {
        return api.s2ioc(home, words);
    }
}
