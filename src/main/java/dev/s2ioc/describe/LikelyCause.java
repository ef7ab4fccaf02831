package dev.s2ioc.describe;

import java.util.Map;
import java.util.Optional;

/**
 * What usually is behind the reason that a failed build gives, and the next command.
 *
 * @param cause a sentence
 * @param next a command line; NAME stands for the build, CONFIG for its build config
 */
public record LikelyCause(String cause, String next) {
    private static final Map<String, LikelyCause> BY_REASON = Map.ofEntries(
            entry(
                    "GenericBuildFailed",
                    "A command of the build failed; in a source build mostly the builder's assemble script.",
                    "s2ioc logs build/NAME"),
            entry(
                    "DockerBuildFailed",
                    "An instruction of the Dockerfile failed: a RUN ended in an error, a file to COPY is not in the source,"
                            + " or a base image could not be pulled.",
                    "s2ioc logs build/NAME"),
            entry(
                    "FetchSourceFailed",
                    "The source could not be had: wrong URL or branch, missing credentials, no network, or an upload"
                            + " that broke off.",
                    "s2ioc describe bc/CONFIG"),
            entry(
                    "InvalidContextDirectory",
                    "The source has no directory of the name in spec.source.contextDir.",
                    "s2ioc get bc CONFIG -o jsonpath={.spec.source.contextDir}"),
            entry(
                    "ManageDockerfileFailed",
                    "The source has no Dockerfile where the build config says, or one that cannot be read.",
                    "s2ioc get bc CONFIG -o jsonpath={.spec.strategy.dockerStrategy.dockerfilePath}"),
            entry(
                    "PullBuilderImageFailed",
                    "The builder image is not there any more, or the build may not pull it.",
                    "s2ioc describe bc/CONFIG"),
            entry(
                    "FetchImageContentFailed",
                    "An image from which files are copied into the source could not be pulled, or lacks the path.",
                    "s2ioc describe bc/CONFIG"),
            entry(
                    "PushImageToRegistryFailed",
                    "The image was built but could not be pushed: missing push secret, no right to push, a full or"
                            + " unreachable registry.",
                    "s2ioc describe build/NAME"),
            entry(
                    "PostCommitHookFailed",
                    "The image was built, and the build hook that tests it failed; it was not pushed.",
                    "s2ioc logs build/NAME"),
            entry(
                    "InvalidOutputReference",
                    "The image stream that the build pushes to does not exist.",
                    "s2ioc get bc CONFIG -o jsonpath={.spec.output.to.name}"),
            entry(
                    "InvalidImageReference",
                    "An image that the build config names could not be found.",
                    "s2ioc describe bc/CONFIG"),
            entry("CancelledBuild", "Somebody, or a newer build, cancelled it.", "s2ioc start-build --from-build=NAME"),
            entry(
                    "BuildPodDeleted",
                    "Somebody deleted its pod, or its node went away.",
                    "s2ioc start-build --from-build=NAME"),
            entry(
                    "BuildPodEvicted",
                    "Its node ran out of disk or memory and put the pod out.",
                    "s2ioc start-build --from-build=NAME"),
            entry(
                    "BuildPodExists",
                    "A pod of the name that the build's pod would have is there already.",
                    "s2ioc get pods"),
            entry(
                    "CannotCreateBuildPod",
                    "The cluster refused its pod: a quota, a limit, or the service account's rights.",
                    "s2ioc describe build/NAME"),
            entry(
                    "CannotCreateBuildPodSpec",
                    "No pod could be made of what the build says.",
                    "s2ioc describe build/NAME"),
            entry(
                    "CannotRetrieveServiceAccount",
                    "The service account that the build runs as does not exist.",
                    "s2ioc get serviceaccounts"),
            entry(
                    "OutOfMemoryKilled",
                    "The build needed more memory than it may have.",
                    "s2ioc patch bc CONFIG -p '{\"spec\":{\"resources\":{\"limits\":{\"memory\":\"2Gi\"}}}}'"),
            entry("MissingPushSecret", "The secret for pushing the image does not exist.", "s2ioc describe bc/CONFIG"),
            entry(
                    "UnresolvableEnvironmentVariable",
                    "A variable takes its value from a secret or config map, or a key of it, that does not exist.",
                    "s2ioc set env bc/CONFIG --list"),
            entry(
                    "ExceededRetryTimeout",
                    "It waited too long for its turn or its pod.",
                    "s2ioc start-build --from-build=NAME"),
            entry("FailedContainer", "A container of its pod ended in an error.", "s2ioc logs build/NAME"),
            entry(
                    "NoBuildContainerStatus",
                    "The cluster lost track of its pod.",
                    "s2ioc start-build --from-build=NAME"));

    private static Map.Entry<String, LikelyCause> entry(String reason, String cause, String next) {
        return Map.entry(reason, new LikelyCause(cause, next));
    }

    /** Empty for a reason that nobody has met. */
    public static Optional<LikelyCause> of(String reason) {
        return Optional.ofNullable(BY_REASON.get(reason));
    }

    public String next(String build, String config) {
        return next.replace("NAME", build).replace("CONFIG", config);
    }
}
