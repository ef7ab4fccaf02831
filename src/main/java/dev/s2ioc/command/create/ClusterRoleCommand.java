package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.LabelSelector;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a cluster role: what may be done in any project, or outside of all. */
@Command(
        name = "clusterrole",
        description = "Create a cluster role: what may be done in any project, or with what is in none.",
        footer = {
            "",
            "Examples:",
            "  # Read images everywhere",
            "  s2ioc create clusterrole image-reader --verb=get,list --resource=images",
            "",
            "  # A role that is put together of others",
            "  s2ioc create clusterrole monitoring --aggregation-rule=rbac.example.com/aggregate=true"
        })
public final class ClusterRoleCommand implements Action {
    private static final Set<String> PATH_VERBS =
            Set.of("get", "put", "post", "head", "options", "delete", "patch", "*");

    @Parameters(paramLabel = "NAME", description = "Name of the cluster role.")
    String name;

    @Mixin
    RuleFlags flags = new RuleFlags();

    @Option(
            names = "--non-resource-url",
            paramLabel = "PATH",
            split = ",",
            description = "On which paths of the server that are no resources, as in /metrics or /logs/*.")
    List<String> paths = List.of();

    @Option(
            names = "--aggregation-rule",
            paramLabel = "SELECTOR",
            description = "Put the role together of the cluster roles with these labels.")
    String aggregation = "";

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    ClusterRoleCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        check();
        NewObject role = new NewObject(context, create, "rbac.authorization.k8s.io/v1", "ClusterRole", name);
        role.body().putArray("rules");
        if (aggregation.isEmpty()) {
            flags.addTo(role.body().withArray("/rules"), context);
            addPaths(role);
        } else {
            role.body()
                    .putObject("aggregationRule")
                    .putArray("clusterRoleSelectors")
                    .add(LabelSelector.parse(aggregation).toJson());
        }
        role.create(create.parameters());
    }

    private void addPaths(NewObject role) {
        if (!paths.isEmpty()) {
            ObjectNode rule = role.body().withArray("/rules").addObject();
            flags.verbs().forEach(rule.putArray("verbs")::add);
            paths.forEach(rule.putArray("nonResourceURLs")::add);
        }
    }

    private void check() {
        if (!aggregation.isEmpty()) {
            if (!flags.verbs.isEmpty() || !flags.resources.isEmpty() || !paths.isEmpty()) {
                throw new CommandFailure("aggregation rule must be specified without nonResourceURL, resource or verb");
            }
            return;
        }
        flags.verbs();
        if (flags.resources.isEmpty() && paths.isEmpty()) {
            throw new CommandFailure("one of resource or nonResourceURL must be specified");
        }
        if (flags.resources.isEmpty() && !flags.names.isEmpty()) {
            throw new CommandFailure("resource must be specified if resourceName is specified");
        }
        if (!paths.stream().allMatch(path -> path.equals("*") || path.startsWith("/"))) {
            throw new CommandFailure("nonResourceURL should start with /");
        }
        for (String verb : flags.verbs) {
            if (!paths.isEmpty() && !PATH_VERBS.contains(verb)) {
                throw new CommandFailure("invalid verb: '" + verb + "' for nonResourceURL");
            }
        }
    }
}
