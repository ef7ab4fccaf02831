package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.StoreException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** {@code imagestreams/X/status}: writes the status alone, as importers do. */
final class StatusSubresource implements Subresource {
    private final Machinery machinery;
    private final ImageStreamHooks hooks;

    StatusSubresource(Machinery machinery, ImageStreamHooks hooks) {
        this.machinery = machinery;
        this.hooks = hooks;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String kind() {
        return ImageStreamKind.TYPE.kind();
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.get, Verb.patch, Verb.update);
    }

    @Override
    public void serve(Request request) throws IOException {
        Key key = new Key(ImageStreamKind.TYPE.resource(), request.call().namespace(), request.name());
        ObjectNode stream = request.verb() == Verb.get ? present(key) : written(key, request);
        hooks.show(stream);
        request.reply().json(200, stream);
    }

    private ObjectNode present(Key key) {
        return machinery.store().get(key).orElseThrow(() -> StatusException.notFound(ImageStreamKind.TYPE, key.name()));
    }

    private ObjectNode written(Key key, Request request) throws IOException {
        UnaryOperator<ObjectNode> change = request.body().change();
        try {
            return machinery.store().update(key, old -> withStatus(old, change.apply(old.deepCopy())));
        } catch (StoreException e) {
            throw StatusException.of(e, ImageStreamKind.TYPE, key.name());
        }
    }

    private static ObjectNode withStatus(ObjectNode old, ObjectNode wanted) {
        String revision = Json.at(wanted, "metadata", "resourceVersion");
        if (!revision.isEmpty() && !revision.equals(Json.at(old, "metadata", "resourceVersion"))) {
            throw StatusException.conflict(ImageStreamKind.TYPE, Json.at(old, "metadata", "name"));
        }
        old.set("status", wanted.path("status").isObject() ? wanted.get("status") : Json.object());
        return old;
    }
}
