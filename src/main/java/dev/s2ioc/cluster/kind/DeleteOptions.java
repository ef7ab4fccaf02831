package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Optional;

/**
 * What a deletion shall respect.
 *
 * @param propagation what happens to the objects that this one owns: Background, Foreground or Orphan
 * @param uid refuse when the object has another one
 * @param resourceVersion refuse when the object has another one
 * @param dryRun keep everything
 * @param grace seconds that the object has to end its work; empty for what it says itself
 */
public record DeleteOptions(
        String propagation,
        Optional<String> uid,
        Optional<String> resourceVersion,
        boolean dryRun,
        Optional<Long> grace) {
    public static final DeleteOptions BACKGROUND =
            new DeleteOptions("Background", Optional.empty(), Optional.empty(), false, Optional.empty());

    private static final Type OPTIONS = Type.clusterScoped("meta.k8s.io", "v1", "deleteoptions", "DeleteOptions");
    private static final List<String> POLICIES = List.of("Background", "Foreground", "Orphan");

    /** What has ended goes at once, if it is still the object with this uid. */
    public static DeleteOptions atOnce(String uid) {
        return new DeleteOptions("Background", Optional.of(uid), Optional.empty(), false, Optional.of(0L));
    }

    /** From the body of a DELETE and the query that may stand for it. */
    public static DeleteOptions of(JsonNode body, Call call) {
        if (!body.path("kind").asText(OPTIONS.kind()).equals(OPTIONS.kind())) {
            throw StatusException.badRequest("decoded object cannot be converted to DeleteOptions");
        }
        String policy = body.path("propagationPolicy")
                .asText(call.parameter("propagationPolicy").orElse(""));
        boolean orphans = body.path("orphanDependents").asBoolean() || call.flag("orphanDependents");
        JsonNode conditions = body.path("preconditions");
        DeleteOptions options = new DeleteOptions(
                policy.isEmpty() ? orphans ? "Orphan" : "Background" : policy,
                Optional.ofNullable(conditions.path("uid").textValue()),
                Optional.ofNullable(conditions.path("resourceVersion").textValue()),
                call.dryRun() || !body.path("dryRun").isEmpty(),
                grace(body, call));
        validate(options, body, orphans && !policy.isEmpty());
        return options;
    }

    private static Optional<Long> grace(JsonNode body, Call call) {
        if (body.hasNonNull("gracePeriodSeconds")) {
            return Optional.of(body.path("gracePeriodSeconds").asLong());
        }
        return call.parameter("gracePeriodSeconds").map(text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw StatusException.badRequest("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
            }
        });
    }

    /** Refuses when the object is not the one that was meant. */
    public void requirePreconditions(Type type, JsonNode old) {
        uid.ifPresent(wanted -> Metadata.requireUid(type, old, wanted));
        String present = Json.at(old, "metadata", "resourceVersion");
        resourceVersion.filter(wanted -> !wanted.equals(present)).ifPresent(wanted -> {
            throw StatusException.conflict(
                    type,
                    Json.at(old, "metadata", "name"),
                    "the ResourceVersion in the precondition (" + wanted
                            + ") does not match the ResourceVersion in record (" + present
                            + "). The object might have been modified");
        });
    }

    private static void validate(DeleteOptions options, JsonNode body, boolean twice) {
        Causes causes = new Causes();
        if (twice) {
            causes.invalid(
                    "propagationPolicy",
                    options.propagation(),
                    "orphanDependents and deletionPropagation cannot be both set");
        }
        if (!POLICIES.contains(options.propagation())) {
            causes.notSupported("propagationPolicy", options.propagation(), POLICIES);
        }
        body.path("dryRun").forEach(value -> {
            if (!value.asText().equals("All")) {
                causes.notSupported("dryRun", value, List.of("All"));
            }
        });
        long grace = options.grace().orElse(0L);
        if (grace < 0) {
            causes.invalid("gracePeriodSeconds", grace, "must be greater than or equal to 0");
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(OPTIONS, Json.at(body, "metadata", "name"), causes);
        }
    }
}
