package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a quota that several projects share. */
@Command(
        name = "clusterresourcequota",
        description = "Create a quota that several projects share.",
        footer = {
            "",
            "Examples:",
            "  # At most ten pods in all projects that bob has asked for",
            "  s2ioc create clusterresourcequota bob --project-annotation-selector=openshift.io/requester=bob --hard=pods=10"
        })
public final class ClusterResourceQuotaCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the quota.")
    String name;

    @Option(
            names = "--project-label-selector",
            paramLabel = "NAME=VALUE",
            split = ",",
            description = "The projects with this label; may be repeated.")
    List<String> labels = List.of();

    @Option(
            names = "--project-annotation-selector",
            paramLabel = "NAME=VALUE",
            split = ",",
            description = "The projects with this annotation; may be repeated.")
    List<String> annotations = List.of();

    @Option(names = "--hard", paramLabel = "RESOURCE=AMOUNT", split = ",", description = "A limit; may be repeated.")
    List<String> hard = List.of();

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    ClusterResourceQuotaCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        NewObject quota = new NewObject(context, create, "quota.openshift.io/v1", "ClusterResourceQuota", name);
        ObjectNode spec = quota.body().putObject("spec");
        ObjectNode selector = spec.putObject("selector");
        if (labels.isEmpty()) {
            selector.putNull("labels");
        } else {
            put("--project-label-selector", labels, selector.putObject("labels").putObject("matchLabels"));
        }
        if (annotations.isEmpty()) {
            selector.putNull("annotations");
        } else {
            put("--project-annotation-selector", annotations, selector.putObject("annotations"));
        }
        put("--hard", hard, spec.putObject("quota").putObject("hard"));
        quota.create(create.parameters());
    }

    private static void put(String flag, List<String> pairs, ObjectNode target) {
        for (String pair : pairs) {
            String[] halves = pair.split("=", -1);
            if (halves.length != 2 || halves[0].isEmpty()) {
                throw new CommandFailure(flag + " takes NAME=VALUE, and \"" + pair + "\" is not of that form");
            }
            target.put(halves[0], halves[1]);
        }
    }
}
