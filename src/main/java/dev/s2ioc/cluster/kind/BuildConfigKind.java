package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Set;

/** Build configurations: from what, how and whereto images are built. */
public final class BuildConfigKind implements Kind {
    public static final Type TYPE = Type.namespaced("build.openshift.io", "v1", "buildconfigs", "BuildConfig", "bc")
            .inAll();
    private static final List<String> RUN_POLICIES = List.of("Parallel", "Serial", "SerialLatestOnly");
    private static final List<String> LIMITS = List.of("successfulBuildsHistoryLimit", "failedBuildsHistoryLimit");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                BuildColumns.TYPE,
                BuildColumns.FROM,
                Column.text(
                        "Latest",
                        "lastVersion is used to inform about number of last triggered build.",
                        (config, now) ->
                                config.path("status").path("lastVersion").asLong(0)));
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
    public void prepareForCreate(Call call, ObjectNode config) {
        Json.child(config, "status");
        BuildTriggers.dropUnknown(Json.child(config, "spec"));
        for (String limit : LIMITS) {
            if (!config.path("spec").hasNonNull(limit)) {
                Json.child(config, "spec").put(limit, 5);
            }
        }
    }

    /** A writer who read an older state must not make the next build take a name that is used. */
    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode config) {
        long before = old.path("status").path("lastVersion").asLong(0);
        if (config.path("status").path("lastVersion").asLong(0) < before) {
            Json.child(config, "status").put("lastVersion", before);
        }
    }

    @Override
    public void setDefaults(ObjectNode config) {
        ObjectNode spec = Json.child(config, "spec");
        if (Json.at(spec, "runPolicy").isEmpty()) {
            spec.put("runPolicy", "Serial");
        }
        BuildTriggers.setDefaults(spec);
        BuildDefaults.set(spec);
        ObjectNode status = Json.child(config, "status");
        if (!status.has("lastVersion")) {
            status.put("lastVersion", 0);
        }
    }

    @Override
    public void validate(ObjectNode config, Causes causes) {
        ObjectNode spec = Json.child(config, "spec");
        BuildRules.validate(spec, causes);
        BuildTriggers.validate(spec, causes);
        String policy = Json.at(spec, "runPolicy");
        if (!RUN_POLICIES.contains(policy)) {
            causes.invalid("spec.runPolicy", policy, "run policy must be Parallel, Serial, or SerialLatestOnly");
        }
        for (String limit : Set.copyOf(LIMITS)) {
            if (spec.path(limit).asLong(0) < 0) {
                causes.invalid("spec." + limit, spec.path(limit), "must be greater than or equal to 0");
            }
        }
    }
}
