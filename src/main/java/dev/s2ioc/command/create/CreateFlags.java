package dev.s2ioc.command.create;

import dev.s2ioc.client.Request;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.PrintFlags;
import dev.s2ioc.command.WriteFlags;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of all commands that create. */
public final class CreateFlags {

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    @Mixin
    WriteFlags write = new WriteFlags("kubectl-create");

    @Option(
            names = "--save-config",
            description = "Note the object in an annotation of its own, so that `apply` can go on from it.")
    boolean saveConfig;

    ChangeReport report(CommandContext context) {
        return new ChangeReport(context, print, dryRun);
    }

    Request.Parameter[] parameters() {
        return write.parameters(dryRun);
    }

    /** @throws CommandFailure if a flag that the object cannot do without is not set */
    static void require(String flag, boolean set) {
        if (!set) {
            throw new CommandFailure("required flag(s) \"" + flag + "\" not set");
        }
    }
}
