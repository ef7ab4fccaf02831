package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Failures;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds, removes and lists the volumes of pod templates. */
@Command(
        name = "volumes",
        aliases = "volume",
        description = "Add, remove or list the volumes of pod templates.",
        footer = {
            "",
            "Examples:",
            "  # List them",
            "  s2ioc set volumes deploy/hello",
            "",
            "  # An empty directory, the files of a config map, a new claim on storage",
            "  s2ioc set volumes deploy/hello --add -m /tmp/cache",
            "  s2ioc set volumes deploy/hello --add --name=settings --configmap-name=settings -m /etc/hello",
            "  s2ioc set volumes deploy/hello --add --name=data --claim-size=1Gi -m /data",
            "",
            "  # Mount one elsewhere",
            "  s2ioc set volumes deploy/hello --add --name=data -m /var/data --overwrite",
            "",
            "  # Remove one",
            "  s2ioc set volumes deploy/hello --remove --name=data"
        })
public final class VolumesCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | TYPE NAME",
            description = "Pods, or objects with a pod template.")
    List<String> words = List.of();

    @Option(names = "--add", description = "Add a volume.")
    boolean add;

    @Option(names = "--remove", description = "Remove a volume.")
    boolean remove;

    @Option(names = "--name", paramLabel = "NAME", description = "The volume; a new one gets a name made up.")
    String name = "";

    @Option(names = "--confirm", description = "Remove all volumes, really.")
    boolean confirm;

    @Mixin
    VolumeFlags volume = new VolumeFlags();

    @Mixin
    ClaimFlags claim = new ClaimFlags();

    @Mixin
    ContainerFlags containers = new ContainerFlags();

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    VolumesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        check();
        if (add) {
            claim.complete();
            VolumeAddition addition = new VolumeAddition(name, volume, claim.name, this::generated);
            new Changes(context, flags, "volume updated").make(words, subject -> {
                PodTemplate template = PodTemplate.of(subject);
                addition.applyTo(template, containers.of(template, context));
                claim.create(subject, context, flags);
            });
        } else if (remove) {
            new Changes(context, flags, "volume updated").make(words, subject -> {
                PodTemplate template = PodTemplate.of(subject);
                List<ObjectNode> meant = containers.ofAll(template, context);
                if (!meant.isEmpty()) {
                    new VolumeRemoval(name).applyTo(template, meant);
                }
            });
        } else {
            list();
        }
    }

    private void check() {
        if (add && remove) {
            throw new CommandFailure("you may only specify one operation at a time");
        }
        if (!add && (volume.areSet() || claim.areSet())) {
            throw new CommandFailure("flags that describe a volume or its claim are only valid for --add operation");
        }
        if (remove && name.isEmpty() && !confirm) {
            throw new CommandFailure("must provide --confirm for removing more than one volume");
        }
        if (add) {
            volume.volumeSource(claim.size.isEmpty() ? claim.name : "new");
        } else if (!remove && flags.print.isSet()) {
            throw new CommandFailure("-o prints objects that were changed: say --add or --remove, or leave it away");
        }
    }

    private String generated() {
        name = GeneratedName.after("volume-");
        context.streams().err().println("info: Generated volume name: " + name);
        return name;
    }

    private void list() throws IOException, InterruptedException {
        Failures failures = new Failures();
        VolumeListing listing = new VolumeListing(
                context.session().resources(), context.streams().out());
        for (Subject subject : new Subjects(context, flags).find(words, failures)) {
            failures.attempt(() -> {
                PodTemplate template = PodTemplate.of(subject);
                listing.list(template, containers.of(template, context), name);
            });
        }
        failures.throwAny();
    }
}
