package dev.s2ioc.command.cluster;

import dev.s2ioc.client.ImageRepository;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Projects;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Session;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.Failures;
import dev.s2ioc.command.FilenameFlags;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a project again from what an export has written. */
@Command(
        name = "import",
        description = "Make the objects, and the images, that an export has written.",
        footer = {
            "",
            "Objects go into one project, whatever the file says of theirs. Those that are there already are left as they",
            "are, unless --overwrite is given. Images come before the build configs, so that builds find them.",
            "",
            "Examples:",
            "  # Bring a project back",
            "  s2ioc cluster import -f demo.yaml --project=demo",
            "",
            "  # With its images, into a project of another name",
            "  s2ioc cluster import -f demo.yaml --images=demo-images --project=demo-copy",
            "",
            "  # See what would be done",
            "  s2ioc cluster import -f demo.yaml --dry-run=server"
        })
public final class ImportCommand implements Action {
    /** What may start to work as soon as it is there. */
    private static final Set<String> LAST = Set.of(
            "BuildConfig", "CronJob", "DaemonSet", "Deployment", "DeploymentConfig", "Job", "Pod", "StatefulSet");

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "The project to import into, made if it is missing; by default the current one.")
    String project;

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Push the images of this directory, which an export has made.")
    String images;

    @Option(names = "--overwrite", description = "Replace objects that are there already.")
    boolean overwrite;

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    private final CommandContext context;

    ImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        dryRun.check(context);
        if (!files.areSet()) {
            throw new CommandFailure("must specify -f, the file that \"s2ioc cluster export\" has written");
        }
        List<Manifest> manifests = files.read(context);
        Optional<ImageLayout> layout = images == null
                ? Optional.empty()
                : Optional.of(ImageLayout.open(context.surroundings().resolve(images)));
        Session session = context.session();
        String target = project == null ? session.namespace() : project;
        requireProject(session, target);
        Resources resources = session.resources().in(target);
        ImportedObjects objects = new ImportedObjects(context, resources, dryRun, overwrite);
        Failures failures = new Failures();
        for (Manifest manifest : manifests) {
            if (!LAST.contains(manifest.kind())) {
                failures.attempt(() -> objects.bring(manifest));
            }
        }
        if (layout.isPresent()) {
            push(session, resources, layout.get());
        }
        for (Manifest manifest : manifests) {
            if (LAST.contains(manifest.kind())) {
                failures.attempt(() -> objects.bring(manifest));
            }
        }
        failures.throwAny();
    }

    private void requireProject(Session session, String target) {
        Projects projects = new Projects(session);
        if (project == null || projects.find(target).isPresent()) {
            projects.get(target);
            return;
        }
        if (dryRun.isSet()) {
            throw new CommandFailure("there is no project \"" + target
                    + "\" yet, and a dry run makes none: s2ioc new-project " + target);
        }
        projects.request(target, "", "");
        context.streams().out().println("project.project.openshift.io/" + target + " created");
    }

    private void push(Session session, Resources resources, ImageLayout layout)
            throws IOException, InterruptedException {
        for (String name : layout.names()) {
            if (!dryRun.isSet()) {
                int colon = name.lastIndexOf(':');
                String address = resources
                        .get(session.discovery().type("imagestreams"), name.substring(0, colon))
                        .path("status")
                        .path("publicDockerImageRepository")
                        .asText();
                if (address.isEmpty()) {
                    throw new CommandFailure("the registry of " + session.server()
                            + " cannot be reached from here: the image stream has no publicDockerImageRepository");
                }
                try (ImageRepository repository = ImageRepository.at(address, session)) {
                    layout.push(name, name.substring(colon + 1), repository);
                }
            }
            context.streams().out().println("imagestreamtag.image.openshift.io/" + name + " pushed" + dryRun.suffix());
        }
    }
}
