package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A server in one of the recorded states, and the program run against it at a moment of the recorded session. */
final class DescribeFixture implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String EVENTS = "GET /api/v1/namespaces/demo/events?fieldSelector=";
    static final Map<String, String> GROUPS = Map.of(
            "imagestreams", "/apis/image.openshift.io/v1",
            "imagestreamtags", "/apis/image.openshift.io/v1",
            "images", "/apis/image.openshift.io/v1",
            "buildconfigs", "/apis/build.openshift.io/v1",
            "builds", "/apis/build.openshift.io/v1",
            "pods", "/api/v1",
            "secrets", "/api/v1",
            "configmaps", "/api/v1");

    private final Path home;
    private final MockApi api = MockApi.start();
    private final Set<String> told = new HashSet<>();

    DescribeFixture(Path home) {
        this.home = home;
    }

    /** Serves a recorded list, its objects by themselves, and no events for them but those told before. */
    DescribeFixture with(String state, String plural) {
        return with(plural, json(MockApi.resource("/recordings/" + state + "/" + plural + ".json")));
    }

    DescribeFixture with(String plural, JsonNode list) {
        String kind = list.path("kind").asText().replaceFirst("List$", "");
        for (JsonNode item : list.path("items")) {
            ObjectNode object = MAPPER.createObjectNode();
            object.put("kind", kind).put("apiVersion", list.path("apiVersion").asText());
            object.setAll((ObjectNode) item);
            api.on(
                    "GET " + path(plural) + "/"
                            + item.path("metadata").path("name").asText(),
                    object);
            events(object, MAPPER.createArrayNode());
        }
        api.on("GET " + path(plural) + "?limit=500", list);
        return this;
    }

    /** Serves recorded events; call it before the objects that they are about are served. */
    DescribeFixture withEvents(String state) {
        JsonNode all = json(MockApi.resource("/recordings/" + state + "/events.json"));
        Map<JsonNode, ArrayNode> byObject = new LinkedHashMap<>();
        for (JsonNode event : all.path("items")) {
            JsonNode object = event.path("involvedObject");
            ObjectNode key =
                    MAPPER.createObjectNode().put("kind", object.path("kind").asText());
            key.putObject("metadata")
                    .put("name", object.path("name").asText())
                    .put("namespace", object.path("namespace").asText())
                    .put("uid", object.path("uid").asText());
            byObject.computeIfAbsent(key, k -> MAPPER.createArrayNode()).add(event);
        }
        byObject.forEach(this::events);
        return this;
    }

    private void events(JsonNode object, ArrayNode events) {
        JsonNode metadata = object.path("metadata");
        String selector = "involvedObject.kind=" + object.path("kind").asText() + ",involvedObject.name="
                + metadata.path("name").asText() + ",involvedObject.namespace="
                + metadata.path("namespace").asText();
        selector += metadata.has("uid")
                ? ",involvedObject.uid=" + metadata.path("uid").asText()
                : "";
        ObjectNode list = MAPPER.createObjectNode();
        list.set("items", events);
        String request = EVENTS + URLEncoder.encode(selector, StandardCharsets.UTF_8) + "&limit=500";
        if (told.add(request)) {
            api.on(request, list);
        }
    }

    MockApi api() {
        return api;
    }

    /** Runs {@code describe} at a time of the recorded morning; the server's address reads as recorded. */
    Ran describe(String time, String... words) {
        String[] arguments = new String[words.length + 1];
        arguments[0] = "describe";
        System.arraycopy(words, 0, arguments, 1, words.length);
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T" + time + "Z"), ZoneOffset.UTC);
        Ran ran = Run.in(home, Map.of(), clock).s2ioc(api.arguments(arguments));
        return new Ran(ran.code(), ran.out().replace(api.url(), "https://127.0.0.1:6443"), ran.err());
    }

    static String path(String plural) {
        boolean namespaced = !plural.equals("images");
        return GROUPS.get(plural) + (namespaced ? "/namespaces/demo/" : "/") + plural;
    }

    static String golden(String name) {
        return MockApi.resource("/golden/describe/" + name);
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
