package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import dev.s2ioc.cluster.store.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How the API serves a resource. {@link StoredResource} is the usual one; resources that are views of others (projects, image
 * stream tags) implement the verbs that they name and inherit "405" for the rest. Selectors, patches, tables, dry runs of
 * reads and the JSON of lists are the API's business; failures are {@link StatusException}s. Objects carry apiVersion and kind.
 */
public interface Resource {
    Type type();

    Set<Verb> verbs();

    List<Column> columns();

    default ObjectNode get(Call call, String name) {
        throw StatusException.methodNotAllowed();
    }

    /** In order of namespace and name. A view may answer everything at once, whatever the page's limit. */
    default Listing list(Call call, Page page) {
        throw StatusException.methodNotAllowed();
    }

    /** For the few that answer a list request with something that is no list. */
    default Optional<ObjectNode> answerToList(Call call) {
        return Optional.empty();
    }

    /** Events after a revision, in {@code call.namespace()} or everywhere. */
    default Watch watch(Call call, long fromRevision) {
        throw StatusException.methodNotAllowed();
    }

    default ObjectNode create(Call call, ObjectNode object) {
        throw StatusException.methodNotAllowed();
    }

    /**
     * PUT and PATCH. The change gets the present state (its to keep) and answers the wanted one; it may be called again when
     * another writer was faster. A metadata.resourceVersion in the wanted state is a condition.
     */
    default Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        throw StatusException.methodNotAllowed();
    }

    /** What a writer may want: the whole object, unless only a part of it is served here. */
    default ObjectNode permitted(ObjectNode old, ObjectNode wanted) {
        return wanted;
    }

    /** Answers the object if it stays for now (finalizers), else its last state. */
    default Deleted delete(Call call, String name, DeleteOptions options) {
        throw StatusException.methodNotAllowed();
    }

    /** What clients are warned of whenever they use it. */
    default Optional<String> deprecation() {
        return Optional.empty();
    }

    /** The values that field selectors can ask for. */
    default Map<String, String> fields(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return Map.of(
                "metadata.name", metadata.path("name").asText(""),
                "metadata.namespace", metadata.path("namespace").asText(""));
    }

    /** Rows of a table come in this order when it is not the list's own. */
    default List<ObjectNode> tableOrder(List<ObjectNode> objects) {
        return objects;
    }

    /** Whether the objects keep metadata.managedFields; those of views have no place for them. */
    default boolean keepsManagedFields() {
        return false;
    }

    /** The outcome of an update; a PUT of something that was not there may create it. */
    record Written(ObjectNode object, boolean created) {}

    /** The outcome of a deletion. */
    record Deleted(ObjectNode object, boolean gone) {}
}
