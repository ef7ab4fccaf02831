package dev.s2ioc.cluster.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks whether the fields of what is written are those of its kind: what is unknown is refused, warned of or passed over, as
 * the writer wants it; values of other types are always refused.
 */
public final class FieldValidation {
    private static final String PARAMETER = "fieldValidation";
    private static final List<String> MODES = List.of("Ignore", "Warn", "Strict");

    private final Type type;
    private final Call call;
    private final String mode;

    public FieldValidation(Type type, Call call) {
        this.type = type;
        this.call = call;
        this.mode = call.parameter(PARAMETER).orElse("Warn");
        if (!MODES.contains(mode)) {
            throw StatusException.badRequest(PARAMETER + ": Unsupported value: \"" + mode
                    + "\": supported values: \"Ignore\", \"Strict\", \"Warn\"");
        }
    }

    /**
     * A new object, or a configuration to apply.
     *
     * @param more what is wrong with the text that it was read from
     */
    public void check(ObjectNode object, List<String> more) {
        check(Json.object(), object, more);
    }

    /** The wanted state of an object; what was wrong with it before is not this writer's fault. */
    public void check(JsonNode before, ObjectNode object, List<String> more) {
        if (!object.path("kind").asText(type.kind()).equals(type.kind())) {
            return;
        }
        Faults faults = Faults.of(type, object).without(Faults.of(type, before));
        if (!faults.mistyped().isEmpty()) {
            throw refused(faults.mistyped().getFirst());
        }
        List<String> doubtful =
                Stream.concat(more.stream(), faults.unknown().stream()).toList();
        if (mode.equals("Strict") && !doubtful.isEmpty()) {
            throw refused("strict decoding error: " + String.join(", ", doubtful));
        }
        if (mode.equals("Warn")) {
            doubtful.stream()
                    .filter(fault -> !call.warnings().contains(fault))
                    .toList()
                    .forEach(call.warnings()::add);
        }
    }

    private StatusException refused(String why) {
        return StatusException.badRequest(type.kind() + " in version \"" + type.version() + "\" cannot be handled as a "
                + type.kind() + ": " + why);
    }
}
