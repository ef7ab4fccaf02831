package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Builds;
import java.util.Arrays;
import java.util.List;

/** How a build ended, in words and as an exit code. */
final class BuildOutcome {
    private final JsonNode build;
    private final boolean logShown;

    BuildOutcome(JsonNode build, boolean logShown) {
        this.build = build;
        this.logShown = logShown;
    }

    /** Returns if the build is Complete, and fails with everything that is known if it is not. */
    void check() {
        switch (Builds.phase(build)) {
            case "Complete" -> {}
            case "Cancelled" -> throw new CommandFailure(words(), ExitCode.BUILD_CANCELLED);
            default -> throw new CommandFailure(words(), ExitCode.BUILD_FAILED);
        }
    }

    private String words() {
        String name = Builds.name(build);
        StringBuilder words = new StringBuilder("the build "
                + build.at("/metadata/namespace").asText() + "/" + name + " status is \"" + Builds.phase(build) + "\"");
        String reason = build.at("/status/reason").asText("");
        String message = build.at("/status/message").asText("");
        if (!reason.isEmpty() || !message.isEmpty()) {
            words.append("\n")
                    .append(reason)
                    .append(reason.isEmpty() || message.isEmpty() ? "" : ": ")
                    .append(message);
        }
        List<String> snippet = snippet();
        FailingStep.in(snippet)
                .ifPresent(step -> words.append("\nFailing step: ").append(step));
        if (!logShown && !snippet.isEmpty()) {
            words.append("\nThe last lines of its log:");
            snippet.forEach(line -> words.append("\n  ").append(line));
        }
        words.append("\nTo look further: s2ioc ")
                .append(Builds.phase(build).equals("Cancelled") ? "describe build/" : "explain-failure ")
                .append(name);
        return words.toString();
    }

    private List<String> snippet() {
        String text = build.at("/status/logSnippet").asText("");
        return text.isBlank() ? List.of() : Arrays.asList(text.split("\r?\n"));
    }
}
