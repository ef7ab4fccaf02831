package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of commands that make an object for another one, and how it is made. */
public final class MakingFlags {

    @Option(
            names = "--save-config",
            description = "Note the object in an annotation of its own, so that `apply` can go on from it.")
    boolean saveConfig;

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            description = "The name under which the server notes who has set the fields.")
    String fieldManager;

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    MakingFlags(String fieldManager) {
        this.fieldManager = fieldManager;
    }

    ChangeReport report(CommandContext context) {
        return new ChangeReport(context, print, dryRun);
    }

    /** Makes it, unless this is a dry run, and tells it. */
    void make(Resources where, ResourceType type, ObjectNode object, String verb, ChangeReport report) {
        report.tell(type, made(where, type, object), verb);
    }

    /** Makes it, unless this is a dry run, and returns it as it is then. */
    JsonNode made(Resources where, ResourceType type, ObjectNode object) {
        JsonNode wanted = saveConfig ? LastApplied.added(object) : object;
        if (dryRun.isClient()) {
            return wanted;
        }
        List<Request.Parameter> parameters = new ArrayList<>(List.of(dryRun.parameters()));
        parameters.add(new Request.Parameter("fieldManager", fieldManager));
        return where.create(type, wanted, parameters.toArray(Request.Parameter[]::new));
    }
}
