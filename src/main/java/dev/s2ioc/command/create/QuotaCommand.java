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

/** Creates a quota: how much a project may use. */
@Command(
        name = "quota",
        description = "Create a quota: how much a project may use.",
        footer = {
            "",
            "Examples:",
            "  # At most two processors and ten image streams",
            "  s2ioc create quota small --hard=cpu=2,openshift.io/imagestreams=10",
            "",
            "  # Only for pods that ask for nothing",
            "  s2ioc create quota best --hard=pods=100 --scopes=BestEffort"
        })
public final class QuotaCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the quota.")
    String name;

    @Option(names = "--hard", paramLabel = "RESOURCE=AMOUNT", split = ",", description = "A limit; may be repeated.")
    List<String> hard = List.of();

    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            split = ",",
            description = "Which objects are counted, as in BestEffort or NotTerminating; all others are not.")
    List<String> scopes = List.of();

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    QuotaCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        NewObject quota = new NewObject(context, create, "v1", "ResourceQuota", name);
        ObjectNode spec = quota.body().putObject("spec");
        for (String limit : hard) {
            int equals = limit.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure("Invalid argument syntax " + limit + ", expected <resource>=<value>");
            }
            spec.withObject("/hard").put(limit.substring(0, equals), limit.substring(equals + 1));
        }
        if (!scopes.isEmpty()) {
            scopes.forEach(spec.putArray("scopes")::add);
        }
        quota.createOr("failed to create quota: ");
    }
}
