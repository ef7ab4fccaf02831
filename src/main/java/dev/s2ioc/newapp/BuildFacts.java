package dev.s2ioc.newapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told about a new build before its objects are created. The sentences are oc's, but for when a build starts. */
final class BuildFacts {
    private static final List<String> CREDENTIALS = List.of(
            "      * WARNING: this source repository may require credentials.",
            "                 Create a secret with your git credentials and use 's2ioc set build-secret' to assign it to"
                    + " the build config.");

    private BuildFacts() {}

    static List<String> of(
            BuildRequest request,
            BuildBasis basis,
            BuildOutput output,
            Optional<TrackingTag> tracking,
            SourceCheck check,
            boolean known) {
        List<String> facts = new ArrayList<>();
        tracking.ifPresent(tag -> facts.add("    * An image stream tag will be created as \"" + tag.streamTag()
                + "\" that will track the source image"));
        basis.language()
                .ifPresent(language -> facts.add("    * The source repository appears to match: " + language.term));
        facts.add("    * A " + basis.strategy().word() + " build using " + input(request.input()) + " will be created");
        if (!output.none()) {
            facts.add("      * The resulting image will be pushed "
                    + (output.stream().isPresent() ? "to image stream tag" : "with Docker to") + " \""
                    + output.image() + "\"");
        }
        facts.add("      * " + start(request.input().uploaded(), basis.from(), tracking, known));
        if (check.needsCredentials()) {
            facts.addAll(CREDENTIALS);
        }
        return facts;
    }

    private static String input(BuildRequest.Input input) {
        if (input.binary()) {
            return "binary input";
        }
        return input.dockerfile().isPresent()
                ? "a predefined Dockerfile"
                : input.source().orElseThrow().told();
    }

    /** oc tells to start builds that start by themselves; what is told here is what will happen. */
    private static String start(
            boolean binary, Optional<ImageMatch> from, Optional<TrackingTag> tracking, boolean known) {
        if (binary) {
            return "A binary build was created, use 's2ioc start-build --from-dir' to trigger a new build";
        }
        if (tracking.isPresent()) {
            return "Every time \"" + tracking.get().streamTag() + "\" changes a new build will be triggered";
        }
        Optional<ImageMatch> followed = from.filter(BuildConfigs::isTag);
        String then = followed.map(image -> "every time \"" + tag(image) + "\" changes")
                .orElse("");
        if (known) {
            return "The build config is there already: use 's2ioc start-build' to trigger a new build"
                    + followed.map(image -> "; one is triggered " + then).orElse("");
        }
        if (followed.isPresent() && !followed.get().isKnown()) {
            return "A build will start when \"" + tag(followed.get()) + "\" has an image, and " + then;
        }
        return "A build will start by itself now"
                + followed.map(image -> ", and " + then).orElse("") + "; use 's2ioc start-build' to trigger a new one";
    }

    private static String tag(ImageMatch image) {
        return image.reference().path("name").asText();
    }
}
