package dev.s2ioc.command;

import dev.s2ioc.newapp.BuildRequest;
import dev.s2ioc.newapp.Mount;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say where a new build's image goes and what the build is given besides its source. */
public final class NewBuildFlags {

    @Option(
            names = "--to",
            paramLabel = "NAME[:TAG]",
            description = "Push the image to this image stream tag; with --to-docker, to this registry image.")
    String to;

    @Option(names = "--to-docker", description = "Push the image to a registry, not to an image stream.")
    boolean toDocker;

    @Option(names = "--no-output", description = "Build only; do not push the image anywhere.")
    boolean noOutput;

    @Option(
            names = "--push-secret",
            paramLabel = "SECRET",
            description = "The secret with the registry credentials for pushing the image.")
    String pushSecret;

    @Option(
            names = "--build-arg",
            paramLabel = "NAME=VALUE",
            description = "A build argument of a Docker build; may be repeated.")
    List<String> buildArguments = List.of();

    @Option(
            names = "--build-secret",
            paramLabel = "SECRET[:DIR]",
            description = "A secret whose keys become files of the build's input, in this directory; may be repeated.")
    List<String> buildSecrets = List.of();

    @Option(
            names = "--build-config-map",
            paramLabel = "CONFIGMAP[:DIR]",
            description = "A config map whose keys become files of the build's input; may be repeated.")
    List<String> buildConfigMaps = List.of();

    BuildRequest.Output output() {
        return new BuildRequest.Output(Optional.ofNullable(to), toDocker, noOutput, Optional.ofNullable(pushSecret));
    }

    List<Mount> secrets() {
        return buildSecrets.stream().map(Mount::parse).toList();
    }

    List<Mount> configMaps() {
        return buildConfigMaps.stream().map(Mount::parse).toList();
    }
}
