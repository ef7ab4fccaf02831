package dev.s2ioc.command.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.Failures;
import dev.s2ioc.command.FilenameFlags;
import dev.s2ioc.command.ManifestObject;
import dev.s2ioc.command.PrintFlags;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Notes on objects that they were last applied from files, without changing anything else. */
@Command(
        name = "set-last-applied",
        description = "Note on objects that they were last applied from files; change nothing else.",
        footer = {
            "",
            "Examples:",
            "  # Let apply take the file as what was applied last",
            "  s2ioc apply set-last-applied -f bc.yaml",
            "",
            "  # The same for an object that was never applied",
            "  s2ioc apply set-last-applied -f bc.yaml --create-annotation"
        })
public final class SetLastAppliedCommand implements Action {

    @Option(names = "--create-annotation", description = "Do it to objects too that were never applied.")
    boolean createAnnotation;

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    private final CommandContext context;

    public SetLastAppliedCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, dryRun);
        Failures failures = new Failures();
        for (ManifestObject manifest : ManifestObject.read(files, context)) {
            failures.attempt(() -> set(manifest, report));
        }
        failures.throwAny();
    }

    private void set(ManifestObject manifest, ChangeReport report) {
        ResourceType type = manifest.selection().type();
        Resources resources = manifest.in(context.session().resources());
        JsonNode stored = resources.get(type, manifest.name());
        String before = LastApplied.note(stored);
        if (before.isEmpty() && !createAnnotation) {
            throw notApplied(manifest.name(), ", to create the annotation, run the command with --create-annotation");
        }
        String wanted = LastApplied.note(LastApplied.added(manifest.object()));
        ObjectNode patch = Json.object();
        patch.withObject("/metadata/annotations").put(LastApplied.ANNOTATION, wanted);
        boolean sends = !dryRun.isClient() && !wanted.equals(before);
        JsonNode now = sends
                ? resources.patch(
                        type, manifest.name(), "application/merge-patch+json", Json.bytes(patch), dryRun.parameters())
                : stored;
        report.tell(type, now, "configured");
    }

    static CommandFailure notApplied(String name, String advice) {
        return new CommandFailure("no last-applied-configuration annotation found on resource: " + name + advice);
    }
}
