package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a registry of its own tells the cluster of a push: an image, a stream, a tag. */
public final class ImageStreamMappingResource implements Resource {
    public static final Type TYPE =
            Type.namespaced(ImageStreamKind.GROUP, "v1", "imagestreammappings", "ImageStreamMapping");

    private final ImageStreams streams;

    ImageStreamMappingResource(ImageStreams streams) {
        this.streams = streams;
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.create);
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.objectName());
    }

    @Override
    public ObjectNode create(Call call, ObjectNode mapping) {
        String name = Json.at(mapping, "metadata", "name");
        require(mapping, name);
        if (streams.find(call.namespace(), name).isEmpty()) {
            throw StatusException.notFound(ImageStreamKind.TYPE, name);
        }
        if (!call.dryRun()) {
            ObjectNode image = (ObjectNode) mapping.get("image");
            image.put("kind", ImageKind.TYPE.kind()).put("apiVersion", ImageKind.TYPE.apiVersion());
            streams.remember(image);
            streams.tag(
                    call.namespace(),
                    name,
                    mapping.path("tag").asText(TagName.DEFAULT_TAG),
                    Json.at(image, "dockerImageReference"),
                    Json.at(image, "metadata", "name"));
        }
        ObjectNode status = Json.object();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        return status.put("status", "Success");
    }

    private static void require(ObjectNode mapping, String name) {
        Causes causes = new Causes();
        if (name.isEmpty()) {
            causes.required("metadata.name", "");
        }
        if (Json.at(mapping, "image", "metadata", "name").isEmpty()) {
            causes.required("image.metadata.name", "");
        }
        if (Json.at(mapping, "image", "dockerImageReference").isEmpty()) {
            causes.required("image.dockerImageReference", "");
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(TYPE, name, causes);
        }
    }
}
