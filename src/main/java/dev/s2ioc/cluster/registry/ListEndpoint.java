package dev.s2ioc.cluster.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What there is: {@code tags/list}, {@code _catalog} and {@code referrers}. */
final class ListEndpoint {
    private final Manifests manifests;
    private final Streams streams;

    ListEndpoint(Manifests manifests, Streams streams) {
        this.manifests = manifests;
        this.streams = streams;
    }

    void tags(Call call, String repository) {
        requireRead(call);
        List<String> tags = streams.tags(repository)
                .orElseThrow(() -> new RegistryException(404, "NAME_UNKNOWN", "there is no repository " + repository));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("name", repository);
        page(call, tags, answer.putArray("tags"), "/v2/" + repository + "/tags/list");
        call.answer(200, answer);
    }

    void catalog(Call call) {
        requireRead(call);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        page(call, streams.repositories(), answer.putArray("repositories"), "/v2/_catalog");
        call.answer(200, answer);
    }

    private static void page(Call call, List<String> all, ArrayNode page, String path) {
        Optional<String> last = call.query("last");
        List<String> rest = all.stream()
                .sorted()
                .filter(name -> last.isEmpty() || name.compareTo(last.get()) > 0)
                .toList();
        int size = call.query("n").map(ListEndpoint::number).orElse(rest.size());
        rest.stream().limit(size).forEach(page::add);
        if (size > 0 && size < rest.size()) {
            call.with(HeaderNames.LINK, "<" + path + "?last=" + rest.get(size - 1) + "&n=" + size + ">; rel=\"next\"");
        }
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new RegistryException(400, "PAGINATION_NUMBER_INVALID", "invalid number of results \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }

    void referrers(Call call, String repository, String text) throws IOException {
        requireRead(call);
        Digest subject = Digest.parse(text);
        Optional<String> wanted = call.query("artifactType");
        ObjectNode index =
                JsonNodeFactory.instance.objectNode().put("schemaVersion", 2).put("mediaType", Manifest.OCI_INDEX);
        ArrayNode found = index.putArray("manifests");
        for (Manifests.Stored stored : manifests.all(repository)) {
            Manifest manifest = stored.parsed();
            boolean refers = manifest.subject().filter(subject::equals).isPresent();
            if (refers && wanted.map(manifest.artifactType()::equals).orElse(true)) {
                found.add(descriptor(stored, manifest));
            }
        }
        wanted.ifPresent(type -> call.with("OCI-Filters-Applied", "artifactType"));
        call.with(HeaderNames.CONTENT_TYPE, Manifest.OCI_INDEX).answer(200, bytes(index));
    }

    private static ObjectNode descriptor(Manifests.Stored stored, Manifest manifest) {
        ObjectNode descriptor = JsonNodeFactory.instance
                .objectNode()
                .put("mediaType", stored.mediaType())
                .put("digest", stored.digest().toString())
                .put("size", stored.content().length);
        if (!manifest.artifactType().isEmpty()) {
            descriptor.put("artifactType", manifest.artifactType());
        }
        if (manifest.json().has("annotations")) {
            descriptor.set("annotations", manifest.json().get("annotations"));
        }
        return descriptor;
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void requireRead(Call call) {
        if (!call.method().equals("GET") && !call.isHead()) {
            throw RegistryException.unsupported("this can only be read");
        }
    }
}
