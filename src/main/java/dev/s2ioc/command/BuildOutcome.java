package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Builds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a build ended, in words and as an exit code. */
final class BuildOutcome {
    private static final Pattern FAILED_STEP = Pattern.compile("at STEP \"(.*)\": ");
    private static final Pattern STEP = Pattern.compile("(?:\\[\\d+/\\d+] )?STEP \\d+/\\d+: (.*)");

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
        step(snippet).ifPresent(step -> words.append("\nFailing step: ").append(step));
        if (!logShown && !snippet.isEmpty()) {
            words.append("\nThe last lines of its log:");
            snippet.forEach(line -> words.append("\n  ").append(line));
        }
        words.append("\nTo look further: s2ioc ")
                .append(logShown ? "describe build/" : "logs build/")
                .append(name);
        return words.toString();
    }

    private List<String> snippet() {
        String text = build.at("/status/logSnippet").asText("");
        return text.isBlank() ? List.of() : Arrays.asList(text.split("\r?\n"));
    }

    /** The server shortens long lines in their middle, also the one that names the step: its beginning is told in full before. */
    private static Optional<String> step(List<String> lines) {
        Optional<String> begun = Optional.empty();
        for (String line : lines) {
            Matcher beginning = STEP.matcher(line);
            Matcher failure = FAILED_STEP.matcher(line);
            if (beginning.matches()) {
                begun = Optional.of(beginning.group(1));
            } else if (failure.find()) {
                return begun.or(() -> Optional.of(failure.group(1)));
            }
        }
        return Optional.empty();
    }
}
