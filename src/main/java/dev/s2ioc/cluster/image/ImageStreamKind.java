package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Age;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.User;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Image streams: names for images, with a history. */
public final class ImageStreamKind implements Kind {
    public static final String GROUP = "image.openshift.io";
    public static final Type TYPE =
            Type.namespaced(GROUP, "v1", "imagestreams", "ImageStream", "is").inAll();

    /** Imports write what shall be and what is at once; everybody else says what shall be. Nobody can log in as this one. */
    static final User IMPORTER = new User("system:image-importer", "", List.of());

    private static final String COMPONENT = "[a-z0-9]+(?:(?:(?:[._]|__|[-]*)[a-z0-9]+)+)?";
    /** The same names as {@link #COMPONENT}, which refusals quote as OpenShift does, without its endless backtracking. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Image Repository",
                        "dockerImageRepository represents the effective location this stream may be accessed at. May be"
                                + " empty until the server determines where the repository is located",
                        (stream, now) -> repository(stream)),
                Column.text("Tags", "Human readable list of tags.", (stream, now) -> TagsCell.of(stream)),
                Column.text("Updated", "Last update time.", ImageStreamKind::updated));
    }

    private static String repository(JsonNode stream) {
        String open = Json.at(stream, "status", "publicDockerImageRepository");
        if (!open.isEmpty()) {
            return open;
        }
        String given = Json.at(stream, "spec", "dockerImageRepository");
        return given.isEmpty() ? Json.at(stream, "status", "dockerImageRepository") : given;
    }

    private static String updated(JsonNode stream, Instant now) {
        return TagHistory.events(stream).stream()
                .map(event -> event.path("created"))
                .max((one, other) -> one.asText().compareTo(other.asText()))
                .map(newest -> Age.ago(newest, now))
                .orElse("");
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode object) {
        if (!call.user().equals(IMPORTER)) {
            object.putObject("status");
        }
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode object) {
        if (!call.user().equals(IMPORTER)) {
            object.set("status", old.path("status").deepCopy());
        }
    }

    @Override
    public void setDefaults(ObjectNode object) {
        ObjectNode given = Json.child(object, "spec");
        ObjectNode spec = Json.object();
        spec.set("lookupPolicy", Json.child(given, "lookupPolicy"));
        spec.setAll(given);
        if (!spec.path("lookupPolicy").has("local")) {
            Json.child(spec, "lookupPolicy").put("local", false);
        }
        spec.remove("tags");
        if (given.get("tags") instanceof ArrayNode tags && !tags.isEmpty()) {
            ArrayNode complete = spec.putArray("tags");
            tags.forEach(tag -> complete.add(SpecTag.withDefaults(tag)));
        }
        object.set("spec", spec);
        SpecTag.sort(object);
    }

    @Override
    public void validate(ObjectNode object, Causes causes) {
        validateRepository(Json.at(object, "spec", "dockerImageRepository"), causes);
        Set<String> seen = new HashSet<>();
        int index = 0;
        for (JsonNode tag : object.path("spec").path("tags")) {
            String path = "spec.tags[" + Json.at(tag, "name") + "]";
            SpecTag.validate(tag, path, causes);
            if (!seen.add(Json.at(tag, "name"))) {
                causes.duplicate("spec.tags[" + index + "].name", Json.at(tag, "name"));
            }
            index++;
        }
        String fullName = Json.at(object, "metadata", "namespace") + "/" + Json.at(object, "metadata", "name");
        if (fullName.length() > 255) {
            causes.invalid(
                    "metadata.name",
                    Json.at(object, "metadata", "name"),
                    "'namespace/name' cannot be longer than 255 characters");
        }
    }

    private static void validateRepository(String repository, Causes causes) {
        if (repository.isEmpty()) {
            return;
        }
        if (!RemoteName.isValid(repository)) {
            causes.invalid("spec.dockerImageRepository", repository, "invalid reference format");
        } else if (RemoteName.namesImage(repository)) {
            causes.invalid(
                    "spec.dockerImageRepository",
                    repository,
                    "the repository name may not contain " + (repository.contains("@") ? "an ID" : "a tag"));
        }
    }

    @Override
    public Optional<String> nameFault(String name) {
        Optional<String> fault = Names.pathSegmentFault(name);
        return fault.isPresent() || NAME.matcher(name).matches()
                ? fault
                : Optional.of("must match \"" + COMPONENT + "\"");
    }

    @Override
    public boolean updatesUnconditionally() {
        return false;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public Map<String, String> fields(JsonNode object) {
        return Map.of(
                "spec.dockerImageRepository",
                Json.at(object, "spec", "dockerImageRepository"),
                "status.dockerImageRepository",
                Json.at(object, "status", "dockerImageRepository"));
    }
}
