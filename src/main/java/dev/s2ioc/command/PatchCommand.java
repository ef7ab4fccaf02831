package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.LocalPatch;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes fields of objects by a patch. */
@Command(
        name = "patch",
        description = "Change fields of objects by a patch.",
        footer = {
            "",
            "Examples:",
            "  # Let builds run at the same time",
            "  s2ioc patch bc/simple1 -p '{\"spec\":{\"runPolicy\":\"Parallel\"}}'",
            "",
            "  # Patch a file instead, without a server",
            "  s2ioc patch -f bc.yaml --local -o yaml -p '{\"spec\":{\"runPolicy\":\"Parallel\"}}'",
            "",
            "  # Change the third trigger, by a JSON patch",
            "  s2ioc patch bc/simple1 --type=json \\",
            "      -p '[{\"op\":\"remove\",\"path\":\"/spec/triggers/2\"}]'"
        })
public final class PatchCommand implements Action {
    @Parameters(paramLabel = "TYPE/NAME | TYPE NAME…", arity = "0..*", description = "Which objects.")
    List<String> words = List.of();

    @Option(
            names = {"-p", "--patch"},
            paramLabel = "PATCH",
            description = "The patch, in JSON or YAML.")
    String patch = "";

    @Option(names = "--patch-file", paramLabel = "FILE", description = "A file that holds the patch.")
    String patchFile = "";

    @Option(
            names = "--type",
            paramLabel = "json|merge|strategic",
            description =
                    "json: a list of operations; merge: given fields are set, null removes; strategic: as merge, and lists"
                            + " with a merge key are merged too.")
    String type = "strategic";

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            description = "The name under which the server notes who has set the fields.")
    String fieldManager = "kubectl-patch";

    @Option(
            names = "--subresource",
            paramLabel = "NAME",
            description = "Patch this part of the object instead, such as status or scale.")
    String subresource = "";

    @Option(names = "--local", description = "Patch the objects of the files given by -f; no server is asked.")
    boolean local;

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    private final CommandContext context;

    public PatchCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, dryRun);
        LocalPatch kind = LocalPatch.named(type)
                .orElseThrow(
                        () -> new CommandFailure("--type must be one of [json merge strategic], not \"" + type + "\""));
        if (local && !subresource.isEmpty()) {
            throw new CommandFailure("--subresource has no meaning with --local: a file holds whole objects");
        }
        JsonNode patch = patch();
        FoundObjects objects = new FoundObjects(context, new SelectorFlags(), files, false);
        if (local) {
            objects.forEachOfFiles(words, found -> preview(found, kind, patch, report));
        } else if (dryRun.isClient()) {
            objects.forEach(words, found -> preview(found, kind, patch, report));
        } else {
            objects.forEach(words, found -> patch(found, kind, patch, report));
        }
    }

    /** Works the patch out on this side. */
    private static void preview(FoundObjects.Found found, LocalPatch kind, JsonNode patch, ChangeReport report) {
        tell(found, kind.apply(found.object(), patch), report);
    }

    private void patch(FoundObjects.Found found, LocalPatch kind, JsonNode patch, ChangeReport report) {
        List<Request.Parameter> parameters = new ArrayList<>(List.of(dryRun.parameters()));
        parameters.add(new Request.Parameter("fieldManager", fieldManager));
        Optional<String> part = Optional.of(subresource).filter(name -> !name.isEmpty());
        JsonNode patched = found.resources()
                .patch(
                        found.selection().type(),
                        found.name(),
                        part,
                        kind.contentType(),
                        Json.bytes(patch),
                        parameters.toArray(Request.Parameter[]::new));
        if (part.isPresent()) {
            report.tell(found.selection().type(), patched, "patched");
        } else {
            tell(found, patched, report);
        }
    }

    private static void tell(FoundObjects.Found found, JsonNode patched, ChangeReport report) {
        boolean changed = !patched.equals(found.object());
        report.tell(found.selection().type(), patched, changed ? "patched" : "patched (no change)");
    }

    /** The patch as JSON. */
    private JsonNode patch() throws IOException {
        if (patch.isEmpty() == patchFile.isEmpty()) {
            throw new CommandFailure(
                    patch.isEmpty()
                            ? "must specify --patch or --patch-file containing the contents of the patch"
                            : "cannot specify --patch and --patch-file together");
        }
        return Manifest.document("the patch", patch.isEmpty() ? file() : patch);
    }

    private String file() throws IOException {
        try {
            return Files.readString(context.surroundings().resolve(patchFile));
        } catch (NoSuchFileException e) {
            throw new CommandFailure("unable to read patch file: open " + patchFile + ": no such file or directory", e);
        }
    }
}
