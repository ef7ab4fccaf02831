package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.command.Subcommands.Entry;
import dev.s2ioc.command.apply.EditLastAppliedCommand;
import dev.s2ioc.command.apply.SetLastAppliedCommand;
import dev.s2ioc.command.apply.ViewLastAppliedCommand;
import dev.s2ioc.flags.Specs;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes objects what their files say: creates those that are missing, changes those that differ. */
@Command(
        name = "apply",
        description = "Create objects from files, or change them to what the files say.",
        footer = {
            "",
            "Examples:",
            "  # Bring the objects of a directory to what the files say",
            "  s2ioc apply -f manifests/",
            "",
            "  # The same, worked out by the server, which knows who has set which field",
            "  s2ioc apply -f bc.yaml --server-side",
            "",
            "  # Delete what was applied before under a label and is no longer in the files",
            "  s2ioc apply -f manifests/ -l app=web --prune",
            "",
            "  # See what would be done",
            "  s2ioc apply -f bc.yaml --dry-run=server"
        })
public final class ApplyCommand implements Action {
    private static final List<Entry> ENTRIES = List.of(
            new Entry("edit-last-applied", EditLastAppliedCommand::new),
            new Entry("set-last-applied", SetLastAppliedCommand::new),
            new Entry("view-last-applied", ViewLastAppliedCommand::new));

    @Option(
            names = "--server-side",
            description = "Let the server merge, and note which fields are this field manager's.")
    boolean serverSide;

    @Option(
            names = "--force-conflicts",
            description = "With --server-side, take over fields that another field manager has set.")
    boolean forceConflicts;

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            description = "The name under which the server notes who has set the fields; with --server-side, kubectl.")
    String fieldManager;

    @Option(
            names = "--validate",
            paramLabel = "ignore|warn|strict",
            arity = "0..1",
            preprocessor = AttachedValue.class,
            fallbackValue = "strict",
            description = "What the server does about fields that it does not know: drop them, warn, or refuse.")
    String validate = "ignore";

    @Mixin
    ApplyFlags flags = new ApplyFlags();

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    private final CommandContext context;

    private ApplyCommand(CommandContext context) {
        this.context = context;
    }

    /** The command with its subcommands. */
    public static CommandLine tree(CommandContext context) {
        return Subcommands.add(Specs.line(new ApplyCommand(context)), context, ENTRIES);
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, dryRun);
        check();
        WriteFlags write = new WriteFlags(manager());
        write.validate = validate;
        Failures failures = new Failures();
        List<ManifestObject> objects = ManifestObject.read(files, flags.labels, context, failures);
        Pruning pruning = new Pruning(context, flags, dryRun);
        for (ManifestObject object : objects) {
            refuseMadeUpName(object);
            failures.attempt(() -> way(write).accept(object, report));
            pruning.keep(object);
        }
        // What could not be applied says nothing about what is no longer wanted.
        if (flags.prune && failures.isEmpty()) {
            pruning.prune(report, failures);
        }
        failures.throwAny();
    }

    private BiConsumer<ManifestObject, ChangeReport> way(WriteFlags write) {
        return serverSide
                ? new ServerSideApply(context, write, dryRun, forceConflicts, flags.subresource)::apply
                : new ClientSideApply(context, write, dryRun, flags)::apply;
    }

    private static void refuseMadeUpName(ManifestObject object) {
        JsonNode metadata = object.object().path("metadata");
        if (metadata.path("name").asText("").isEmpty() && metadata.hasNonNull("generateName")) {
            throw new CommandFailure(
                    "from " + metadata.path("generateName").asText() + ": cannot use generate name with apply");
        }
    }

    private String manager() {
        if (fieldManager != null) {
            return fieldManager;
        }
        return serverSide ? ServerSideApply.MANAGER : "kubectl-client-side-apply";
    }

    private void check() {
        flags.check(serverSide, dryRun, context.streams().err());
        if (forceConflicts && !serverSide) {
            throw new CommandFailure("--force-conflicts only works with --server-side");
        }
        if (serverSide && dryRun.isClient()) {
            throw new CommandFailure(
                    "--dry-run=client doesn't work with --server-side" + " (did you mean --dry-run=server instead?)");
        }
    }
}
