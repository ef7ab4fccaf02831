package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/** Images of the cluster's own registry, which an import finds in the streams without asking the registry. */
final class OwnImages {
    private final Registries registries;
    private final ImageStreams streams;

    OwnImages(Registries registries, ImageStreams streams) {
        this.registries = registries;
        this.streams = streams;
    }

    boolean has(String name) {
        return registries.own(name);
    }

    Optional<ImageImporter.Found> read(RemoteName name) {
        Optional<String> digest = name.isDigest()
                ? Optional.of(name.reference()).filter(wanted -> streams.holds(namespace(name), stream(name), wanted))
                : streams.digest(namespace(name), stream(name), name.reference());
        return digest.flatMap(streams::image).map(image -> {
            String id = Json.at(image, "metadata", "name");
            image.put("dockerImageReference", Registries.repository(namespace(name), stream(name)) + "@" + id);
            return new ImageImporter.Found(image, members(image));
        });
    }

    private List<ObjectNode> members(ObjectNode image) {
        return image.path("dockerImageManifests")
                .valueStream()
                .flatMap(member -> streams.image(Json.at(member, "digest")).stream())
                .toList();
    }

    Optional<List<String>> tags(RemoteName name) {
        return streams.find(namespace(name), stream(name)).map(streams::tags);
    }

    private static String namespace(RemoteName name) {
        int slash = name.repository().indexOf('/');
        return slash < 0 ? "" : name.repository().substring(0, slash);
    }

    private static String stream(RemoteName name) {
        return name.repository().substring(name.repository().indexOf('/') + 1);
    }
}
