package dev.s2ioc.cluster.build;

/** Why a build did not complete, in OpenShift's words; those from ClusterStopped on are ours. */
enum Reason {
    GenericBuildFailed("Generic Build failure - check logs for details."),
    DockerBuildFailed("Dockerfile build strategy has failed."),
    FetchImageContentFailed("Failed to extract image content."),
    FetchScriptsFailed("Failed to fetch specified scripts."),
    MissingPushSecret("Missing push secret."),
    FetchSourceFailed("Failed to fetch the input source."),
    ManageDockerfileFailed("Failed to prepare the dockerfile for the build."),
    PullBuilderImageFailed("Failed pulling builder image."),
    PushImageToRegistryFailed("Failed to push the image to the registry."),
    PostCommitHookFailed("Build failed because of post commit hook."),
    InvalidOutputReference("Output image could not be resolved."),
    InvalidImageReference("Referenced image could not be resolved."),
    InvalidContextDirectory("The supplied context directory does not exist."),
    UnresolvableEnvironmentVariable("Unable to resolve build environment variable reference."),
    BuildPodDeleted("The pod for this build was deleted before the build completed."),
    CancelledBuild("The build was cancelled by the user."),
    ClusterStopped("The local cluster was stopped or restarted before the build completed."),
    ClusterFault("The local cluster could not do the build - check logs for details.");

    private final String message;

    Reason(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }
}
