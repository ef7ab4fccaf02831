package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.command.FoundObjects;
import picocli.CommandLine.Option;

/** The flag of all commands that change a workload's rollout, and the change itself. */
public final class RolloutPatch {

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            defaultValue = "kubectl-rollout",
            description = "Who is noted as the one who sets the fields. Default: ${DEFAULT-VALUE}")
    String fieldManager;

    /** Changes the fields that are given, and returns the object as it is then. */
    JsonNode send(FoundObjects.Found found, ObjectNode fields) {
        return found.resources()
                .patch(
                        found.selection().type(),
                        found.name(),
                        "application/merge-patch+json",
                        Json.bytes(fields),
                        new Request.Parameter("fieldManager", fieldManager));
    }
}
