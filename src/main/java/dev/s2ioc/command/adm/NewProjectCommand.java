package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.policy.Bindings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a project as an administrator: for somebody else, without limits. */
@Command(
        name = "new-project",
        description = "Create a project, for yourself or for somebody else.",
        footer = {
            "",
            "Examples:",
            "  # Make a project for joe",
            "  s2ioc adm new-project web --admin=joe",
            "",
            "  # Let its pods run on some nodes only",
            "  s2ioc adm new-project web --node-selector=region=west"
        })
public final class NewProjectCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the project.")
    String name;

    @Option(names = "--display-name", paramLabel = "TEXT", description = "The project's name for people.")
    String displayName = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "What the project is for.")
    String description = "";

    @Option(names = "--admin", paramLabel = "USER", description = "Who is to be its administrator.")
    String admin = "";

    @Option(
            names = "--admin-role",
            paramLabel = "ROLE",
            defaultValue = "admin",
            description = "The role that makes an administrator. Default: ${DEFAULT-VALUE}")
    String adminRole;

    @Option(
            names = "--node-selector",
            paramLabel = "LABELS",
            description = "On which nodes its pods may run, as in a=b, c=d; empty is on any.")
    String nodeSelector;

    private final CommandContext context;

    NewProjectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        Resources resources = context.session().resources();
        if (exists(resources)) {
            throw new CommandFailure("project " + name + " already exists");
        }
        resources.create(KnownTypes.PROJECT, project());
        context.streams().out().println("Created project " + name);
        if (!admin.isEmpty()) {
            try {
                Bindings.giveRole(resources, name, adminRole, admin);
            } catch (ApiException e) {
                throw new CommandFailure(
                        admin + " could not be added to the " + adminRole + " role: " + e.getMessage(), e);
            }
        }
    }

    private boolean exists(Resources resources) {
        try {
            resources.get(KnownTypes.PROJECT, name);
            return true;
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return false;
            }
            throw e;
        }
    }

    private ObjectNode project() {
        ObjectNode project =
                Json.object().put("apiVersion", KnownTypes.PROJECT.apiVersion()).put("kind", KnownTypes.PROJECT.kind());
        ObjectNode annotations = project.putObject("metadata").put("name", name).putObject("annotations");
        annotations.put("openshift.io/description", description).put("openshift.io/display-name", displayName);
        if (nodeSelector != null) {
            annotations.put("openshift.io/node-selector", nodeSelector);
        }
        return project;
    }
}
