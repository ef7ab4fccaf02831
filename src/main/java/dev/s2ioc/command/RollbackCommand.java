package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.DeploymentConfigs;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a DeploymentConfig back to an earlier deployment. */
@Command(
        name = "rollback",
        description = "Take a DeploymentConfig back to an earlier deployment.",
        footer = {
            "",
            "Examples:",
            "  # Back to the last deployment that was complete",
            "  s2ioc rollback hello",
            "",
            "  # Back to a certain one, with its triggers; only look",
            "  s2ioc rollback hello --to-version=3 --change-triggers --dry-run"
        })
public final class RollbackCommand implements Action {

    @Parameters(paramLabel = "NAME | TYPE/NAME", description = "The DeploymentConfig, or the deployment to go back to.")
    String name;

    @Option(
            names = "--to-version",
            paramLabel = "N",
            defaultValue = "0",
            description = "Back to this one; 0 is the last complete one. Default: ${DEFAULT-VALUE}")
    long version;

    @Option(names = "--change-triggers", description = "Take back the triggers too.")
    boolean triggers;

    @Option(names = "--change-strategy", description = "Take back the strategy too.")
    boolean strategy;

    @Option(names = "--change-scaling-settings", description = "Take back the number of pods and the selector too.")
    boolean scaling;

    @Option(
            names = {"-d", "--dry-run"},
            description = "Change nothing; tell what would be done.")
    boolean dryRun;

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    public RollbackCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (version < 0) {
            throw new CommandFailure("the to version must be >= 0");
        }
        DryRunFlags dry = new DryRunFlags();
        dry.dryRun = dryRun ? "client" : "none";
        ChangeReport report = new ChangeReport(context, print, dry);
        DeploymentConfigs configs =
                new DeploymentConfigs(context.session(), context.session().namespace());
        ConfigRollback rollback = new ConfigRollback(configs);
        Optional<JsonNode> deployment = find(KnownTypes.REPLICATION_CONTROLLER);
        JsonNode config = deployment.isPresent()
                ? configs.get(DeploymentConfigs.configOf(deployment.get()))
                : find(KnownTypes.DEPLOYMENT_CONFIG)
                        .orElseThrow(
                                () -> new CommandFailure(name + " is not a valid deployment or deployment config"));
        if (config.at("/spec/paused").asBoolean()) {
            throw new CommandFailure("cannot rollback a paused deployment config");
        }
        JsonNode target = deployment.orElseGet(() -> rollback.target(config, version));
        ObjectNode planned = rollback.planned(config, target, version, triggers, strategy, scaling);
        String to = "rolled back to " + target.at("/metadata/name").asText();
        if (dryRun || print.isSet()) {
            report.tell(KnownTypes.DEPLOYMENT_CONFIG, planned, to);
            return;
        }
        String own = planned.at("/metadata/name").asText();
        JsonNode stored = resources().update(KnownTypes.DEPLOYMENT_CONFIG, own, planned);
        report.tell(
                KnownTypes.DEPLOYMENT_CONFIG,
                stored,
                "deployment #" + stored.at("/status/latestVersion").asLong() + " " + to);
        warn(stored);
    }

    /** An older image would not stay for long if its trigger went on. */
    private void warn(JsonNode config) {
        List<String> disabled = new ArrayList<>();
        for (JsonNode trigger : config.at("/spec/triggers")) {
            JsonNode parameters = trigger.path("imageChangeParams");
            if (parameters.isObject() && !parameters.path("automatic").asBoolean()) {
                disabled.add(parameters.at("/from/name").asText());
            }
        }
        if (!disabled.isEmpty()) {
            context.streams()
                    .err()
                    .println("Warning: the following images triggers were disabled: " + String.join(",", disabled)
                            + "\n  You can re-enable them with: s2ioc set triggers dc/"
                            + config.at("/metadata/name").asText() + " --auto");
        }
    }

    private Optional<JsonNode> find(ResourceType type) {
        int slash = name.indexOf('/');
        boolean meant = slash < 0
                || KnownTypes.named(name.substring(0, slash))
                        .filter(type::equals)
                        .isPresent();
        if (!meant) {
            return Optional.empty();
        }
        try {
            return Optional.of(resources().get(type, name.substring(slash + 1)));
        } catch (ApiException e) {
            if (e.isNotFound() && slash < 0) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Resources resources() {
        return context.session().resources();
    }
}
