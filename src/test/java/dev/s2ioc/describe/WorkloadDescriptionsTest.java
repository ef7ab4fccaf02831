package dev.s2ioc.describe;

import static dev.s2ioc.describe.DescribeFixture.golden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Pods;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Sessions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What runs, and what leads to it, as the real oc described the same objects. Where ours differ: all ports of a service that
 * a route without a port leads to are told, as are a service account's secrets and the protocol of a port that names none.
 */
class WorkloadDescriptionsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-27T09:59:58Z");
    private static final String CORE = "/api/v1/namespaces/";

    private final MockApi api = MockApi.start();
    private final JsonNode objects = DescribeFixture.json(golden("workload-objects.json"));

    @AfterEach
    void stop() {
        api.close();
    }

    @TestFactory
    Stream<DynamicTest> each_kind() {
        serveAll();
        return objects.valueStream()
                .filter(object -> !List.of("Pod", "EndpointSlice", "ResourceQuota", "LimitRange")
                        .contains(object.path("kind").asText()))
                .filter(object -> !name(object).equals("dc-1"))
                .map(object -> {
                    String kind = object.path("kind").asText().toLowerCase(Locale.ROOT);
                    String file = kind + "-" + name(object) + ".txt";
                    ResourceType type = KnownTypes.named(kind).orElseThrow();
                    return DynamicTest.dynamicTest(file, () -> assertEquals(golden(file), describe(type, object)));
                });
    }

    /** Who may not see pods, replica sets and where a service leads may still see what has them. */
    @Test
    void what_may_not_be_seen_is_told_where_it_would_stand() {
        String refusal = "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"Forbidden\",\"code\":403,"
                + "\"message\":\"pods is forbidden\"}";
        ObjectNode controller = (ObjectNode) DescribeFixture.json("""
                {"kind":"ReplicaSet","metadata":{"name":"x","namespace":"demo"},"spec":{"selector":{"matchLabels":{"a":"b"}}}}
                """);
        api.on("GET " + CORE + "demo/pods?labelSelector=a%3Db&limit=500", 403, refusal);
        assertTold(" error in fetching pods: pods is forbidden\n", describe(KnownTypes.REPLICA_SET, controller));
        api.on("GET /apis/apps/v1/namespaces/demo/replicasets?labelSelector=a%3Db&limit=500", 403, refusal);
        assertTold("<unknown> (pods is forbidden)\n", describe(KnownTypes.DEPLOYMENT, controller));
        ObjectNode service = (ObjectNode) DescribeFixture.json("""
                {"kind":"Service","metadata":{"name":"x","namespace":"demo"},"spec":{"ports":[{"port":80}]}}
                """);
        api.on(
                "GET /apis/discovery.k8s.io/v1/namespaces/demo/endpointslices"
                        + "?labelSelector=kubernetes.io%2Fservice-name%3Dx&limit=500",
                403, refusal);
        assertTold(" <error: pods is forbidden>\n", describe(KnownTypes.SERVICE, service));
    }

    /** A server of OpenShift 3 has endpoints only. */
    @Test
    void a_service_without_slices_is_described_by_its_endpoints() {
        ObjectNode service = (ObjectNode) DescribeFixture.json("""
                {"kind":"Service","metadata":{"name":"x","namespace":"demo"},"spec":{"ports":[{"port":80}]}}
                """);
        api.on("GET " + CORE + "demo/endpoints/x", """
                {"kind":"Endpoints","subsets":[{"addresses":[{"ip":"10.1.0.1"},{"ip":"fd00::2"}],"ports":[{"port":8080}]}]}
                """);
        assertTold(" 10.1.0.1:8080,[fd00::2]:8080\n", describe(KnownTypes.SERVICE, service));
    }

    private static void assertTold(String part, String description) {
        assertTrue(description.contains(part), description);
    }

    private void serveAll() {
        for (JsonNode object : objects) {
            switch (object.path("kind").asText()) {
                case "Service" ->
                    serve(
                            "/apis/discovery.k8s.io/v1/namespaces/myproject/endpointslices",
                            "kubernetes.io/service-name=" + name(object),
                            one -> label(one, "kubernetes.io/service-name").equals(name(object)));
                case "Deployment" ->
                    serve(
                            "/apis/apps/v1/namespaces/myproject/replicasets",
                            Pods.selector(object.at("/spec/selector")),
                            one -> one.path("kind").asText().equals("ReplicaSet"));
                case "DeploymentConfig" ->
                    serve(
                            CORE + "myproject/replicationcontrollers",
                            "openshift.io/deployment-config.name=" + name(object),
                            one -> label(one, "openshift.io/deployment-config.name")
                                    .equals(name(object)));
                case "ReplicaSet", "ReplicationController", "StatefulSet", "DaemonSet" ->
                    serve(
                            CORE + "myproject/pods",
                            Pods.selector(object.at("/spec/selector")),
                            one -> one.path("kind").asText().equals("Pod"));
                case "PersistentVolumeClaim" ->
                    serve(
                            CORE + "myproject/pods",
                            "",
                            one -> one.path("kind").asText().equals("Pod"));
                case "ResourceQuota" -> serve(CORE + "limited/resourcequotas", "", object::equals);
                case "LimitRange" -> serve(CORE + "limited/limitranges", "", object::equals);
                default -> {}
            }
        }
        serve(
                "/apis/discovery.k8s.io/v1/namespaces/myproject/endpointslices",
                "kubernetes.io/service-name=np",
                one -> false);
    }

    private void serve(String path, String selector, Predicate<JsonNode> wanted) {
        ObjectNode list = MAPPER.createObjectNode();
        objects.valueStream().filter(wanted).forEach(list.putArray("items")::add);
        String query =
                selector.isEmpty() ? "" : "labelSelector=" + URLEncoder.encode(selector, StandardCharsets.UTF_8) + "&";
        api.on("GET " + path + "?" + query + "limit=500", list);
    }

    private String describe(ResourceType type, JsonNode object) {
        Viewpoint viewpoint = new Viewpoint(Sessions.with(api.url()), NOW, false, false, false, false);
        return new Describers(viewpoint).of(type).describe(object);
    }

    private static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    private static String label(JsonNode object, String name) {
        return object.path("metadata").path("labels").path(name).asText();
    }
}
