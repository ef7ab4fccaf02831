package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.DeploymentConfigs;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.PrintFlags;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a rollout of a DeploymentConfig, with the newest images. */
@Command(
        name = "latest",
        description = "Start a rollout of a DeploymentConfig, with the newest images of its triggers.",
        footer = {
            "",
            "Examples:",
            "  # Roll out",
            "  s2ioc rollout latest dc/hello",
            "",
            "  # Roll out the same images once more, and print the revision's number",
            "  s2ioc rollout latest dc/hello --again -o revision"
        })
public final class LatestCommand implements Action {

    @Parameters(paramLabel = "NAME | dc/NAME", description = "The DeploymentConfig.")
    String name;

    @Option(names = "--again", description = "Leave the images as they are.")
    boolean again;

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    private final CommandContext context;

    LatestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        boolean number = print.is("revision");
        ChangeReport report = new ChangeReport(context, number ? new PrintFlags() : print, dryRun);
        DeploymentConfigs configs =
                new DeploymentConfigs(context.session(), context.session().namespace());
        JsonNode config = configs.get(plainName());
        if (config.at("/spec/paused").asBoolean()) {
            throw new CommandFailure("cannot deploy a paused deployment config");
        }
        configs.latest(config)
                .filter(deployment -> !DeploymentConfigs.hasEnded(deployment))
                .ifPresent(deployment -> {
                    throw new CommandFailure(
                            "#" + config.at("/status/latestVersion").asLong() + " is already in progress ("
                                    + DeploymentConfigs.phase(deployment) + ").");
                });
        JsonNode result = dryRun.isClient() ? config : configs.instantiate(plainName(), !again, dryRun.parameters());
        if (number) {
            context.streams().out().print(result.at("/status/latestVersion").asLong());
        } else {
            report.tell(KnownTypes.DEPLOYMENT_CONFIG, result, "rolled out");
        }
    }

    private String plainName() {
        String[] parts = name.split("/", -1);
        if (parts.length == 1) {
            return name;
        }
        if (parts.length > 2
                || KnownTypes.named(parts[0])
                        .filter(KnownTypes.DEPLOYMENT_CONFIG::equals)
                        .isEmpty()) {
            throw new CommandFailure(name + " is not a deployment config; for others: s2ioc rollout restart " + name);
        }
        return parts[1];
    }
}
