package dev.s2ioc.newapp;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the user wants run, before anything is looked up.
 *
 * @param name the name for the new objects; empty takes the source's or the image's
 * @param labels of the new objects, besides the usual ones of an application
 * @param dry nothing is to be created, so that it does not matter whether the server can
 */
public record AppRequest(
        AppArguments arguments,
        Finding finding,
        Building building,
        Running running,
        Parameters parameters,
        Optional<String> name,
        Map<String, String> labels,
        boolean dry) {

    /** How images are looked for. */
    public record Finding(boolean allowMissingImages, boolean allowMissingTags, ImportPolicy importPolicy) {}

    /**
     * How sources become images.
     *
     * @param resolve finds a directory as the user named it
     */
    public record Building(
            boolean binary,
            Optional<Strategy> strategy,
            Optional<String> contextDirectory,
            Optional<String> sourceSecret,
            Optional<SourceImage> sourceImage,
            Assignments environment,
            Function<String, Path> resolve) {}

    /**
     * How images run.
     *
     * @param test the deployment config only tries whether the image comes up
     * @param noInstall images that say that they are installers run like all others
     */
    public record Running(Assignments environment, boolean asDeploymentConfig, boolean test, boolean noInstall) {}

    /**
     * Values for templates.
     *
     * @param ignoreUnknown a template need not have a parameter of such a name
     */
    public record Parameters(Assignments values, boolean ignoreUnknown) {}
}
