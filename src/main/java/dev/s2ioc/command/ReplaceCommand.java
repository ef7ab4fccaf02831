package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            "  # Replace it even where fields cannot be changed: delete it and create it anew",
            "  s2ioc replace -f bc.yaml --force",
            "",
            "  # Change a field on the way",
            "  s2ioc get bc/simple1 -o json | jq '.spec.runPolicy=\"Parallel\"' | s2ioc replace -f -"
        })
public final class ReplaceCommand implements Action {

    @Option(
            names = "--save-config",
            description = "Note the object in an annotation of its own, so that `apply` can go on from it.")
    boolean saveConfig;

    @Option(
            names = "--force",
            description = "Delete the objects, wait until they are gone, and create those of the files.")
    boolean force;

    @Option(
            names = "--wait",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            description = "With --force, which waits for the old objects to be gone in any case.")
    boolean wait;

    @Option(names = "--raw", paramLabel = "PATH", description = "Put the file, as it is, to this path of the server.")
    String raw = "";

    @Option(
            names = "--subresource",
            paramLabel = "NAME",
            description = "Replace this part of the objects instead, such as status or scale.")
    String subresource = "";

    @Mixin
    DeletionFlags deletion = new DeletionFlags();

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
        check();
        if (!raw.isEmpty()) {
            context.streams().out().write(context.session().bytes(Request.put(raw, files.single(context))));
            return;
        }
        Failures failures = new Failures();
        List<ManifestObject> ready = new ArrayList<>();
        for (ManifestObject manifest : ManifestObject.read(files, context)) {
            failures.attempt(() -> {
                if (force) {
                    delete(manifest);
                }
                ready.add(manifest);
            });
        }
        ready.forEach(manifest -> failures.attempt(() -> replace(manifest, report)));
        failures.throwAny();
    }

    private void check() {
        deletion.check(context.streams().err());
        if (!raw.isEmpty() && (force || !subresource.isEmpty() || dryRun.isSet() || print.isSet())) {
            throw new CommandFailure("--raw goes with -f alone: the server's answer is printed as it is");
        }
        if (!raw.isEmpty() && !raw.startsWith("/")) {
            throw new CommandFailure("--raw takes a path that begins with a slash, and one object in one file by -f");
        }
        if (!force && (deletion.areSet() || wait)) {
            throw new CommandFailure("--cascade, --grace-period, --timeout and --wait must have --force specified");
        }
        if (force && dryRun.isSet()) {
            throw new CommandFailure("--dry-run can not be used when --force is set");
        }
        if (force && !subresource.isEmpty()) {
            throw new CommandFailure("--subresource can not be used when --force is set");
        }
        if (deletion.gracePeriod == 0) {
            // Zero would remove what still runs from the list without ending it, while the new one begins.
            deletion.gracePeriod = 1;
        }
    }

    private void delete(ManifestObject manifest) {
        ResourceType type = manifest.selection().type();
        Resources resources = manifest.in(context.session().resources());
        try {
            boolean gone = new Recreation(deletion).delete(resources, type, manifest.name());
            if (gone && !print.isSet()) {
                String namespace = manifest.selection().namespace().orElse("");
                context.streams().out().println(Deletion.words(type, manifest.name(), namespace, "deleted"));
            }
        } catch (ApiException e) {
            throw manifest.refused("deleting", e);
        }
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
        if (force) {
            return Recreation.create(resources, type, wanted, write.parameters(dryRun));
        }
        ObjectNode metadata = (ObjectNode) wanted.path("metadata");
        // A file without a revision means the object as it is now, whatever that is.
        if (metadata.path("resourceVersion").asText("").isEmpty()) {
            JsonNode stored = resources.get(type, manifest.name());
            metadata.set("resourceVersion", stored.path("metadata").path("resourceVersion"));
        }
        Optional<String> part = Optional.of(subresource).filter(name -> !name.isEmpty());
        return resources.update(type, manifest.name(), part, wanted, write.parameters(dryRun));
    }
}
