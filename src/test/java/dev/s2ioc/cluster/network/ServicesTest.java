package dev.s2ioc.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.ApiClient.Answer;
import dev.s2ioc.cluster.engine.Container;
import dev.s2ioc.cluster.engine.ContainerSpec;
import dev.s2ioc.cluster.engine.Output;
import dev.s2ioc.cluster.engine.Sandbox;
import dev.s2ioc.cluster.pod.PodAccess;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Services: their addresses, who answers for them, and that one gets there. */
@Timeout(180)
class ServicesTest {
    private static final String CORE = "/api/v1/namespaces/demo/";

    @TempDir
    Path directory;

    private NetworkCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = new NetworkCluster(directory);
    }

    @AfterEach
    void stop() {
        cluster.close();
        assertEquals(List.of(), cluster.failures);
    }

    private Answer service(String name, String spec) {
        return cluster.post(CORE + "services", "{\"metadata\":{\"name\":\"" + name + "\"},\"spec\":" + spec + "}");
    }

    private void pod(String name, String ready, int port) {
        cluster.post(CORE + "pods", """
                {"metadata":{"name":"%s","labels":{"app":"a"}},
                 "spec":{"containers":[{"name":"c","ports":[{"name":"web","containerPort":%d}]}]},
                 "status":{"phase":"Running","podIP":"127.128.0.5","conditions":[{"type":"Ready","status":"%s"}]}}
                """.formatted(name, port, ready));
    }

    private static void until(BooleanSupplier fact) throws InterruptedException {
        for (int i = 0; i < 2400 && !fact.getAsBoolean(); i++) {
            Thread.sleep(25);
        }
        assertTrue(fact.getAsBoolean());
    }

    @Test
    void each_service_has_an_address_of_its_own_and_keeps_it() {
        Answer one = service("one", "{\"ports\":[{\"port\":80}]}");
        Answer other = service("other", "{\"ports\":[{\"port\":80}]}");
        String address = one.text("spec", "clusterIP");
        assertTrue(address.startsWith("127.96."), address);
        assertNotEquals(address, other.text("spec", "clusterIP"));
        assertEquals("80", one.body().at("/spec/ports/0/targetPort").asText());
        Answer taken = service("third", "{\"clusterIP\":\"" + address + "\",\"ports\":[{\"port\":80}]}");
        assertEquals(
                "422 Invalid: Service \"third\" is invalid: spec.clusterIPs: Invalid value: \"[" + address
                        + "]\": failed to allocate IP " + address + ": provided IP is already allocated",
                taken.refusal());
        Answer put = cluster.put(
                CORE + "services/one", "{\"metadata\":{\"name\":\"one\"},\"spec\":{\"ports\":[{\"port\":81}]}}");
        assertEquals(address, put.text("spec", "clusterIP"));
        Answer moved =
                cluster.patch(CORE + "services/one", "merge-patch+json", "{\"spec\":{\"clusterIP\":\"127.96.9.9\"}}");
        assertEquals(422, moved.code());
    }

    @Test
    void services_say_what_they_lack() {
        assertEquals(
                "422 Invalid: Service \"s\" is invalid: spec.ports: Required value",
                service("s", "{}").refusal());
        assertEquals(
                "422 Invalid: Service \"s\" is invalid: spec.type: Unsupported value: \"Odd\": supported values:"
                        + " \"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\"",
                service("s", "{\"type\":\"Odd\",\"ports\":[{\"port\":80}]}").refusal());
        assertEquals(
                "None",
                service("h", "{\"clusterIP\":\"None\",\"selector\":{\"app\":\"a\"}}")
                        .text("spec", "clusterIP"));
    }

    @Test
    void pods_that_are_ready_are_its_endpoints() throws Exception {
        service("s", "{\"selector\":{\"app\":\"a\"},\"ports\":[{\"port\":80,\"targetPort\":\"web\"}]}");
        pod("ready", "True", 8080);
        pod("starting", "False", 8080);
        until(() -> cluster.get(CORE + "endpoints/s")
                .body()
                .at("/subsets/0/notReadyAddresses/0/targetRef/name")
                .asText()
                .equals("starting"));
        Answer endpoints = cluster.get(CORE + "endpoints/s");
        assertEquals(
                "ready",
                endpoints.body().at("/subsets/0/addresses/0/targetRef/name").asText());
        assertEquals(8080, endpoints.body().at("/subsets/0/ports/0/port").asInt());
        until(() -> cluster.get("/apis/discovery.k8s.io/v1/namespaces/demo/endpointslices/s")
                        .body()
                        .path("endpoints")
                        .size()
                == 2);
        cluster.delete(CORE + "pods/ready", "");
        until(() -> !cluster.get(CORE + "endpoints/s").body().at("/subsets/0").has("addresses"));
        cluster.delete(CORE + "services/s", "");
        until(() -> cluster.get(CORE + "endpoints/s").code() == 404);
        until(() -> cluster.get("/apis/discovery.k8s.io/v1/namespaces/demo/endpointslices/s")
                        .code()
                == 404);
    }

    @Test
    void pods_that_are_ending_are_no_endpoints() throws Exception {
        service("s", "{\"selector\":{\"app\":\"a\"},\"ports\":[{\"port\":80,\"targetPort\":\"web\"}]}");
        pod("stays", "True", 8080);
        pod("goes", "True", 8080);
        until(() -> cluster.get(CORE + "endpoints/s")
                        .body()
                        .at("/subsets/0/addresses")
                        .size()
                == 2);
        cluster.patch(CORE + "pods/goes", "merge-patch+json", "{\"metadata\":{\"finalizers\":[\"a.b/c\"]}}");
        cluster.delete(CORE + "pods/goes", "");
        until(() -> cluster.get(CORE + "endpoints/s")
                        .body()
                        .at("/subsets/0/addresses")
                        .size()
                == 1);
        assertEquals(
                0,
                cluster.get(CORE + "endpoints/s")
                        .body()
                        .at("/subsets/0/notReadyAddresses")
                        .size());
        cluster.patch(CORE + "pods/goes", "merge-patch+json", "{\"metadata\":{\"finalizers\":null}}");
    }

    @Test
    void ports_that_are_not_forwarded_are_told() throws Exception {
        service("names", "{\"selector\":{\"app\":\"a\"},\"ports\":[{\"port\":53,\"protocol\":\"UDP\"}]}");
        until(() -> cluster.get(CORE + "events").body().path("items").findValuesAsText("message").stream()
                .anyMatch("port 53 is UDP; the local cluster forwards TCP only"::equals));
    }

    @Test
    void nothing_is_made_in_a_project_that_goes() throws Exception {
        cluster.post("/apis/project.openshift.io/v1/projectrequests", "{\"metadata\":{\"name\":\"going\"}}");
        String going = "/api/v1/namespaces/going/";
        cluster.post(
                going + "configmaps", "{\"metadata\":{\"name\":\"holds\",\"finalizers\":[\"a.b/c\"]},\"data\":{}}");
        cluster.post(
                going + "services",
                "{\"metadata\":{\"name\":\"s\",\"finalizers\":[\"a.b/c\"]},"
                        + "\"spec\":{\"selector\":{\"app\":\"a\"},\"ports\":[{\"port\":80}]}}");
        until(() -> cluster.get(going + "endpoints/s").code() == 200);
        cluster.delete("/apis/project.openshift.io/v1/projects/going", "");
        until(() -> cluster.get(going + "endpoints/s").code() == 404);
        cluster.patch(going + "services/s", "merge-patch+json", "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}");
        cluster.patch(going + "services/s", "merge-patch+json", "{\"metadata\":{\"finalizers\":null}}");
        cluster.patch(going + "configmaps/holds", "merge-patch+json", "{\"metadata\":{\"finalizers\":null}}");
    }

    @Test
    void what_connects_to_a_service_reaches_a_pod() throws Exception {
        try (ServerSocket answering = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> echo(answering));
            String address =
                    service("s", """
                    {"selector":{"app":"a"},"ports":[{"port":8099,"targetPort":%d}]}""".formatted(answering.getLocalPort())).text("spec", "clusterIP");
            pod("p", "True", 1);
            until(() ->
                    cluster.get(CORE + "endpoints/s").body().at("/subsets/0").has("addresses"));
            until(() -> said(address, 8099, "hello").equals("hello"));
        }
    }

    @Test
    void endpoints_written_by_hand_are_reached_at_a_node_port() throws Exception {
        try (ServerSocket answering = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> echo(answering));
            Answer service = service("s", "{\"type\":\"NodePort\",\"ports\":[{\"port\":8098}]}");
            int port = service.body().at("/spec/ports/0/nodePort").asInt();
            cluster.post(CORE + "endpoints", """
                    {"metadata":{"name":"s"},"subsets":[{"addresses":[{"ip":"127.0.0.1"}],"ports":[{"port":%d}]}]}
                    """.formatted(answering.getLocalPort()));
            until(() -> said("127.0.0.1", port, "by hand").equals("by hand"));
        }
    }

    @Test
    void a_pod_knows_and_reaches_the_services_before_its_first_program_starts() throws Exception {
        String address = service("s", "{\"ports\":[{\"port\":80}]}").text("spec", "clusterIP");
        Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1\tlocalhost\n");
        Doors doors = new Doors(ConcurrentHashMap.newKeySet());
        cluster.pods.open(new PodAccess.Room(new Key("pods", "demo", "p"), "u", doors, hosts));
        List<String> lines = Files.readAllLines(hosts);
        assertEquals("127.0.0.1\tlocalhost", lines.getFirst());
        assertTrue(lines.contains(address + "\ts s.demo s.demo.svc s.demo.svc.cluster.local"), lines::toString);
        assertTrue(doors.open().contains(new InetSocketAddress(address, 80)), doors::toString);
    }

    /** Where somebody listens in the network of a pod. */
    private record Doors(Set<InetSocketAddress> open) implements Sandbox {
        @Override
        public String address() {
            return "127.128.0.1";
        }

        @Override
        public boolean sharesNetwork() {
            return false;
        }

        @Override
        public SocketChannel connect(int port) throws IOException {
            throw new IOException("connection refused");
        }

        @Override
        public String network() {
            return "pods";
        }

        @Override
        public Optional<ServerSocketChannel> listen(InetSocketAddress at) {
            open.add(at);
            return Optional.empty();
        }

        @Override
        public Container start(ContainerSpec spec, Output output) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    private static void name(ServerSocket server, String name) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().readAllBytes();
                socket.getOutputStream().write(name.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static Set<String> answers(String address) {
        return Stream.generate(() -> said(address, 8097, "who")).limit(6).collect(Collectors.toSet());
    }

    @Test
    void callers_stay_with_their_pod_as_soon_as_the_service_wants_it() throws Exception {
        try (ServerSocket one = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> name(one, "one"));
            Thread.startVirtualThread(() -> name(other, "other"));
            String address = service("s", "{\"ports\":[{\"port\":8097}]}").text("spec", "clusterIP");
            cluster.post(CORE + "endpoints", """
                    {"metadata":{"name":"s"},"subsets":[{"addresses":[{"ip":"127.0.0.1"}],"ports":[{"port":%d}]},
                      {"addresses":[{"ip":"127.0.0.1"}],"ports":[{"port":%d}]}]}
                    """.formatted(one.getLocalPort(), other.getLocalPort()));
            until(() -> !said(address, 8097, "who").isEmpty());
            assertEquals(Set.of("one", "other"), answers(address));
            cluster.patch(CORE + "services/s", "merge-patch+json", "{\"spec\":{\"sessionAffinity\":\"ClientIP\"}}");
            assertEquals(1, answers(address).size());
        }
    }

    /** The answer, which comes after the end of what was said; empty when nobody listens. */
    private static String said(String address, int port, String text) {
        try (Socket socket = new Socket(address, port)) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static void echo(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(socket.getInputStream().readAllBytes());
            } catch (IOException e) {
                return;
            }
        }
    }
}
