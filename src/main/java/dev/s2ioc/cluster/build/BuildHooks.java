package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Hooks;
import dev.s2ioc.cluster.store.Json;

/** What follows when a client changes or deletes a build: cancelled by hand it ends, deleted it ends too. */
final class BuildHooks implements Hooks {
    private final BuildController controller;

    BuildHooks(BuildController controller) {
        this.controller = controller;
    }

    @Override
    public void beforeCreate(Call call, ObjectNode build) {
        RequestRules.checkCapable(build.path("spec"), BuildKind.TYPE, Json.at(build, "metadata", "name"));
    }

    /** A build of a configuration is looked after by who made it. */
    @Override
    public void afterCreate(Call call, ObjectNode build) {
        if (Builds.configOf(build).isEmpty()) {
            controller.advance(build);
        }
    }

    @Override
    public void afterUpdate(Call call, ObjectNode old, ObjectNode build) {
        if (build.path("status").path("cancelled").asBoolean()
                && !Phase.of(build).isTerminal()) {
            controller.cancel(Builds.key(build));
        }
    }

    @Override
    public void afterDelete(Call call, ObjectNode build) {
        controller.deleted(build);
    }
}
