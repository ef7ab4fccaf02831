package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deployments of real pods, told by kubectl how to go on, and how to end. */
@Timeout(300)
class RolloutsEngineTest {
    private static Trial trial;

    @BeforeAll
    static void start() throws IOException {
        trial = new Trial("rollouts");
    }

    @AfterAll
    static void stop() throws Exception {
        trial.close();
    }

    private static void deploy(String name, String more, String image) throws Exception {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s}
                spec:
                  %2$s
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      terminationGracePeriodSeconds: 0
                      containers:
                      - {name: c, image: %3$s, command: [sleep, "1000"], env: [{name: A, value: one}]}
                """.formatted(name, more, image);
        trial.kubectl(
                "apply",
                "-f",
                Files.writeString(trial.file(name + ".yaml"), manifest).toString());
    }

    private static void done(String name) throws Exception {
        String status = trial.kubectl("rollout", "status", "deployment/" + name, "--timeout=150s");
        assertTrue(status.endsWith("deployment \"" + name + "\" successfully rolled out\n"), status);
    }

    @Test
    void it_is_paused_changed_resumed_restarted_and_taken_back() throws Exception {
        deploy("app", "replicas: 1", trial.base());
        done("app");
        assertEquals("deployment.apps/app paused\n", trial.kubectl("rollout", "pause", "deployment/app"));
        assertEquals("deployment.apps/app env updated\n", trial.kubectl("set", "env", "deployment/app", "A=two"));
        assertEquals(
                "one", trial.kubectl("exec", "deployment/app", "--", "sh", "-c", "echo -n $A"), "a paused one waits");
        assertEquals("deployment.apps/app resumed\n", trial.kubectl("rollout", "resume", "deployment/app"));
        done("app");
        trial.await("1", "get", "deployment", "app", "-o", "jsonpath={.status.replicas}");
        assertEquals("two", trial.kubectl("exec", "deployment/app", "--", "sh", "-c", "echo -n $A"));
        assertEquals("deployment.apps/app restarted\n", trial.kubectl("rollout", "restart", "deployment/app"));
        done("app");
        trial.await(
                "3",
                "get",
                "deployment",
                "app",
                "-o",
                "jsonpath={.metadata.annotations['deployment\\.kubernetes\\.io/revision']}");
        assertEquals(
                "deployment.apps/app rolled back\n",
                trial.kubectl("rollout", "undo", "deployment/app", "--to-revision=1"));
        done("app");
        trial.await("1", "get", "deployment", "app", "-o", "jsonpath={.status.replicas}");
        assertEquals("one", trial.kubectl("exec", "deployment/app", "--", "sh", "-c", "echo -n $A"));
        // Stays, for what is left when the cluster stops.
    }

    @Test
    void one_that_does_not_get_on_says_so() throws Exception {
        deploy("stuck", "progressDeadlineSeconds: 2", "image-registry.openshift-image-registry.svc:5000/none/none");
        Ran status = trial.ran("", "rollout", "status", "deployment/stuck", "--timeout=150s");
        assertEquals(1, status.code());
        assertEquals("error: deployment \"stuck\" exceeded its progress deadline\n", status.err());
        assertEquals(
                "False ProgressDeadlineExceeded",
                trial.kubectl(
                        "get",
                        "deployment",
                        "stuck",
                        "-o",
                        "jsonpath={.status.conditions[?(@.type=='Progressing')]['status','reason']}"));
        trial.kubectl("delete", "deployment", "stuck");
    }

    @Test
    void what_is_owned_goes_stays_or_goes_first() throws Exception {
        deploy("left", "replicas: 1", trial.base());
        done("left");
        trial.kubectl("delete", "deployment", "left", "--cascade=orphan");
        assertEquals(
                "1", trial.kubectl("get", "rs", "-l", "app=left", "-o", "jsonpath={.items[*].status.readyReplicas}"));
        trial.await("", "get", "rs", "-l", "app=left", "-o", "jsonpath={.items[*].metadata.ownerReferences}");
        trial.kubectl("delete", "rs", "-l", "app=left", "--cascade=orphan");
        assertEquals(
                "Running", trial.kubectl("get", "pod", "-l", "app=left", "-o", "jsonpath={.items[*].status.phase}"));
        // A new one takes them in again.
        deploy("left", "replicas: 1", trial.base());
        done("left");
        trial.kubectl("delete", "deployment", "left", "--cascade=foreground");
        assertEquals("", trial.kubectl("get", "rs,pods", "-l", "app=left", "-o", "name"));
        deploy("left", "replicas: 1", trial.base());
        done("left");
        trial.kubectl("delete", "deployment", "left");
        trial.await("", "get", "rs,pods", "-l", "app=left", "-o", "name");
    }

    @Test
    void an_autoscaler_keeps_it_between_its_limits_and_says_that_nothing_is_measured() throws Exception {
        deploy("scaled", "replicas: 1", trial.base());
        done("scaled");
        assertEquals(
                "horizontalpodautoscaler.autoscaling/scaled autoscaled\n",
                trial.s2ioc("autoscale", "deployment/scaled", "--min=2", "--max=3", "--cpu-percent=70")
                        .out());
        trial.await("2", "get", "deployment", "scaled", "-o", "jsonpath={.status.readyReplicas}");
        trial.await(
                "False FailedGetResourceMetric",
                "get",
                "hpa",
                "scaled",
                "-o",
                "jsonpath={.status.conditions[?(@.type=='ScalingActive')]['status','reason']}");
        trial.await("2", "get", "hpa", "scaled", "-o", "jsonpath={.status.currentReplicas}");
        String shown = trial.kubectl("get", "hpa", "scaled");
        assertTrue(
                shown.matches("(?s)NAME +REFERENCE +TARGETS +MINPODS +MAXPODS +REPLICAS +AGE\n"
                        + "scaled +Deployment/scaled +cpu: <unknown>/70% +2 +3 +2 +.*"),
                shown);
        assertEquals(
                "70",
                trial.kubectl(
                        "get",
                        "horizontalpodautoscalers.v1.autoscaling",
                        "scaled",
                        "-o",
                        "jsonpath={.spec.targetCPUUtilizationPercentage}"));
        trial.kubectl("delete", "hpa,deployment", "scaled");
    }

    @Test
    void kubectl_writes_autoscalers_in_their_first_version() throws Exception {
        deploy("first", "replicas: 1", trial.base());
        assertEquals(
                "horizontalpodautoscaler.autoscaling/first autoscaled\n",
                trial.kubectl("autoscale", "deployment/first", "--min=1", "--max=3", "--cpu-percent=60"));
        assertEquals(
                "autoscaling/v2 cpu 60",
                trial.kubectl(
                        "get",
                        "hpa",
                        "first",
                        "-o",
                        "jsonpath={.apiVersion} {.spec.metrics[*].resource['name','target.averageUtilization']}"));
        trial.kubectl("delete", "hpa,deployment", "first");
    }
}
