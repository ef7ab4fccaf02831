package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.PodServer;
import dev.s2ioc.testing.Ran;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** run makes a pod, and stays with it until it ends where that is asked for. */
class RunCommandTest {
    private static final String PODS = "/api/v1/namespaces/demo/pods";
    private static final String POST = "POST " + PODS + "?fieldManager=kubectl-run";
    private static final String BODY =
            " {\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"box\",\"labels\":{\"run\":\"box\"}},"
                    + "\"spec\":{\"containers\":[{\"name\":\"box\",\"image\":\"busybox\",\"args\":[\"date\"],\"resources\":{}}],"
                    + "\"restartPolicy\":\"Never\",\"dnsPolicy\":\"ClusterFirst\"},\"status\":{}}";

    @TempDir
    Path dir;

    private final PodServer api = PodServer.start();

    @AfterEach
    void stop_the_server() {
        api.close();
    }

    private static String pod(String status) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"box\",\"namespace\":\"demo\","
                + "\"resourceVersion\":\"7\"},\"spec\":{\"containers\":[{\"name\":\"box\"}]},\"status\":" + status
                + "}";
    }

    private void tell_the_server(String end) {
        api.on(POST, 201, pod("{\"phase\":\"Pending\"}"));
        api.on(
                "GET " + PODS
                        + "?fieldSelector=metadata.name%3Dbox&watch=true&allowWatchBookmarks=true&resourceVersion=7",
                "{\"type\":\"MODIFIED\",\"object\":"
                        + pod("{\"phase\":\"Running\",\"conditions\":[{\"type\":\"Ready\",\"status\":\"True\"}]}")
                        + "}\n");
        api.on(
                "GET " + PODS
                        + "?fieldSelector=metadata.name%3Dbox&watch=true&allowWatchBookmarks=true&resourceVersion=7",
                "{\"type\":\"MODIFIED\",\"object\":" + pod(end) + "}\n");
        api.on("GET " + PODS + "/box/log?container=box", "before\n");
        api.on("DELETE " + PODS + "/box", pod(end));
        api.attached((in, out, err) -> {
            out.write("now\n".getBytes(StandardCharsets.UTF_8));
            return 0;
        });
    }

    @Test
    void makes_a_pod() {
        api.on(POST, 201, pod("{}"));
        assertEquals(
                new Ran(0, "pod/box created\n", ""),
                api.s2ioc(dir, "run", "box", "--image=busybox", "--restart=Never", "--", "date"));
        assertEquals(POST + BODY, api.requests().getLast());
    }

    @Test
    void shows_a_pod_and_a_service_without_making_them() {
        assertEquals(
                new Ran(0, """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          annotations:
                            why: test
                          labels:
                            app: x
                          name: box
                        spec:
                          containers:
                          - command:
                            - sleep
                            - "1"
                            env:
                            - name: A
                              value: b=c
                            image: busybox
                            imagePullPolicy: Never
                            name: box
                            ports:
                            - containerPort: 80
                            resources: {}
                            securityContext:
                              privileged: true
                          dnsPolicy: ClusterFirst
                          hostNetwork: true
                          restartPolicy: OnFailure
                        status: {}
                        """, ""),
                api.s2ioc(
                        dir,
                        "run",
                        "box",
                        "--image=busybox",
                        "--restart=OnFailure",
                        "--dry-run=client",
                        "-o",
                        "yaml",
                        "--labels=app=x",
                        "--annotations=why=test",
                        "--env=A=b=c",
                        "--port=80",
                        "--privileged",
                        "--image-pull-policy=Never",
                        "--overrides={\"spec\":{\"hostNetwork\":true}}",
                        "--command",
                        "--",
                        "sleep",
                        "1"));
        assertEquals(
                new Ran(0, "pod/box created (dry run)\nservice/box created (dry run)\n", ""),
                api.s2ioc(dir, "run", "box", "--image=busybox", "--port=80", "--expose", "--dry-run=client"));
    }

    @Test
    void attaches_and_removes_and_ends_as_the_container() {
        tell_the_server(
                "{\"phase\":\"Failed\",\"containerStatuses\":[{\"state\":{\"terminated\":{\"exitCode\":5,\"reason\":"
                        + "\"Error\"}}}]}");
        assertEquals(
                new Ran(5, "before\nnow\npod \"box\" deleted from demo namespace\n", """
                        All commands and output from this session will be recorded in container logs, including credentials and\
                         sensitive information passed through the command prompt.
                        If you don't see a command prompt, try pressing enter.
                        pod demo/box terminated (Error)
                        """),
                api.s2ioc(dir, "run", "box", "--image=busybox", "--restart=Never", "-i", "--rm", "--", "date"));
        assertEquals(
                "DELETE " + PODS + "/box {\"propagationPolicy\":\"Background\"}",
                api.requests().getLast());
    }

    @Test
    void removes_as_it_is_told() {
        tell_the_server("{\"phase\":\"Succeeded\"}");
        api.on("GET " + PODS + "/box", 404, "{\"kind\":\"Status\",\"code\":404,\"reason\":\"NotFound\"}");
        Ran ran = api.s2ioc(
                dir, "run", "box", "--image=x", "--restart=Never", "-i", "--rm", "--force", "--wait", "--timeout=9s");
        assertEquals("before\nnow\npod \"box\" force deleted from demo namespace\n", ran.out());
        assertEquals(0, ran.code());
        List<String> requests = api.requests();
        int deletion = requests.indexOf(
                "DELETE " + PODS + "/box {\"propagationPolicy\":\"Background\",\"gracePeriodSeconds\":0}");
        assertEquals("GET " + PODS + "/box", requests.get(deletion + 1));
    }

    @Test
    void says_nothing_of_its_own_when_it_is_to_be_quiet() {
        tell_the_server("{\"phase\":\"Succeeded\"}");
        assertEquals(
                new Ran(0, "before\nnow\n", ""),
                api.s2ioc(dir, "run", "-q", "box", "--image=busybox", "--restart=Never", "-i", "--rm", "--", "date"));
    }

    @Test
    void who_only_listens_gets_the_whole_log() {
        tell_the_server("{\"phase\":\"Succeeded\"}");
        api.on("GET " + PODS + "/box/log?container=box&follow=true&timestamps=true", "2026-01-01T00:00:00Z all\n");
        assertEquals(
                new Ran(0, "all\n", ""),
                api.s2ioc(dir, "run", "-q", "box", "--image=busybox", "--restart=Never", "--attach", "--", "date"));
    }

    @Test
    void says_what_cannot_be() {
        assertRefused("required flag(s) \"image\" not set", "box");
        assertRefused("NAME is required for run", "--image=x");
        assertRefused("-i/--stdin is required for containers with -t/--tty=true", "box", "--image=x", "-t");
        assertRefused("--rm should only be used for attached containers", "box", "--image=x", "--rm");
        String about =
                "--cascade, --force, --grace-period, --timeout and --wait say how --rm deletes; they go with it alone";
        assertRefused(about, "box", "--image=x", "--wait");
        assertRefused(about, "box", "--image=x", "-i", "--grace-period=3");
        assertRefused(
                "--force and --grace-period greater than 0 cannot be specified together",
                "box",
                "--image=x",
                "-i",
                "--rm",
                "--force",
                "--grace-period=3");
        assertRefused(
                "--timeout is about the waiting of --wait; they go together",
                "box",
                "--image=x",
                "-i",
                "--rm",
                "--timeout=3s");
        assertRefused("--port must be set when exposing a service", "box", "--image=x", "--expose");
        assertRefused("--port must be a number", "box", "--image=x", "--port=http");
        assertRefused("invalid env: =x", "box", "--image=x", "--env==x");
        assertRefused(
                "invalid restart policy: Often, valid values are: Always, OnFailure, Never",
                "box",
                "--image=x",
                "--restart=Often");
        assertRefused(
                "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)",
                "box",
                "--image=x",
                "-i",
                "--dry-run=client");
    }

    private void assertRefused(String words, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        assertEquals(new Ran(1, "", "error: " + words + "\n"), api.s2ioc(dir, all));
    }
}
