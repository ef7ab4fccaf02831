package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A project as new-build finds it, at a fixed time; webhook secrets are masked wherever they show. */
final class NewBuildFixture implements AutoCloseable {
    static final String STREAMS = "/apis/image.openshift.io/v1/namespaces/demo/imagestreams";
    static final String TAGS = "/apis/image.openshift.io/v1/namespaces/demo/imagestreamtags";
    static final String IMPORTS = "/apis/image.openshift.io/v1/namespaces/demo/imagestreamimports";
    static final String BUILD_CONFIGS = "/apis/build.openshift.io/v1/namespaces/demo/buildconfigs";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T05:16:20Z"), ZoneOffset.UTC);

    final MockApi api = MockApi.start();
    private final Path directory;
    private final List<String> seen = new ArrayList<>();

    NewBuildFixture(Path directory) {
        this.directory = directory;
        api.on("POST " + STREAMS, 201, "{\"kind\":\"ImageStream\",\"metadata\":{\"uid\":\"stream-uid\"}}");
    }

    /** The project has a build config of this name already. */
    NewBuildFixture withBuildConfig(String name) {
        String message = "buildconfigs.build.openshift.io \"" + name + "\" already exists";
        api.refuse("POST " + BUILD_CONFIGS, 409, "AlreadyExists", message);
        return this;
    }

    /** The project's list of streams is empty. */
    NewBuildFixture withoutStreams() {
        api.on("GET " + STREAMS + "?limit=500", "{\"items\":[]}");
        return this;
    }

    /** A stream with tags that have been pushed to. */
    NewBuildFixture withStream(String name, String... tags) {
        return withStreamIn("demo", name, tags);
    }

    NewBuildFixture withStreamIn(String namespace, String name, String... tags) {
        ObjectNode stream = MAPPER.createObjectNode().put("kind", "ImageStream");
        stream.putObject("metadata").put("name", name).put("namespace", namespace);
        stream.putObject("spec");
        ObjectNode status = stream.putObject("status");
        for (String tag : tags) {
            ObjectNode entry = status.withArray("tags").addObject().put("tag", tag);
            entry.putArray("items").addObject().put("image", "sha256:1");
        }
        api.on("GET " + STREAMS.replace("/demo/", "/" + namespace + "/") + "/" + name, stream);
        return this;
    }

    /** The image of a stream's tag, with these labels; made 14 seconds before now. */
    NewBuildFixture withImage(String streamTag, Map<String, String> labels) {
        return withImageIn("demo", streamTag, labels);
    }

    NewBuildFixture withImageIn(String namespace, String streamTag, Map<String, String> labels) {
        ObjectNode tag = MAPPER.createObjectNode().put("kind", "ImageStreamTag");
        tag.set("image", image(labels));
        api.on("GET " + TAGS.replace("/demo/", "/" + namespace + "/") + "/" + streamTag, tag);
        return this;
    }

    static ObjectNode image(Map<String, String> labels) {
        ObjectNode image = MAPPER.createObjectNode();
        image.putObject("metadata").put("name", "sha256:c5d765807fca");
        ObjectNode metadata = image.putObject("dockerImageMetadata")
                .put("Id", "sha256:0b95b53e1c3f55")
                .put("Created", "2026-11-23T05:16:06Z");
        ObjectNode config = metadata.putObject("Config").putObject("Labels");
        labels.forEach(config::put);
        return image;
    }

    /** What the registry search finds. */
    NewBuildFixture withRegistryImage(Map<String, String> labels) {
        ObjectNode answer = MAPPER.createObjectNode().put("kind", "ImageStreamImport");
        answer.putObject("status").putArray("images").addObject().set("image", image(labels));
        api.on("POST " + IMPORTS, 201, answer.toString());
        return this;
    }

    /** The builder of the tutorial, as it is after its first build. */
    NewBuildFixture withBuilder() {
        return withStream("s2i-simple-builder", "latest")
                .withImage(
                        "s2i-simple-builder:latest",
                        Map.of(
                                "io.k8s.display-name", "Cat runtime",
                                "io.k8s.description", "Prints the files that a developer put into src",
                                "io.openshift.s2i.scripts-url", "image:///usr/libexec/s2i",
                                "io.openshift.tags", "builder,cat"));
    }

    Ran newBuild(String... flags) {
        return newBuild(new byte[0], flags);
    }

    Ran newBuild(byte[] input, String... flags) {
        // After a refusal, if one was told: the first answer to a request is given first.
        api.on("POST " + BUILD_CONFIGS, 201, "{\"kind\":\"BuildConfig\",\"metadata\":{\"uid\":\"bc-uid\"}}");
        String[] words = new String[flags.length + 1];
        words[0] = "new-build";
        System.arraycopy(flags, 0, words, 1, flags.length);
        Ran ran = Run.in(directory, Map.of(), NOW).withInput(input).s2ioc(api.arguments(words));
        return new Ran(ran.code(), masked(ran.out()), ran.err());
    }

    List<String> requests() {
        // A recorded body can be read only once, so lines that were seen are kept.
        List<String> all = api.requests();
        seen.addAll(all.subList(seen.size(), all.size()));
        return seen.stream().map(NewBuildFixture::masked).toList();
    }

    /** The body of the last POST to this collection. */
    JsonNode posted(String path) {
        String line = requests().stream()
                .filter(request -> request.startsWith("POST " + path + " "))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("nothing was posted to " + path + ": " + requests()));
        return json(line.substring(("POST " + path + " ").length()));
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (java.io.IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private static String masked(String text) {
        return text.replaceAll("(secret\"?: ?\"?)[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])", "$1SECRET");
    }

    @Override
    public void close() {
        api.close();
    }
}
