package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real pods behind services and routes: who asks is answered, also while they are replaced. */
@Timeout(300)
class TrafficEngineTest {
    private static Trial trial;

    @BeforeAll
    static void start() throws IOException {
        trial = new Trial("traffic");
    }

    @AfterAll
    static void stop() throws Exception {
        trial.close();
    }

    /** A web server whose page is the text, and who goes on answering for a moment when it is to end. */
    private static void deploy(String name, int replicas, String text) throws Exception {
        String manifest = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, labels: {app: %1$s}}
                spec:
                  replicas: %2$d
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      containers:
                      - name: web
                        image: %3$s
                        env: [{name: PAGE, value: "%4$s"}]
                        ports: [{containerPort: 8080}]
                        command: [sh, -c, "mkdir -p /tmp/w; echo $PAGE > /tmp/w/index.html; trap 'sleep 3; exit 0' TERM; httpd -f -p 8080 -h /tmp/w & wait"]
                        readinessProbe: {httpGet: {path: /, port: 8080}, periodSeconds: 1, timeoutSeconds: 30}
                """.formatted(name, replicas, trial.base(), text);
        trial.kubectl(
                "apply",
                "-f",
                Files.writeString(trial.file(name + ".yaml"), manifest).toString());
        String status = trial.kubectl("rollout", "status", "deployment/" + name, "--timeout=150s");
        assertTrue(status.endsWith("successfully rolled out\n"), status);
    }

    /** The first line of an answer, and its last one. */
    private static String ask(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", trial.routerPort())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            List<String> lines = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            return lines.isEmpty() ? "" : lines.getFirst() + " " + lines.getLast();
        }
    }

    @Test
    void nobody_is_left_without_an_answer_while_pods_are_replaced() throws Exception {
        deploy("web", 2, "one");
        trial.kubectl("expose", "deployment/web", "--port=8080");
        assertEquals(0, trial.s2ioc("expose", "service/web").code());
        String host = "web-traffic.apps.localhost";
        for (int i = 0; i < 600 && !ask(host).equals("HTTP/1.1 200 OK one"); i++) {
            Thread.sleep(100);
        }
        List<String> answers = new CopyOnWriteArrayList<>();
        AtomicBoolean enough = new AtomicBoolean();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                while (!enough.get()) {
                    answers.add(ask(host));
                    Thread.sleep(10);
                }
            } catch (IOException e) {
                answers.add(e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        deploy("web", 2, "two");
        for (int i = 0; i < 600 && !answers.getLast().endsWith("two"); i++) {
            Thread.sleep(100);
        }
        // Not interrupted: that would cut what it asks just now.
        enough.set(true);
        caller.join();
        assertEquals(
                List.of(),
                answers.stream()
                        .filter(each -> !each.matches("HTTP/1.1 200 OK (one|two)"))
                        .toList());
        assertTrue(answers.contains("HTTP/1.1 200 OK one") && answers.contains("HTTP/1.1 200 OK two"));
        trial.kubectl("scale", "deployment/web", "--replicas=0");
        trial.await("", "get", "endpoints", "web", "-o", "jsonpath={.subsets[*].addresses[*].ip}");
        assertTrue(ask(host).startsWith("HTTP/1.1 503 Service Unavailable"));
    }

    @Test
    void pods_reach_services_by_name_and_each_other_by_address() throws Exception {
        deploy("back", 1, "from the back");
        trial.kubectl("expose", "deployment/back", "--port=8080");
        deploy("front", 1, "from the front");
        String address = trial.kubectl("get", "pod", "-l", "app=back", "-o", "jsonpath={.items[0].status.podIP}");
        for (String place : List.of("back", "back.traffic.svc.cluster.local", address)) {
            assertEquals(
                    "from the back\n",
                    trial.kubectl("exec", "deployment/front", "--", "wget", "-qO-", "http://" + place + ":8080/"));
        }
        assertEquals(
                "from the front\n",
                trial.kubectl("exec", "deployment/front", "--", "wget", "-qO-", "http://localhost:8080/"));
    }
}
