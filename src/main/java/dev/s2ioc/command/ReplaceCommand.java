package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replaces objects by those of files: what the file does not say is gone afterwards. */
@Command(
        name = "replace",
        description = "Replace objects by those of files.",
        footer = {
            "",
            "Examples:",
            "  # Replace a build config by what a file holds",
            "  s2ioc replace -f bc.yaml",
            "",
            "  # Change a field on the way",
            "  s2ioc get bc/simple1 -o json | jq '.spec.runPolicy=\"Parallel\"' | s2ioc replace -f -"
        })
public final class ReplaceCommand implements Action {

    @Option(
            names = "--save-config",
            description = "Note the object in an annotation of its own, so that `apply` can go on from it.")
    boolean saveConfig;

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    @Mixin
    WriteFlags write = new WriteFlags("kubectl-replace");

    private final CommandContext context;

    public ReplaceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, dryRun);
        Failures failures = new Failures();
        for (ManifestObject manifest : ManifestObject.read(files, context)) {
            failures.attempt(() -> replace(manifest, report));
        }
        failures.throwAny();
    }

    private void replace(ManifestObject manifest, ChangeReport report) {
        ResourceType type = manifest.selection().type();
        ObjectNode wanted = saveConfig ? LastApplied.added(manifest.object()) : manifest.object();
        try {
            report.tell(type, dryRun.isClient() ? wanted : replaced(manifest, wanted), "replaced");
        } catch (ApiException e) {
            throw manifest.refused("replacing", e);
        }
    }

    private JsonNode replaced(ManifestObject manifest, ObjectNode wanted) {
        ResourceType type = manifest.selection().type();
        Resources resources = manifest.in(context.session().resources());
        ObjectNode metadata = (ObjectNode) wanted.path("metadata");
        // A file without a revision means the object as it is now, whatever that is.
        if (metadata.path("resourceVersion").asText("").isEmpty()) {
            JsonNode stored = resources.get(type, manifest.name());
            metadata.set("resourceVersion", stored.path("metadata").path("resourceVersion"));
        }
        return resources.update(type, manifest.name(), wanted, write.parameters(dryRun));
    }
}
