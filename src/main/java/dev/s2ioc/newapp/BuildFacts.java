package dev.s2ioc.newapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is told about a new build before its objects are created. The sentences are oc's. */
final class BuildFacts {
    private static final List<String> CREDENTIALS = List.of(
            "      * WARNING: this source repository may require credentials.",
            "                 Create a secret with your git credentials and use 'oc set build-secret' to assign it to"
                    + " the build config.");

    private BuildFacts() {}

    static List<String> of(
            BuildRequest request,
            BuildBasis basis,
            BuildOutput output,
            Optional<TrackingTag> tracking,
            SourceCheck check) {
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
        facts.add("      * " + start(request.input().uploaded(), tracking));
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

    private static String start(boolean binary, Optional<TrackingTag> tracking) {
        if (binary) {
            return "A binary build was created, use 'oc start-build --from-dir' to trigger a new build";
        }
        return tracking.map(tag -> "Every time \"" + tag.streamTag() + "\" changes a new build will be triggered")
                .orElse("Use 'oc start-build' to trigger a new build");
    }
}
