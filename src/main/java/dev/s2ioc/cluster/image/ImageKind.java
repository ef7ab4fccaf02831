package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/** Images: what was pushed, once for the whole cluster, named by its manifest's digest. */
public final class ImageKind implements Kind {
    public static final Type TYPE = Type.clusterScoped(ImageStreamKind.GROUP, "v1", "images", "Image");

    static final Column REFERENCE = Column.text(
            "Image Reference",
            "dockerImageReference is the string that can be used to pull this image.",
            (image, now) -> Json.at(image, "dockerImageReference"));

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.objectName(), REFERENCE);
    }

    @Override
    public void validate(ObjectNode image, Causes causes) {
        validate(image, "", causes);
    }

    static void validate(JsonNode image, String prefix, Causes causes) {
        String reference = Json.at(image, "dockerImageReference");
        if (reference.isEmpty()) {
            causes.required(prefix + "dockerImageReference", "");
        } else if (!RemoteName.isValid(reference)) {
            causes.invalid(prefix + "dockerImageReference", reference, "invalid reference format");
        }
    }

    @Override
    public Optional<String> nameFault(String name) {
        return Names.pathSegmentFault(name);
    }
}
