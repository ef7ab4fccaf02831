package dev.s2ioc.newapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told about a new build before its objects are created. The sentences are oc's. */
final class BuildFacts {
    private BuildFacts() {}

    static List<String> of(
            BuildRequest request, Strategy strategy, BuildOutput output, Optional<TrackingTag> tracking) {
        boolean binary = request.input().binary();
        List<String> facts = new ArrayList<>();
        tracking.ifPresent(tag -> facts.add("    * An image stream tag will be created as \"" + tag.streamTag()
                + "\" that will track the source image"));
        facts.add("    * A " + strategy.word() + " build using " + (binary ? "binary input" : "a predefined Dockerfile")
                + " will be created");
        if (!output.none()) {
            facts.add("      * The resulting image will be pushed "
                    + (output.stream().isPresent() ? "to image stream tag" : "with Docker to") + " \""
                    + output.image() + "\"");
        }
        facts.add("      * " + start(binary, tracking));
        return facts;
    }

    private static String start(boolean binary, Optional<TrackingTag> tracking) {
        if (binary) {
            return "A binary build was created, use 'oc start-build --from-dir' to trigger a new build";
        }
        return tracking.map(tag -> "Every time \"" + tag.streamTag() + "\" changes a new build will be triggered")
                .orElse("Use 'oc start-build' to trigger a new build");
    }
}
