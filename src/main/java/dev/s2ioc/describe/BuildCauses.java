package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What has started a build, in sentences. */
public final class BuildCauses {
    private static final String CLONE_OF = "openshift.io/build.clone-of";
    private static final List<String> HOOKS =
            List.of("githubWebHook", "gitlabWebHook", "bitbucketWebHook", "genericWebHook");

    private BuildCauses() {}

    public static List<String> of(JsonNode build) {
        List<String> causes = new ArrayList<>();
        String original =
                build.path("metadata").path("annotations").path(CLONE_OF).asText("");
        if (!original.isEmpty()) {
            causes.add("It repeats the build " + original + ".");
        }
        JsonNode spec = build.path("spec");
        spec.path("triggeredBy").forEach(cause -> causes.add(told(cause)));
        if (spec.at("/source/binary").isObject()) {
            causes.add("Somebody sent its source along with start-build" + commit(spec.path("revision")) + ".");
        }
        if (causes.isEmpty()) {
            causes.add("The build does not say what has started it.");
        }
        return causes;
    }

    private static String told(JsonNode cause) {
        JsonNode image = cause.path("imageChangeBuild");
        if (image.isObject()) {
            return "The image behind " + image.at("/fromRef/name").asText("a tag") + " changed: it is now "
                    + image.path("imageID").asText("unknown") + ".";
        }
        for (String hook : HOOKS) {
            if (cause.path(hook).isObject()) {
                return "A webhook was called (" + cause.path("message").asText("") + ")"
                        + commit(cause.path(hook).path("revision")) + ".";
            }
        }
        String message = cause.path("message").asText("");
        return switch (message) {
            case "Manually triggered" -> "Somebody started it by hand (Manually triggered).";
            case "Build configuration change" ->
                "The build config was new: its first build starts by itself (Build configuration change).";
            case "" -> "The build does not say what has started it.";
            default -> message + ".";
        };
    }

    private static String commit(JsonNode revision) {
        JsonNode git = revision.path("git");
        String commit = git.path("commit").asText("");
        if (commit.isEmpty()) {
            return "";
        }
        String author = git.at("/author/name").asText("");
        String message = git.path("message").asText("").lines().findFirst().orElse("");
        return ", with commit " + commit.substring(0, Math.min(7, commit.length()))
                + (message.isEmpty() ? "" : " (" + message + ")") + (author.isEmpty() ? "" : " by " + author);
    }
}
