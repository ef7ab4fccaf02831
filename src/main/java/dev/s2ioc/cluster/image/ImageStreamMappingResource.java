package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
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
        ObjectNode image = Json.child(mapping, "image");
        String digest = Json.at(image, "metadata", "name");
        if (Json.at(image, "dockerImageReference").isEmpty() && !digest.isEmpty()) {
            String stream = Json.at(mapping, "metadata", "name");
            image.put("dockerImageReference", Registries.repository(call.namespace(), stream) + "@" + digest);
        }
        validate(mapping);
        String name = stream(call, mapping);
        if (!call.dryRun()) {
            image.put("kind", ImageKind.TYPE.kind()).put("apiVersion", ImageKind.TYPE.apiVersion());
            streams.remember(image);
            String tag = Json.at(mapping, "tag");
            streams.tag(
                    call.namespace(),
                    name,
                    tag.isEmpty() ? TagName.DEFAULT_TAG : tag,
                    Json.at(image, "dockerImageReference"),
                    digest);
        }
        ObjectNode status = Json.object();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        return status.put("status", "Success");
    }

    /** By its name, or by the repository that it stands for. */
    private String stream(Call call, JsonNode mapping) {
        String name = Json.at(mapping, "metadata", "name");
        String repository = Json.at(mapping, "dockerImageRepository");
        if (name.isEmpty()) {
            return streams.all().stream()
                    .filter(stream -> Json.at(stream, "metadata", "namespace").equals(call.namespace()))
                    .filter(stream ->
                            Json.at(stream, "spec", "dockerImageRepository").equals(repository))
                    .map(stream -> Json.at(stream, "metadata", "name"))
                    .findFirst()
                    .orElseThrow(() -> StatusException.notFound(ImageStreamKind.TYPE, repository));
        }
        if (streams.find(call.namespace(), name).isEmpty()) {
            throw StatusException.notFound(ImageStreamKind.TYPE, name);
        }
        return name;
    }

    private static void validate(JsonNode mapping) {
        Causes causes = new Causes();
        String name = Json.at(mapping, "metadata", "name");
        String repository = Json.at(mapping, "dockerImageRepository");
        if (name.isEmpty() && repository.isEmpty()) {
            causes.required("name", "").required("dockerImageRepository", "");
        }
        if (!repository.isEmpty() && !RemoteName.isValid(repository)) {
            causes.invalid("dockerImageRepository", repository, "invalid reference format");
        }
        if (Json.at(mapping, "image", "metadata", "name").isEmpty()) {
            causes.required("image.metadata.name", "name or generateName is required");
        }
        ImageKind.validate(mapping.path("image"), "image.", causes);
        if (!causes.isEmpty()) {
            throw StatusException.invalid(TYPE, name, causes);
        }
    }
}
