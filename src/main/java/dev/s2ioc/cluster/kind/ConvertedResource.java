package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import dev.s2ioc.cluster.store.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The same objects as those of another resource, in another version of their kind. */
public final class ConvertedResource implements Resource {
    private final Resource stored;
    private final Type type;
    private final Conversion conversion;

    public ConvertedResource(Resource stored, String version, Conversion conversion) {
        this.stored = stored;
        this.type = stored.type().in(version);
        this.conversion = conversion;
    }

    @Override
    public Type type() {
        return type;
    }

    @Override
    public Set<Verb> verbs() {
        return stored.verbs();
    }

    @Override
    public List<Column> columns() {
        return stored.columns().stream()
                .map(column -> column.with((object, now) -> column.cell().of(stored((ObjectNode) object), now)))
                .toList();
    }

    @Override
    public ObjectNode get(Call call, String name) {
        return shown(stored.get(call, name));
    }

    @Override
    public Listing list(Call call, Page page) {
        Listing listing = stored.list(call, page);
        return new Listing(
                listing.items().stream().map(this::shown).toList(),
                listing.revision(),
                listing.next(),
                listing.remaining());
    }

    @Override
    public Watch watch(Call call, long fromRevision) {
        return stored.watch(call, fromRevision)
                .map(event -> Optional.of(new Event(
                        event.type(),
                        event.revision(),
                        event.key(),
                        shown(event.object()),
                        event.old().map(this::shown))));
    }

    @Override
    public ObjectNode create(Call call, ObjectNode object) {
        requireMatch(object);
        return shown(stored.create(call, stored(object)));
    }

    @Override
    public Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        Written written = stored.update(call, name, old -> {
            ObjectNode wanted = change.apply(shown(old));
            requireMatch(wanted);
            return stored(wanted);
        });
        return new Written(shown(written.object()), written.created());
    }

    private void requireMatch(ObjectNode object) {
        String version = object.path("apiVersion").asText(type.apiVersion());
        if (!version.equals(type.apiVersion())) {
            throw StatusException.badRequest("the API version in the data (" + version
                    + ") does not match the expected API version (" + type.apiVersion() + ")");
        }
    }

    @Override
    public ObjectNode permitted(ObjectNode old, ObjectNode wanted) {
        return shown(stored.permitted(stored(old), stored(wanted)));
    }

    @Override
    public Deleted delete(Call call, String name, DeleteOptions options) {
        Deleted deleted = stored.delete(call, name, options);
        return new Deleted(shown(deleted.object()), deleted.gone());
    }

    private ObjectNode shown(ObjectNode object) {
        return conversion.shown(object).put("apiVersion", type.apiVersion());
    }

    private ObjectNode stored(ObjectNode object) {
        return conversion.stored(object).put("apiVersion", stored.type().apiVersion());
    }

    @Override
    public Map<String, String> fields(JsonNode object) {
        return stored.fields(stored((ObjectNode) object));
    }

    @Override
    public Optional<String> deprecation() {
        return stored.deprecation();
    }

    @Override
    public boolean keepsManagedFields() {
        return stored.keepsManagedFields();
    }
}
