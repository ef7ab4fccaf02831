package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.NamespaceKind;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.SecretKind;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The image API on a store of its own, with a project "demo" and a clock that is set by hand. */
final class ImageRoom implements AutoCloseable {
    static final String OPEN = "127.0.0.1:5000";
    static final Call DEMO = Call.internal("demo");

    final Store store;
    final Kinds kinds = new Kinds();
    final Machinery machinery;
    final ImageStreams streams;
    final Imports imports;
    final PullThrough pullThrough;
    private Instant now = Instant.parse("2026-11-23T05:15:53Z");

    ImageRoom(Path directory) {
        store = Store.open(directory.resolve("test.db"));
        machinery = new Machinery(store, kinds, () -> now);
        streams = new ImageStreams(machinery);
        kinds.add(new StoredResource(machinery, new NamespaceKind()));
        kinds.add(new StoredResource(machinery, new SecretKind()));
        Remotes remotes = new Remotes(machinery, new RegistryTrust(List.of(), List.of(directory.resolve("certs.d"))));
        imports = ImageApi.addTo(kinds, machinery, streams, new Registries(() -> OPEN), remotes);
        pullThrough = new PullThrough(streams, remotes);
        if (store.list(NamespaceKind.TYPE.resource(), "").isEmpty()) {
            project("demo");
        }
    }

    void project(String name) {
        resource(NamespaceKind.TYPE).create(Call.internal(""), json("{'metadata':{'name':'" + name + "'}}"));
    }

    void at(String time) {
        now = Instant.parse("2026-11-23T" + time + "Z");
    }

    Instant now() {
        return now;
    }

    Resource resource(Type type) {
        return kinds.resource(type.resource());
    }

    ObjectNode stream(String name) {
        return resource(ImageStreamKind.TYPE).get(DEMO, name);
    }

    ObjectNode tag(String name) {
        return resource(ImageStreamTagResource.TYPE).get(DEMO, name);
    }

    ObjectNode createStream(String json) {
        return resource(ImageStreamKind.TYPE).create(DEMO, json(json));
    }

    /** A stream with tags, each written {@code tag image}, of which the registry need not prove who it is. */
    ObjectNode createTags(String name, String policies, String... tags) {
        StringBuilder spec = new StringBuilder();
        for (String tag : tags) {
            String[] words = tag.split(" ");
            spec.append(spec.isEmpty() ? "" : ",")
                    .append("{'name':'" + words[0] + "','from':{'kind':'DockerImage','name':'" + words[1] + "'},")
                    .append(policies + "}");
        }
        return createStream("{'metadata':{'name':'" + name + "'},'spec':{'tags':[" + spec + "]}}");
    }

    /** The secret that {@code create secret docker-registry} makes. */
    void login(String place, String basic) {
        String file = "{\"auths\":{\"" + place + "\":{\"auth\":\"" + basic + "\"}}}";
        String data = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));
        resource(SecretKind.TYPE)
                .create(
                        DEMO,
                        json("{'metadata':{'name':'login'},'type':'kubernetes.io/dockerconfigjson','data':"
                                + "{'.dockerconfigjson':'" + data + "'}}"));
    }

    /** What {@code oc tag} sends. */
    ObjectNode putTag(String name, String fromKind, String fromName) {
        return resource(ImageStreamTagResource.TYPE)
                .update(
                        DEMO,
                        name,
                        old -> json("{'metadata':{'name':'" + name + "'},'tag':{'name':'','annotations':null,"
                                + "'from':{'kind':'" + fromKind + "','name':'" + fromName + "'},'generation':0,"
                                + "'importPolicy':{'importMode':'Legacy'},'referencePolicy':{'type':'Source'}},"
                                + "'lookupPolicy':{'local':false}}"))
                .object();
    }

    void push(String stream, String tag, String digest) {
        streams.pushed("demo", stream, Optional.of(tag), image(digest));
    }

    static PushedImage image(String digest) {
        return new PushedImage(
                digest,
                "application/vnd.oci.image.manifest.v1+json",
                "{'schemaVersion':2,'config':{'digest':'sha256:cc'},'layers':[]}"
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** JSON written with single quotes. */
    static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.parse(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static JsonNode recording(String name) throws IOException {
        try (var in = ImageRoom.class.getResourceAsStream("/recordings/" + name)) {
            return Json.parse(in.readAllBytes());
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
