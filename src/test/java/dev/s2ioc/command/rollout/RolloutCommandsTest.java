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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rollout} of Kubernetes' workloads: what it tells, what it sends, what it refuses. */
class RolloutCommandsTest {
    private static final String APPS = "/apis/apps/v1/namespaces/demo/";
    private static final String WEB = APPS + "deployments/web";
    private static final String MANAGER = "?fieldManager=kubectl-rollout";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_deployment_that_is_done() {
        api.on("GET " + WEB, deployment("", 2, 2, 2, 2));
        assertEquals(new Ran(0, "deployment \"web\" successfully rolled out\n", ""), rollout("status", "deploy/web"));
        refused(
                "desired revision (1) is different from the running revision (3)",
                "status",
                "deploy/web",
                "--revision=1");
    }

    @Test
    void a_deployment_is_followed() {
        api.on("GET " + WEB, deployment("", 2, 1, 2, 2));
        api.on(
                "GET " + APPS + "deployments?fieldSelector=metadata.name%3Dweb&watch=true&allowWatchBookmarks=true"
                        + "&resourceVersion=5",
                event("MODIFIED", deployment("", 2, 2, 3, 2))
                        + event("MODIFIED", deployment("", 2, 2, 2, 1))
                        + event("MODIFIED", deployment("", 2, 2, 2, 2)));
        assertEquals(new Ran(0, """
                Waiting for deployment "web" rollout to finish: 1 out of 2 new replicas have been updated...
                Waiting for deployment "web" rollout to finish: 1 old replicas are pending termination...
                Waiting for deployment "web" rollout to finish: 1 of 2 updated replicas are available...
                deployment "web" successfully rolled out
                """, ""), rollout("status", "deploy/web"));
    }

    @Test
    void a_deployment_that_does_not_get_on() {
        String failed = deployment("", 2, 1, 2, 1)
                .replace(
                        "\"status\":{",
                        "\"status\":{\"conditions\":[{\"type\":\"Progressing\",\"reason\":\"ProgressDeadlineExceeded\"}],");
        api.on("GET " + WEB, failed);
        refused("deployment \"web\" exceeded its progress deadline", "status", "deploy/web");
        api.missing("GET " + APPS + "deployments/none", "deployments.apps", "none");
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): deployments.apps \"none\" not found\n"),
                rollout("status", "deploy/none"));
        refused("required resource not specified", "status");
    }

    @Test
    void only_looks_if_wanted() {
        api.on("GET " + APPS + "daemonsets/d", """
                {"metadata":{"name":"d"},"spec":{"updateStrategy":{"type":"RollingUpdate"}},
                "status":{"desiredNumberScheduled":3,"updatedNumberScheduled":3,"numberAvailable":1}}
                """);
        assertEquals(
                new Ran(
                        0,
                        "Waiting for daemon set \"d\" rollout to finish: 1 of 3 updated pods are available...\n",
                        ""),
                rollout("status", "ds/d", "--watch=false"));
        api.on("GET " + APPS + "statefulsets/s", """
                {"metadata":{"name":"s","generation":1},"spec":{"replicas":2,"updateStrategy":{"type":"RollingUpdate",
                "rollingUpdate":{"partition":0}}},"status":{"observedGeneration":1,"readyReplicas":2,"updatedReplicas":2}}
                """);
        assertEquals(
                new Ran(0, "partitioned roll out complete: 2 new pods have been updated...\n", ""),
                rollout("status", "sts/s"));
    }

    @Test
    void history() {
        serveRevisions();
        assertEquals(
                new Ran(0, "deployment.apps/web \nREVISION  CHANGE-CAUSE\n1         first\n3         <none>\n\n", ""),
                rollout("history", "deploy/web"));
        assertEquals(
                new Ran(0, "replicaset.apps/web-1\n", ""),
                rollout("history", "deploy/web", "--revision=1", "-o", "name"));
        refused("unable to find the specified revision", "history", "deploy/web", "--revision=2");
        assertEquals(new Ran(0, """
                deployment.apps/web with revision #1
                Pod Template:
                  Labels:  app=web
                           pod-template-hash=h1
                  Containers:
                   app:
                    Image:         img:1
                    Port:          <none>
                    Host Port:     <none>
                    Environment:   <none>
                    Mounts:        <none>
                  Volumes:         <none>
                  Node-Selectors:  <none>
                  Tolerations:     <none>

                """, ""), rollout("history", "deploy/web", "--revision=1"));
    }

    @Test
    void restarts() {
        api.on("GET " + WEB, deployment("", 1, 1, 1, 1)).on("PATCH " + WEB + MANAGER, deployment("", 1, 1, 1, 1));
        Clock noon = Clock.fixed(Instant.parse("2026-01-02T12:00:00.5Z"), ZoneOffset.UTC);
        assertEquals(
                new Ran(0, "deployment.apps/web restarted\n", ""),
                Run.in(home, Map.of(), noon).s2ioc(api.arguments("rollout", "restart", "deploy/web")));
        assertEquals(
                "PATCH " + WEB + MANAGER + " {\"spec\":{\"template\":{\"metadata\":{\"annotations\":"
                        + "{\"kubectl.kubernetes.io/restartedAt\":\"2026-01-02T12:00:00Z\"}}}}}",
                api.requests().getLast());
    }

    @Test
    void pauses_and_resumes() {
        api.on("GET " + WEB, deployment("", 1, 1, 1, 1)).on("PATCH " + WEB + MANAGER, deployment("", 1, 1, 1, 1));
        assertEquals(new Ran(0, "deployment.apps/web paused\n", ""), rollout("pause", "deploy/web"));
        assertEquals(
                "PATCH " + WEB + MANAGER + " {\"spec\":{\"paused\":true}}",
                api.requests().getLast());
        refused("deployments.apps \"web\" is not paused", "resume", "deploy/web");
        api.on("GET " + APPS + "statefulsets/s", "{\"metadata\":{\"name\":\"s\"}}");
        refused("statefulsets.apps \"s\" pausing is not supported", "pause", "sts/s");
    }

    @Test
    void a_paused_one() {
        String paused = deployment("\"paused\":true,", 1, 1, 1, 1);
        api.on("GET " + WEB, paused).on("PATCH " + WEB + MANAGER, paused);
        assertEquals(new Ran(0, "deployment.apps/web resumed\n", ""), rollout("resume", "deploy/web"));
        refused("deployments.apps \"web\" is already paused", "pause", "deploy/web");
        refused(
                "deployments.apps \"web\" can't restart paused deployment (run rollout resume first)",
                "restart",
                "deploy/web");
        refused(
                "you cannot rollback a paused deployment; resume it first with 's2ioc rollout resume' and try again",
                "undo",
                "deploy/web");
    }

    @Test
    void undoes() {
        serveRevisions();
        api.on("PATCH " + WEB, deployment("", 1, 1, 1, 1));
        assertEquals(new Ran(0, "deployment.apps/web rolled back\n", ""), rollout("undo", "deploy/web"));
        assertEquals(
                "PATCH " + WEB
                        + " [{\"op\":\"replace\",\"path\":\"/spec/template\",\"value\":{\"metadata\":{\"labels\":"
                        + "{\"app\":\"web\"}},\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"img:1\"}]}}},"
                        + "{\"op\":\"replace\",\"path\":\"/metadata/annotations\",\"value\":"
                        + "{\"deployment.kubernetes.io/revision\":\"3\",\"kubernetes.io/change-cause\":\"first\"}}]",
                api.requests().getLast());
        assertEquals(
                new Ran(0, "deployment.apps/web skipped rollback (current template already matches revision 3)\n", ""),
                rollout("undo", "deploy/web", "--to-revision=3"));
        refused("unable to find specified revision 9 in history", "undo", "deploy/web", "--to-revision=9");
    }

    @Test
    void undoes_a_daemon_set() {
        String set = APPS + "daemonsets/d";
        String body =
                "{\"metadata\":{\"name\":\"d\",\"uid\":\"u1\"},\"spec\":{\"selector\":{\"matchLabels\":{\"a\":\"b\"}},"
                        + "\"template\":{\"spec\":{\"x\":2}}}}";
        String data = "{\"spec\":{\"template\":{\"$patch\":\"replace\",\"spec\":{\"x\":N}}}}";
        String item = "{\"metadata\":{\"name\":\"d-N\",\"ownerReferences\":[{\"uid\":\"u1\"}]},\"revision\":N,\"data\":"
                + data + "}";
        api.on("GET " + set, body).on("PATCH " + set, body);
        api.on(
                "GET " + APPS + "controllerrevisions?labelSelector=a%3Db&limit=500",
                "{\"items\":[" + item.replace("N", "2") + "," + item.replace("N", "1") + "]}");
        assertEquals(new Ran(0, "daemonset.apps/d rolled back\n", ""), rollout("undo", "ds/d"));
        assertEquals(
                "PATCH " + set + " " + data.replace("N", "1"), api.requests().getLast());
        assertEquals(
                "application/strategic-merge-patch+json",
                api.received().getLast().getHeader("Content-Type"));
    }

    private void serveRevisions() {
        api.on("GET " + WEB, deployment("", 1, 1, 1, 1));
        String set =
                "{\"metadata\":{\"name\":\"web-N\",\"annotations\":{\"deployment.kubernetes.io/revision\":\"N\"CAUSE},"
                        + "\"ownerReferences\":[{\"uid\":\"u1\"}]},\"spec\":{\"template\":{\"metadata\":{\"labels\":{\"app\":\"web\","
                        + "\"pod-template-hash\":\"hN\"}},\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"img:N\"}]}}}}";
        String other = set.replace("u1", "u2").replace("CAUSE", "").replace("N", "7");
        api.on(
                "GET " + APPS + "replicasets?labelSelector=app%3Dweb&limit=500",
                "{\"items\":[" + set.replace("CAUSE", "").replace("N", "3") + "," + other + ","
                        + set.replace("CAUSE", ",\"kubernetes.io/change-cause\":\"first\"")
                                .replace("N", "1") + "]}");
    }

    private static String deployment(String spec, int replicas, int updated, int there, int available) {
        return ("{\"kind\":\"Deployment\",\"apiVersion\":\"apps/v1\",\"metadata\":{\"name\":\"web\",\"uid\":\"u1\","
                        + "\"resourceVersion\":\"5\",\"generation\":2,\"annotations\":{\"deployment.kubernetes.io/revision\":\"3\"}},"
                        + "\"spec\":{%s\"replicas\":%d,\"selector\":{\"matchLabels\":{\"app\":\"web\"}},\"template\":{\"metadata\":"
                        + "{\"labels\":{\"app\":\"web\"}},\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"img:3\"}]}}},"
                        + "\"status\":{\"observedGeneration\":2,\"updatedReplicas\":%d,\"replicas\":%d,\"availableReplicas\":%d}}")
                .formatted(spec, replicas, updated, there, available);
    }

    private static String event(String type, String object) {
        return "{\"type\":\"" + type + "\",\"object\":" + object + "}\n";
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), rollout(words));
    }

    private Ran rollout(String... words) {
        return api.s2ioc(
                home, Stream.concat(Stream.of("rollout"), Stream.of(words)).toArray(String[]::new));
    }
}
