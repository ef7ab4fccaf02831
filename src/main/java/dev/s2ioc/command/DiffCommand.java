package dev.s2ioc.command;

import dev.s2ioc.client.LabelSelector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what apply would change; exits with 1 if it would change anything, with 2 if that could not be found out. */
@Command(
        name = "diff",
        exitCodeOnExecutionException = 2,
        description = "Show what apply would change.",
        footer = {
            "",
            "Exits with 0 when nothing would change, with 1 when something would, with more when that could not be told.",
            "KUBECTL_EXTERNAL_DIFF names the program that compares; otherwise it is diff -u -N.",
            "",
            "Examples:",
            "  # Compare a file with what the server has",
            "  s2ioc diff -f bc.yaml",
            "",
            "  # See also what apply --prune would delete",
            "  s2ioc diff -f manifests/ -l app=web --prune",
            "",
            "  # Compare in colour",
            "  KUBECTL_EXTERNAL_DIFF=\"diff --color=always -u -N\" s2ioc diff -f manifests/"
        })
public final class DiffCommand implements Action {

    @Option(names = "--server-side", description = "Let the server merge, as apply --server-side does.")
    boolean serverSide;

    @Option(
            names = "--force-conflicts",
            description = "With --server-side, take over fields that another field manager has set.")
    boolean forceConflicts;

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            description = "The name under which fields would be set; with --server-side, kubectl.")
    String fieldManager;

    @Option(
            names = "--concurrency",
            paramLabel = "COUNT",
            defaultValue = "1",
            description = "How many objects to ask the server about at once. Default: ${DEFAULT-VALUE}")
    int concurrency;

    @Option(
            names = "--prune",
            description =
                    "Show also what apply --prune would delete: objects that were applied before and are no longer"
                            + " in the files.")
    boolean prune;

    @Option(
            names = "--prune-allowlist",
            paramLabel = "GROUP/VERSION/KIND",
            split = ",",
            description = "With --prune, look at this type instead of the usual ones; may be repeated.")
    List<String> pruneAllowlist = List.of();

    @Option(names = "--show-managed-fields", description = "Compare managedFields, too.")
    boolean showManagedFields;

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Only objects of the files with these labels, as in a=b,c!=d,e in (f,g),h.")
    String labels = "";

    @Mixin
    FilenameFlags files = new FilenameFlags();

    private final CommandContext context;

    public DiffCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        throw new UnsupportedOperationException("the exit code tells whether there are differences");
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        LabelSelector wanted = LabelSelector.parse(labels);
        List<ManifestObject> objects = ManifestObject.any(files, context).stream()
                .filter(manifest -> wanted.matches(manifest.object()))
                .toList();
        AppliedObjects applied = new AppliedObjects(context, serverSide, forceConflicts, manager());
        try (Comparison comparison = new Comparison(context, showManagedFields)) {
            for (AppliedObjects.Applied one : preview(objects, applied)) {
                comparison.add(one);
            }
            if (prune) {
                addLeftovers(objects, comparison);
            }
            return comparison.print() ? 1 : 0;
        }
    }

    private void check() {
        if (!prune && !pruneAllowlist.isEmpty()) {
            throw new CommandFailure("--prune-allowlist only works with --prune");
        }
        if (forceConflicts && !serverSide) {
            throw new CommandFailure("--force-conflicts only works with --server-side");
        }
        if (concurrency < 1) {
            throw new CommandFailure("--concurrency must be 1 or more");
        }
    }

    private void addLeftovers(List<ManifestObject> objects, Comparison comparison) {
        Leftovers leftovers = new Leftovers(context, labels, pruneAllowlist);
        objects.forEach(leftovers::keep);
        Failures failures = new Failures();
        leftovers.each((type, resources, object) -> comparison.addGone(type, object), failures);
        failures.throwAny();
    }

    private String manager() {
        if (fieldManager != null) {
            return fieldManager;
        }
        return serverSide ? ServerSideApply.MANAGER : "kubectl-client-side-apply";
    }

    private List<AppliedObjects.Applied> preview(List<ManifestObject> objects, AppliedObjects applied)
            throws InterruptedException {
        List<AppliedObjects.Applied> found = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(concurrency)) {
            List<Future<AppliedObjects.Applied>> futures = objects.stream()
                    .map(object -> workers.submit(() -> applied.preview(object)))
                    .toList();
            for (Future<AppliedObjects.Applied> future : futures) {
                found.add(future.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
        return found;
    }
}
