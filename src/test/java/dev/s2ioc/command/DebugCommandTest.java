package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.PodServer;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** debug copies a pod, runs something else in it, ends as that does, and removes the pod. */
class DebugCommandTest {
    private static final String DEPLOYMENT = """
            {"metadata":{"name":"web"},"spec":{"template":{"metadata":{"labels":{"app":"web"},"annotations":{"a":"b"}},\
            "spec":{"containers":[{"name":"web","image":"i","command":["serve"],"args":["-p","80"],"env":[{"name":"A","value":"1"}],\
            "livenessProbe":{"exec":{}},"ports":[{"containerPort":80,"hostPort":80}]}]}}}}""";

    @TempDir
    Path dir;

    private final PodServer api = PodServer.start();

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    @Test
    void shows_the_pod_that_it_would_start() {
        api.on("GET /apis/apps/v1/namespaces/demo/deployments/web", DEPLOYMENT);
        Ran ran = api.s2ioc(dir, "debug", "deploy/web", "B=2", "A-", "--as-root", "-o", "yaml", "--", "env");
        assertEquals("", ran.err());
        assertEquals("""
                apiVersion: v1
                kind: Pod
                metadata:
                  annotations:
                    debug.openshift.io/source-container: web
                    debug.openshift.io/source-resource: apps/v1, Resource=deployments/web
                  name: web-debug-NNNNN
                  namespace: demo
                spec:
                  containers:
                  - command:
                    - env
                    env:
                    - name: B
                      value: "2"
                    image: i
                    name: web
                    ports:
                    - containerPort: 80
                    securityContext:
                      runAsUser: 0
                  restartPolicy: Never
                """, ran.out().replaceAll("-debug-[a-z0-9]{5}", "-debug-NNNNN"));
    }

    @Test
    void runs_a_command_ends_as_it_does_and_removes_the_pod() {
        String pods = "/api/v1/namespaces/demo/pods";
        api.on("GET /apis/apps/v1/namespaces/demo/deployments/web", DEPLOYMENT);
        api.on(
                "POST " + pods,
                201,
                PodServer.pod("web-debug-abcde", "{\"name\":\"web\"}")
                        .replace(
                                "\"phase\":\"Running\"",
                                "\"phase\":\"Failed\",\"containerStatuses\":[{\"name\":\"web\",\"state\":{\"terminated\":"
                                        + "{\"exitCode\":5}}}]"));
        api.on(
                "GET " + pods + "/web-debug-abcde/log?container=web&follow=true&timestamps=true",
                "2026-11-23T05:16:02.000000001Z out\n");
        api.on("DELETE " + pods + "/web-debug-abcde", "{\"kind\":\"Status\",\"status\":\"Success\"}");
        assertEquals(new Ran(5, "out\n", """
                        Starting pod/web-debug-abcde, command was: serve -p 80

                        Removing debug pod ...
                        command terminated with exit code 5
                        """), api.s2ioc(dir, "debug", "deploy/web", "--", "env"));
        assertEquals(
                "DELETE " + pods + "/web-debug-abcde {\"gracePeriodSeconds\":0}",
                api.requests().getLast());
    }

    @Test
    void says_what_cannot_be() {
        assertEquals(
                new Ran(1, "", "error: you may not specify -I and -t together\n"),
                api.s2ioc(dir, "debug", "hello", "-I", "-t"));
        assertEquals(
                new Ran(1, "", "error: you may not specify --as-root and --as-user=5 at the same time\n"),
                api.s2ioc(dir, "debug", "hello", "--as-root", "--as-user=5"));
        assertEquals(
                new Ran(1, "", "error: the container \"x\" is not a valid container name; must be one of [web]\n"),
                api.s2ioc(dir, "debug", "hello", "-c", "x", "-o", "yaml"));
        assertEquals(
                new Ran(1, "", "error: you must identify a single resource with a pod template to debug\n"),
                api.s2ioc(dir, "debug", "pods/a", "pods/b"));
    }
}
