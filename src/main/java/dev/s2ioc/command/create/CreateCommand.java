package dev.s2ioc.command.create;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Request;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Failures;
import dev.s2ioc.command.FilenameFlags;
import dev.s2ioc.command.ManifestObject;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates objects from files; its subcommands create objects of one type from flags. */
@Command(
        name = "create",
        description = "Create objects from files, or objects of some types from flags.",
        footer = {
            "",
            "Examples:",
            "  # Create what a file holds, or a directory of files, or standard input",
            "  s2ioc create -f bc.yaml",
            "  s2ioc create -f manifests/ -R",
            "  s2ioc process app-template | s2ioc create -f -",
            "",
            "  # See whether the server would accept it",
            "  s2ioc create -f bc.yaml --dry-run=server"
        })
public final class CreateCommand implements Action {

    @Option(names = "--raw", paramLabel = "PATH", description = "Post the file, as it is, to this path of the server.")
    String raw;

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    private CreateCommand(CommandContext context) {
        this.context = context;
    }

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return new CommandLine(new CreateCommand(context))
                .addSubcommand("imagestream", new ImageStreamCommand(context), "is")
                .addSubcommand("imagestreamtag", new ImageStreamTagCommand(context), "istag")
                .addSubcommand("secret", SecretCommand.tree(context))
                .addSubcommand("configmap", new ConfigMapCommand(context), "cm")
                .addSubcommand("serviceaccount", new ServiceAccountCommand(context), "sa")
                .addSubcommand("token", new TokenCommand(context))
                .addSubcommand("namespace", new NamespaceCommand(context), "ns");
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = create.report(context);
        if (raw != null) {
            postRaw();
            return;
        }
        Failures failures = new Failures();
        for (ManifestObject object : ManifestObject.read(files, context)) {
            failures.attempt(() -> create(object, report));
        }
        failures.throwAny();
    }

    private void create(ManifestObject manifest, ChangeReport report) {
        var object = create.saveConfig ? LastApplied.added(manifest.object()) : manifest.object();
        if (create.dryRun.isClient()) {
            report.tell(manifest.selection().type(), object, "created");
            return;
        }
        try {
            var stored = manifest.in(context.session().resources())
                    .create(manifest.selection().type(), object, create.parameters());
            report.tell(manifest.selection().type(), stored, "created");
        } catch (ApiException e) {
            throw manifest.refused("creating", e);
        }
    }

    private void postRaw() throws IOException, InterruptedException {
        var objects = files.areSet() ? files.read(context) : List.<Manifest>of();
        if (objects.size() != 1 || !raw.startsWith("/")) {
            throw new CommandFailure("--raw takes a path that begins with a slash, and one object in one file by -f");
        }
        byte[] answer =
                context.session().bytes(Request.post(raw, objects.getFirst().object()));
        context.streams().out().write(answer);
    }
}
