package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a deployment of one pod with the given images. */
@Command(
        name = "deployment",
        description = "Create a deployment that runs the given images.",
        footer = {
            "",
            "Examples:",
            "  # Run an image three times, reachable at a port",
            "  s2ioc create deployment web --image=quay.io/me/web:1 --replicas=3 --port=8080",
            "",
            "  # Run another command than the image's own",
            "  s2ioc create deployment clock --image=busybox -- date"
        })
public final class DeploymentCommand implements Action {

    @Mixin
    NameAndCommand words = new NameAndCommand();

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            split = ",",
            description = "An image to run; several run beside each other in each pod.")
    List<String> images = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "-1",
            description = "The port that the first container listens on.")
    int port;

    @Option(
            names = {"-r", "--replicas"},
            paramLabel = "COUNT",
            defaultValue = "1",
            description = "How many pods are to run. Default: ${DEFAULT-VALUE}")
    int replicas;

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    DeploymentCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        words.check();
        CreateFlags.require("image", !images.isEmpty());
        if (images.size() > 1 && !words.command.isEmpty()) {
            throw new CommandFailure("cannot specify multiple --image options and command");
        }
        NewObject deployment = new NewObject(context, create, "apps/v1", "Deployment", words.name);
        deployment.body().withObject("/metadata/labels").put("app", words.name);
        ObjectNode spec = deployment.body().putObject("spec").put("replicas", replicas);
        spec.withObject("/selector/matchLabels").put("app", words.name);
        spec.withObject("/template/metadata/labels").put("app", words.name);
        addContainers(spec.withObject("/template/spec").putArray("containers"));
        deployment.createOr("failed to create deployment: ");
    }

    private void addContainers(ArrayNode containers) {
        for (String image : images) {
            containers.add(words.container(containerName(image), image));
        }
        if (port >= 0) {
            ((ObjectNode) containers.get(0)).putArray("ports").addObject().put("containerPort", port);
        }
    }

    /** The last part of the image's name, with nothing that a container may not be called. */
    private static String containerName(String image) {
        String last = image.substring(image.lastIndexOf('/') + 1);
        return last.split("[:@]", 2)[0].replaceAll("[^-A-Za-z0-9]", "-");
    }
}
