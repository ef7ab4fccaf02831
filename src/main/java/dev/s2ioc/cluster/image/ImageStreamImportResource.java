package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A look at images of other registries, which may become tags of a stream; each image succeeds or fails on its own. */
public final class ImageStreamImportResource implements Resource {
    public static final Type TYPE =
            Type.namespaced(ImageStreamKind.GROUP, "v1", "imagestreamimports", "ImageStreamImport");

    private final StreamImport imports;

    ImageStreamImportResource(StreamImport imports) {
        this.imports = imports;
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
    public ObjectNode create(Call call, ObjectNode wanted) {
        ImportRequest request = ImportRequest.of(wanted);
        ObjectNode answer = wanted.deepCopy();
        answer.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        answer.set("status", imports.run(call.namespace(), request, call.dryRun()));
        return answer;
    }
}
