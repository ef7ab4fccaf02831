package dev.s2ioc.command.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.Failures;
import dev.s2ioc.command.FilenameFlags;
import dev.s2ioc.command.ManifestObject;
import dev.s2ioc.command.PrintFlags;
import dev.s2ioc.command.Recreation;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes roles and bindings give at least what files say: adds what is missing, keeps what others have added. */
@Command(
        name = "reconcile",
        description = "Make roles and role bindings give what files say, and keep what others have added.",
        footer = {
            "",
            "Examples:",
            "  # Add what is missing",
            "  s2ioc auth reconcile -f roles.yaml",
            "",
            "  # Take away what the file does not give, too",
            "  s2ioc auth reconcile -f roles.yaml --remove-extra-permissions --remove-extra-subjects"
        })
public final class ReconcileCommand implements Action {
    private static final Set<String> KINDS = Set.of("Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding");

    @Option(names = "--remove-extra-permissions", description = "Take away what a role allows and the file does not.")
    boolean removePermissions;

    @Option(names = "--remove-extra-subjects", description = "Take a role away from those whom the file does not name.")
    boolean removeSubjects;

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    private final CommandContext context;

    ReconcileCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, dryRun);
        Failures failures = new Failures();
        for (ManifestObject manifest : ManifestObject.read(files, context)) {
            if (KINDS.contains(manifest.selection().type().kind())) {
                failures.attempt(() -> reconcile(manifest, report));
            } else {
                context.streams()
                        .err()
                        .println("skipping " + manifest.selection().type().objectName(manifest.name())
                                + ": it is neither a role nor a binding");
            }
        }
        failures.throwAny();
    }

    private void reconcile(ManifestObject manifest, ChangeReport report) {
        ResourceType type = manifest.selection().type();
        Resources resources = manifest.in(context.session().resources());
        Optional<JsonNode> stored = stored(manifest, resources);
        if (stored.isEmpty()) {
            JsonNode created = dryRun.isClient()
                    ? manifest.object()
                    : resources.create(type, manifest.object(), dryRun.parameters());
            report.tell(type, created, "reconciled");
            detail("reconciliation required create");
            return;
        }
        boolean exactly = type.kind().endsWith("Binding") ? removeSubjects : removePermissions;
        Reconciliation reconciliation = Reconciliation.of(stored.get(), manifest.object(), exactly);
        if (reconciliation.changes().isEmpty() || reconciliation.isProtected()) {
            report.tell(type, reconciliation.isProtected() ? stored.get() : reconciliation.result(), "reconciled");
            if (reconciliation.isProtected() && !reconciliation.changes().isEmpty()) {
                detail("nothing is changed: the object is protected from updates by an annotation");
            }
            return;
        }
        report.tell(type, send(manifest, resources, reconciliation), "reconciled");
        detail("reconciliation required " + (reconciliation.needsRecreation() ? "recreate" : "update"));
        reconciliation.changes().forEach(this::detail);
    }

    private static Optional<JsonNode> stored(ManifestObject manifest, Resources resources) {
        try {
            return Optional.of(resources.get(manifest.selection().type(), manifest.name()));
        } catch (ApiException e) {
            if (e.isNotFound() && !e.isUnknownPath()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private JsonNode send(ManifestObject manifest, Resources resources, Reconciliation reconciliation) {
        ResourceType type = manifest.selection().type();
        ObjectNode result = reconciliation.result();
        if (dryRun.isClient() || reconciliation.needsRecreation() && dryRun.isSet()) {
            return result;
        }
        return reconciliation.needsRecreation()
                ? Recreation.of(resources, type, result)
                : resources.update(type, manifest.name(), result, dryRun.parameters());
    }

    private void detail(String words) {
        if (!print.isSet()) {
            context.streams().out().println("\t" + words);
        }
    }
}
