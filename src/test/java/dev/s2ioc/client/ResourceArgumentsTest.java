package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Sessions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The user's words for types and names, with the known types and with a server's own. */
class ResourceArgumentsTest {
    private final MockApi api = MockApi.start();
    private final Session session = Sessions.with(api.url());

    @AfterEach
    void close() {
        session.close();
        api.close();
    }

    @Test
    void known_types_are_found_in_any_spelling_without_asking() {
        for (String word : List.of("is", "IS", "imagestream", "imagestreams", "ImageStream", "is.image.openshift.io")) {
            assertEquals(List.of(Selection.all(KnownTypes.IMAGE_STREAM)), select(word), word);
        }
        assertEquals(List.of(Selection.all(KnownTypes.SERVICE)), select("svc"));
        assertEquals(List.of(), api.requests());
    }

    @Test
    void several_types_each_with_every_name() {
        assertEquals(
                List.of(
                        Selection.of(KnownTypes.BUILD_CONFIG, "a"),
                        Selection.of(KnownTypes.BUILD_CONFIG, "b"),
                        Selection.of(KnownTypes.IMAGE_STREAM, "a"),
                        Selection.of(KnownTypes.IMAGE_STREAM, "b")),
                select("bc,is", "a", "b"));
    }

    @Test
    void types_with_their_names() {
        assertEquals(
                List.of(
                        Selection.of(KnownTypes.BUILD_CONFIG, "a"),
                        Selection.of(KnownTypes.IMAGE_STREAM_TAG, "b:latest")),
                select("bc/a", "istag/b:latest"));
    }

    @Test
    void several_types_are_noticed() {
        assertEquals(false, ResourceArguments.parse(List.of("bc/a", "bc/b")).hasSeveralTypes());
        assertEquals(true, ResourceArguments.parse(List.of("bc/a", "is/b")).hasSeveralTypes());
        assertEquals(true, ResourceArguments.parse(List.of("all")).hasSeveralTypes());
        assertEquals(false, ResourceArguments.parse(List.of("bc", "all")).hasSeveralTypes());
    }

    @Test
    void malformed_words() {
        assertEquals(
                "arguments in resource/name form may not have more than one slash",
                assertThrows(SelectionException.class, () -> select("a/b/c")).getMessage());
        assertEquals(
                "arguments in resource/name form must have a single resource and name",
                assertThrows(SelectionException.class, () -> select("bc/")).getMessage());
        assertEquals(
                "there is no need to specify a resource type as a separate argument when passing arguments in"
                        + " resource/name form (e.g. 's2ioc get resource/<resource_name>' instead of"
                        + " 's2ioc get resource resource/<resource_name>')",
                assertThrows(SelectionException.class, () -> select("bc", "bc/a"))
                        .getMessage());
    }

    @Test
    void a_type_of_the_server_from_its_aggregated_discovery() {
        api.on("GET /api", aggregated("", ""));
        api.on("GET /apis", aggregated("example.com", """
                {"resource":"widgets","responseKind":{"group":"example.com","version":"v2","kind":"Widget"},
                 "scope":"Cluster","singularResource":"widget","verbs":["get","list"],"shortNames":["wd"],
                 "categories":["all"]}"""));
        ResourceType widget = new ResourceType(
                "example.com",
                "v2",
                "widgets",
                "widget",
                "Widget",
                false,
                List.of("wd"),
                List.of("all"),
                List.of("get", "list"));
        for (String word : List.of("wd", "Widgets", "widget.example.com", "widgets.v2.example.com", "wd.exam", "all")) {
            assertEquals(List.of(Selection.all(widget)), select(word), word);
        }
        assertEquals(List.of("GET /api", "GET /apis"), api.requests());
        assertEquals(
                "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
                        + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json",
                api.received().getFirst().getHeader("Accept"));
    }

    @Test
    void a_type_of_the_server_from_its_plain_discovery() {
        api.on("GET /api", "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}");
        api.on("GET /api/v1", resourceList("""
                {"name":"pods","singularName":"pod","namespaced":true,"kind":"Pod","verbs":["list"],"categories":["all"]},
                {"name":"pods/log","singularName":"","namespaced":true,"kind":"Pod","verbs":["get"]}"""));
        api.on("GET /apis", """
                {"kind":"APIGroupList","groups":[
                 {"name":"down.example.com","versions":[{"version":"v1"}],"preferredVersion":{"version":"v1"}},
                 {"name":"example.com","versions":[{"version":"v1beta1"},{"version":"v1"}],
                  "preferredVersion":{"version":"v1"}}]}""");
        api.refuse("GET /apis/down.example.com/v1", 503, "ServiceUnavailable", "no endpoints available");
        String gadgets = "{\"name\":\"gadgets\",\"singularName\":\"gadget\",\"namespaced\":true,\"kind\":\"Gadget\","
                + "\"verbs\":[\"list\"]}";
        api.on("GET /apis/example.com/v1", resourceList(gadgets));
        api.on("GET /apis/example.com/v1beta1", resourceList(gadgets));
        ResourceType pod =
                new ResourceType("", "v1", "pods", "pod", "Pod", true, List.of(), List.of("all"), List.of("list"));
        ResourceType gadget = new ResourceType(
                "example.com", "v1", "gadgets", "gadget", "Gadget", true, List.of(), List.of(), List.of("list"));
        assertEquals(List.of(Selection.all(pod)), select("all"));
        assertEquals(List.of(Selection.of(gadget, "x")), select("gadget/x"));
        assertEquals(
                "v1beta1",
                select("gadgets.v1beta1.example.com").getFirst().type().version());
    }

    @Test
    void a_type_that_the_server_does_not_have() {
        api.on("GET /api", aggregated("", "")).on("GET /apis", aggregated("example.com", ""));
        assertEquals(
                "the server doesn't have a resource type \"nosuch\"",
                assertThrows(SelectionException.class, () -> select("nosuch")).getMessage());
    }

    private List<Selection> select(String... words) {
        return ResourceArguments.parse(List.of(words)).resolve(session.discovery());
    }

    private static String aggregated(String group, String resources) {
        return "{\"kind\":\"APIGroupDiscoveryList\",\"apiVersion\":\"apidiscovery.k8s.io/v2\",\"items\":[{\"metadata\":"
                + "{\"name\":\"" + group + "\"},\"versions\":[{\"version\":\"v2\",\"resources\":[" + resources
                + "]}]}]}";
    }

    private static String resourceList(String resources) {
        return "{\"kind\":\"APIResourceList\",\"resources\":[" + resources + "]}";
    }
}
