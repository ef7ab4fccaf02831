package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scale} and {@code autoscale}: what they send, under which conditions, and how they wait. */
class ScaleCommandTest {
    private static final String DEPLOY = "/apis/apps/v1/namespaces/demo/deployments";
    private static final String WEB = DEPLOY + "/web";
    private static final String AUTOSCALERS = "/apis/autoscaling/v2/namespaces/demo/horizontalpodautoscalers";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void serve() {
        api.on("GET " + WEB, "{\"metadata\":{\"name\":\"web\"},\"spec\":{\"replicas\":1}}")
                .on("PATCH " + WEB + "/scale", "{}")
                .on("GET " + WEB + "/scale", scale(1))
                .missing("GET " + DEPLOY + "/none", "deployments.apps", "none");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void sets_the_number() {
        assertEquals(scaled(), run("scale", "deploy/web", "--replicas=3"));
        assertEquals(List.of("GET " + WEB, "PATCH " + WEB + "/scale {\"spec\":{\"replicas\":3}}"), api.requests());
        assertEquals("application/merge-patch+json", api.received().getLast().getHeader("Content-Type"));
        assertEquals(
                new Ran(0, "deployment.apps/web scaled (dry run)\n", ""),
                run("scale", "deploy/web", "--replicas=3", "--dry-run=client"));
    }

    @Test
    void only_if_it_is_as_expected() {
        assertEquals(scaled(), run("scale", "deploy/web", "--replicas=3", "--current-replicas=1"));
        assertEquals(
                "PATCH " + WEB + "/scale {\"metadata\":{\"resourceVersion\":\"7\"},\"spec\":{\"replicas\":3}}",
                api.requests().getLast());
        refused("Expected replicas to be 2, was 1", "scale", "deploy/web", "--replicas=3", "--current-replicas=2");
        refused(
                "Expected resource version to be 6, was 7",
                "scale",
                "deploy/web",
                "--replicas=3",
                "--resource-version=6");
    }

    @Test
    void waits_for_the_pods() {
        api.on("GET " + WEB + "/scale", scale(3));
        assertEquals(scaled(), run("scale", "deploy/web", "--replicas=3", "--timeout=1m"));
        assertEquals(
                new Ran(
                        5,
                        "deployment.apps/web scaled\n",
                        "error: timed out waiting for the condition on deployments/web\n"),
                run("scale", "deploy/web", "--replicas=4", "--timeout=10ms"));
    }

    @Test
    void all_of_a_type_and_none() {
        api.on("GET " + DEPLOY + "?limit=500", "{\"items\":[{\"metadata\":{\"name\":\"web\"}}]}");
        assertEquals(scaled(), run("scale", "deploy", "--all", "--replicas=0"));
        api.missing("GET " + DEPLOY + "/none", "deployments.apps", "none");
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): deployments.apps \"none\" not found\n"),
                run("scale", "deploy/none", "--replicas=2"));
        refused("required flag(s) \"replicas\" not set", "scale", "deploy/web");
        refused(
                "The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0",
                "scale",
                "deploy/web",
                "--replicas=-1");
    }

    @Test
    void an_autoscaler() {
        api.on("POST " + AUTOSCALERS + "?fieldManager=kubectl-autoscale", "{\"metadata\":{\"name\":\"web\"}}");
        assertEquals(
                new Ran(0, "horizontalpodautoscaler.autoscaling/web autoscaled\n", ""),
                run("autoscale", "deploy/web", "--min=2", "--max=5", "--cpu-percent=80"));
        assertEquals(
                "POST " + AUTOSCALERS + "?fieldManager=kubectl-autoscale"
                        + " {\"apiVersion\":\"autoscaling/v2\",\"kind\":\"HorizontalPodAutoscaler\",\"metadata\":{\"name\":\"web\"},"
                        + "\"spec\":{\"scaleTargetRef\":{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"name\":\"web\"},"
                        + "\"minReplicas\":2,\"maxReplicas\":5,\"metrics\":[{\"type\":\"Resource\",\"resource\":{\"name\":\"cpu\","
                        + "\"target\":{\"type\":\"Utilization\",\"averageUtilization\":80}}}]}}",
                api.requests().getLast());
        assertEquals(
                new Ran(
                        0,
                        "[{\"resource\":{\"name\":\"cpu\",\"target\":{\"averageValue\":\"500m\",\"type\":\"AverageValue\"}},\"type\":\"Resource\"},"
                                + "{\"resource\":{\"name\":\"memory\",\"target\":{\"averageUtilization\":70,\"type\":\"Utilization\"}},"
                                + "\"type\":\"Resource\"}]",
                        ""),
                run(
                        "autoscale",
                        "deploy/web",
                        "--max=5",
                        "--cpu=500",
                        "--memory=70%",
                        "--dry-run=client",
                        "-o",
                        "jsonpath={.spec.metrics}"));
        refused(
                "--cpu-percent and --cpu are mutually exclusive",
                "autoscale",
                "deploy/web",
                "--max=5",
                "--cpu=1",
                "--cpu-percent=1");
        refused("invalid percentage value: x", "autoscale", "deploy/web", "--max=5", "--cpu=x%");
        refused("invalid resource memory value: much", "autoscale", "deploy/web", "--max=5", "--memory=much");
        refused("required flag(s) \"max\" not set", "autoscale", "deploy/web");
        refused("--max=MAXPODS is required and must be at least 1, max: 0", "autoscale", "deploy/web", "--max=0");
        refused(
                "--max=MAXPODS must be larger or equal to --min=MINPODS, max: 1, min: 2",
                "autoscale",
                "deploy/web",
                "--max=1",
                "--min=2");
    }

    private static String scale(int replicas) {
        return "{\"metadata\":{\"name\":\"web\",\"resourceVersion\":\"7\"},\"spec\":{\"replicas\":" + replicas
                + "},\"status\":{\"replicas\":" + replicas + "}}";
    }

    private static Ran scaled() {
        return new Ran(0, "deployment.apps/web scaled\n", "");
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), run(words));
    }

    private Ran run(String... words) {
        return api.s2ioc(home, words);
    }
}
