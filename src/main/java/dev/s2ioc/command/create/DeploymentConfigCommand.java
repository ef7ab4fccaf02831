package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a DeploymentConfig, the older sibling of deployments. */
@Command(
        name = "deploymentconfig",
        description = "Create a deployment config that runs an image; new ones are better made as deployments.",
        footer = {
            "",
            "Examples:",
            "  # Run an image",
            "  s2ioc create deploymentconfig web --image=quay.io/me/web:1",
            "",
            "  # Give the image's own command arguments",
            "  s2ioc create deploymentconfig web --image=quay.io/me/web:1 -- --port=8080"
        })
public final class DeploymentConfigCommand implements Action {

    @Mixin
    NameAndCommand words = new NameAndCommand();

    @Option(names = "--image", paramLabel = "IMAGE", description = "The image to run.")
    String image = "";

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    DeploymentConfigCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        words.check();
        CreateFlags.require("image", !image.isEmpty());
        NewObject config = new NewObject(context, create, "apps.openshift.io/v1", "DeploymentConfig", words.name);
        ObjectNode spec = config.body().putObject("spec").put("replicas", 1);
        spec.putObject("selector").put("deployment-config.name", words.name);
        spec.withObject("/template/metadata/labels").put("deployment-config.name", words.name);
        ObjectNode container =
                spec.withObject("/template/spec").putArray("containers").addObject();
        container.put("name", "default-container").put("image", image);
        words.addTo(container);
        config.create(create.parameters());
    }
}
