package dev.s2ioc.command.create;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.Request;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.EditBeforehand;
import dev.s2ioc.command.Failures;
import dev.s2ioc.command.FilenameFlags;
import dev.s2ioc.command.ManifestObject;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.command.Subcommands.Entry;
import dev.s2ioc.flags.Specs;
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
            "  # Change the objects in an editor first",
            "  s2ioc create -f bc.yaml --edit",
            "",
            "  # See whether the server would accept it",
            "  s2ioc create -f bc.yaml --dry-run=server"
        })
public final class CreateCommand implements Action {
    private static final List<Entry> ENTRIES = List.of(
            new Entry("build", BuildCommand::new),
            new Entry("clusterresourcequota", ClusterResourceQuotaCommand::new, "clusterquota"),
            new Entry("clusterrole", ClusterRoleCommand::new),
            new Entry("clusterrolebinding", ClusterRoleBindingCommand::new),
            new Entry("configmap", ConfigMapCommand::new, "cm"),
            new Entry("cronjob", CronJobCommand::new, "cj"),
            new Entry("deployment", DeploymentCommand::new, "deploy"),
            new Entry("deploymentconfig", DeploymentConfigCommand::new, "dc"),
            new Entry("identity", IdentityCommand::new),
            new Entry("imagestream", ImageStreamCommand::new, "is"),
            new Entry("imagestreamtag", ImageStreamTagCommand::new, "istag"),
            new Entry("ingress", IngressCommand::new, "ing"),
            new Entry("job", JobCommand::new),
            new Entry("namespace", NamespaceCommand::new, "ns"),
            new Entry("poddisruptionbudget", PodDisruptionBudgetCommand::new, "pdb"),
            new Entry("priorityclass", PriorityClassCommand::new, "pc"),
            new Entry("quota", QuotaCommand::new, "resourcequota"),
            new Entry("role", RoleCommand::new),
            new Entry("rolebinding", RoleBindingCommand::new),
            new Entry("route", RouteCommand::tree),
            new Entry("secret", SecretCommand::tree),
            new Entry("service", ServiceCommand::tree, "svc"),
            new Entry("serviceaccount", ServiceAccountCommand::new, "sa"),
            new Entry("token", TokenCommand::new),
            new Entry("user", UserCommand::new),
            new Entry("useridentitymapping", UserIdentityMappingCommand::new));

    @Option(names = "--raw", paramLabel = "PATH", description = "Post the file, as it is, to this path of the server.")
    String raw;

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Only objects of the files that have these labels, as in a=b,c!=d,e in (f,g),h.")
    String labels = "";

    @Option(names = "--edit", description = "Open the objects in an editor first.")
    boolean edit;

    @Option(
            names = "--windows-line-endings",
            description = "With --edit, end the lines of the edited file as Windows does.")
    boolean windowsLineEndings;

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
        return Subcommands.add(Specs.line(new CreateCommand(context)), context, ENTRIES);
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = create.report(context);
        if (raw != null) {
            if (edit) {
                throw new CommandFailure("--raw and --edit are mutually exclusive");
            }
            postRaw();
            return;
        }
        if (windowsLineEndings && !edit) {
            throw new CommandFailure("--windows-line-endings needs --edit: no other file is written");
        }
        Failures failures = new Failures();
        List<ManifestObject> manifests = ManifestObject.read(files, labels, context, failures);
        if (edit) {
            failures.throwAny();
            new EditBeforehand(context, "yaml", windowsLineEndings)
                    .edit(
                            manifests.stream().map(ManifestObject::object).toList(),
                            (source, text) ->
                                    create(ManifestObject.parse(source, text, context), report, new Failures()));
        } else {
            create(manifests, report, failures);
        }
    }

    private void create(List<ManifestObject> manifests, ChangeReport report, Failures failures) {
        for (ManifestObject object : manifests) {
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
        if (!raw.startsWith("/")) {
            throw new CommandFailure("--raw takes a path that begins with a slash, and one object in one file by -f");
        }
        byte[] answer = context.session().bytes(Request.post(raw, files.single(context)));
        context.streams().out().write(answer);
    }
}
