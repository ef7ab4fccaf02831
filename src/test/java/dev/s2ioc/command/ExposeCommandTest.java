package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code expose}: routes to services, services for workloads, and what cannot be exposed. */
class ExposeCommandTest {
    private static final String CORE = "/api/v1/namespaces/demo/";
    private static final String ROUTES = "/apis/route.openshift.io/v1/namespaces/demo/routes";
    private static final String DEPLOY = "/apis/apps/v1/namespaces/demo/deployments/web";
    private static final String MANAGER = "?fieldManager=kubectl-expose";
    private static final String SERVICE = "{\"metadata\":{\"name\":\"web\",\"labels\":{\"app\":\"web\"}},"
            + "\"spec\":{\"ports\":[{\"protocol\":\"TCP\",\"port\":80,\"targetPort\":8080}]}}";
    private static final String WORKLOAD = "{\"metadata\":{\"name\":\"web\",\"labels\":{\"app\":\"web\"}},\"spec\":{"
            + "\"selector\":{\"matchLabels\":{\"deployment\":\"web\"}},\"template\":{\"spec\":{\"containers\":["
            + "{\"name\":\"a\"PORTS}]}}}}";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_service_gets_a_route() {
        api.on("GET " + CORE + "services/web", SERVICE).on("POST " + ROUTES + MANAGER, named("web"));
        assertEquals(new Ran(0, "route.route.openshift.io/web exposed\n", ""), expose("svc/web"));
        assertEquals(
                List.of(
                        "GET " + CORE + "services/web",
                        "POST " + ROUTES + MANAGER
                                + " {\"apiVersion\":\"route.openshift.io/v1\",\"kind\":\"Route\",\"metadata\":{\"name\":\"web\","
                                + "\"labels\":{\"app\":\"web\"}},\"spec\":{\"to\":{\"kind\":\"Service\",\"name\":\"web\"},"
                                + "\"port\":{\"targetPort\":8080}}}"),
                api.requests());
    }

    @Test
    void a_route_of_ones_own_making() {
        api.on("GET " + CORE + "services/web", SERVICE.replace("{\"protocol", "{\"name\":\"http\",\"protocol"));
        assertEquals(
                new Ran(0, """
                apiVersion: route.openshift.io/v1
                kind: Route
                metadata:
                  labels:
                    a: b
                    app: web
                  name: shop
                spec:
                  host: shop.example
                  path: /x
                  port:
                    targetPort: http
                  to:
                    kind: Service
                    name: web
                    weight: 7
                  wildcardPolicy: None
                """, ""),
                expose(
                        "svc",
                        "web",
                        "--name=shop",
                        "--hostname=shop.example",
                        "--path=/x",
                        "--wildcard-policy=None",
                        "-l",
                        "a=b",
                        "--overrides={\"spec\":{\"to\":{\"weight\":7}}}",
                        "--dry-run=client",
                        "-o",
                        "yaml"));
    }

    @Test
    void what_is_made_can_be_patched_in_three_ways() {
        api.on("GET " + CORE + "services/web", SERVICE);
        String[] words = {"svc", "web", "--dry-run=client", "-o", "jsonpath={.spec.to}"};
        for (String[] patch : new String[][] {
            {"merge", "{\"spec\":{\"to\":{\"weight\":7}}}"},
            {"strategic", "{\"spec\":{\"to\":{\"weight\":7}}}"},
            {"json", "[{\"op\":\"add\",\"path\":\"/spec/to/weight\",\"value\":7}]"}
        }) {
            assertEquals(
                    new Ran(0, "{\"kind\":\"Service\",\"name\":\"web\",\"weight\":7}", ""),
                    expose(
                            words[0],
                            words[1],
                            words[2],
                            words[3],
                            words[4],
                            "--override-type=" + patch[0],
                            "--overrides=" + patch[1]));
        }
        Ran unfit = expose("svc", "web", "--override-type=json", "--overrides={\"a\":1}");
        assertEquals(1, unfit.code());
        assertEquals(true, unfit.err().startsWith("error: --overrides does not fit: "), unfit.err());
        assertEquals(
                new Ran(1, "", "error: --override-type must be one of json, merge, strategic, not \"x\"\n"),
                expose("svc", "web", "--override-type=x"));
    }

    @Test
    void a_deployment_gets_a_service() {
        api.on("GET " + DEPLOY, WORKLOAD.replace("PORTS", "")).on("POST " + CORE + "services" + MANAGER, named("web"));
        assertEquals(new Ran(0, "service/web exposed\n", ""), expose("deploy/web", "--port=80", "--target-port=8080"));
        assertEquals(
                "POST " + CORE + "services" + MANAGER
                        + " {\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"web\",\"labels\":"
                        + "{\"app\":\"web\"}},\"spec\":{\"selector\":{\"deployment\":\"web\"},\"ports\":[{\"protocol\":\"TCP\","
                        + "\"port\":80,\"targetPort\":8080}]}}",
                api.requests().getLast());
    }

    @Test
    void the_ports_that_containers_listen_on() {
        String ports = ",\"ports\":[{\"containerPort\":53,\"protocol\":\"UDP\"},{\"containerPort\":80}]";
        api.on("GET " + DEPLOY, WORKLOAD.replace("PORTS", ports))
                .on("POST " + CORE + "services" + MANAGER, named("dns"));
        assertEquals(new Ran(0, "service/dns exposed\n", ""), expose("deploy/web", "--name=dns", "--type=NodePort"));
        assertEquals(
                "POST " + CORE + "services" + MANAGER
                        + " {\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"dns\",\"labels\":"
                        + "{\"app\":\"web\"}},\"spec\":{\"selector\":{\"deployment\":\"web\"},\"ports\":[{\"name\":\"port-1\","
                        + "\"protocol\":\"UDP\",\"port\":53,\"targetPort\":53},{\"name\":\"port-2\",\"protocol\":\"TCP\","
                        + "\"port\":80,\"targetPort\":80}],\"type\":\"NodePort\"}}",
                api.requests().getLast());
    }

    @Test
    void what_cannot_be_exposed() {
        api.on("GET " + DEPLOY, WORKLOAD.replace("PORTS", "")).on("GET " + CORE + "services/web", SERVICE);
        api.on("GET " + CORE + "secrets/x", named("x"));
        api.missing("GET " + CORE + "services/none", "services", "none");
        refused("error: couldn't find port via --port flag or introspection", "deploy/web");
        refused("error: cannot use --type when exposing route", "svc/web", "--type=NodePort");
        refused("error: cannot expose a Secret", "secret/x");
        refused("error: \"http\" is not a port; a port is a number from 1 to 65535", "deploy/web", "--port=http");
        refused("error: --wildcard-policy must be one of None, Subdomain, not \"x\"", "svc/web", "--wildcard-policy=x");
        refused("Error from server (NotFound): services \"none\" not found", "svc/none");
    }

    private static String named(String name) {
        return "{\"metadata\":{\"name\":\"" + name + "\"}}";
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", message + "\n"), expose(words));
    }

    private Ran expose(String... words) {
        return api.s2ioc(
                home, Stream.concat(Stream.of("expose"), Stream.of(words)).toArray(String[]::new));
    }
}
