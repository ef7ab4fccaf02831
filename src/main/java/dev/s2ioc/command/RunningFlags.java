package dev.s2ioc.command;

import dev.s2ioc.newapp.AppRequest;
import dev.s2ioc.newapp.Assignments;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that say how the images of a new application run. */
public final class RunningFlags {

    @Option(
            names = "--as-deployment-config",
            description = "Run the images by OpenShift's deployment configs instead of deployments.")
    boolean asDeploymentConfig;

    @Option(
            names = "--as-test",
            description = "With --as-deployment-config: try whether the images come up, and scale them down again.")
    boolean asTest;

    @Option(
            names = "--group",
            paramLabel = "NAME+NAME",
            description = "Run these images together in one pod, as the argument IMAGE+IMAGE does; may be repeated.")
    List<String> groups = List.of();

    @Option(
            names = "--no-install",
            description = "Run an image that says that it is an installer like any other image.")
    boolean noInstall;

    @Option(names = "--grant-install-rights", description = "Refused: no image is given the rights of your account.")
    boolean grantInstallRights;

    AppRequest.Running running(Assignments environment) {
        if (grantInstallRights) {
            throw new CommandFailure("--grant-install-rights is not supported: s2ioc gives no image the token of your"
                    + " account; see --no-install");
        }
        return new AppRequest.Running(environment, asDeploymentConfig, asTest, noInstall);
    }
}
