package dev.s2ioc.newapp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** As much of a Dockerfile as must be known to make a build config of it: what its last stage starts from. */
record Dockerfile(String text) {
    private static final Pattern FROM =
            Pattern.compile("(?i)\\s*FROM\\s+(?:--\\S+\\s+)*(?<image>\\S+)(?:\\s+AS\\s+(?<stage>\\S+))?\\s*");

    private static final Pattern EXPOSE = Pattern.compile("(?i)\\s*EXPOSE\\s+(?<ports>.*\\S)\\s*");

    boolean hasBase() {
        return instructions().stream().anyMatch(line -> FROM.matcher(line).matches());
    }

    /** The image of the last FROM; empty if that is an earlier stage or a variable, which only the build can tell. */
    Optional<String> baseImage() {
        Optional<String> last = Optional.empty();
        Set<String> stages = new HashSet<>();
        for (String line : instructions()) {
            Matcher from = FROM.matcher(line);
            if (from.matches()) {
                String image = from.group("image");
                last = stages.contains(image) || image.contains("$") ? Optional.empty() : Optional.of(image);
                Optional.ofNullable(from.group("stage")).ifPresent(stages::add);
            }
        }
        return last;
    }

    /** The ports that the last stage says it exposes, as {@code 8080/tcp}; variables are left to the build. */
    List<String> exposedPorts() {
        List<String> ports = new ArrayList<>();
        for (String line : instructions()) {
            if (FROM.matcher(line).matches()) {
                ports.clear();
            }
            Matcher expose = EXPOSE.matcher(line);
            if (expose.matches()) {
                Stream.of(expose.group("ports").split("\\s+"))
                        .filter(Port::isOne)
                        .map(port -> port.contains("/") ? port : port + "/tcp")
                        .forEach(ports::add);
            }
        }
        return ports;
    }

    /** Lines with continuations joined and comments taken out. */
    private List<String> instructions() {
        List<String> instructions = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        for (String line : text.lines().map(String::stripTrailing).toList()) {
            if (line.stripLeading().startsWith("#")) {
                continue;
            }
            if (line.endsWith("\\")) {
                pending.append(line, 0, line.length() - 1).append(' ');
            } else {
                instructions.add(pending + line);
                pending.setLength(0);
            }
        }
        instructions.add(pending.toString());
        return instructions;
    }
}
