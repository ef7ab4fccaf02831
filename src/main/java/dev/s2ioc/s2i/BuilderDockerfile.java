package dev.s2ioc.s2i;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a builder's Dockerfile as its contract is about: what the last stage's instructions set. */
final class BuilderDockerfile {
    private static final Pattern PAIR =
            Pattern.compile("(?:\"([^\"]*)\"|([^\\s=\"]+))=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(\\S*))");

    /** @param sources as written, relative to the context */
    record Copy(List<String> sources, String destination, boolean changesMode) {}

    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Set<String> ports = new LinkedHashSet<>();
    private final List<Copy> copies = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();
    private String user = "";

    BuilderDockerfile(String text) {
        for (String line : lines(text)) {
            int space = line.indexOf(' ');
            if (space > 0) {
                take(
                        line.substring(0, space).toUpperCase(Locale.ROOT),
                        line.substring(space + 1).strip());
            }
        }
    }

    /** Continuations joined, comments and blank lines taken out. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        for (String raw : text.lines().map(String::strip).toList()) {
            if (raw.isEmpty() || raw.startsWith("#")) {
                continue;
            }
            if (raw.endsWith("\\")) {
                pending.append(raw, 0, raw.length() - 1).append(' ');
            } else {
                lines.add(pending + raw);
                pending.setLength(0);
            }
        }
        return lines;
    }

    private void take(String instruction, String rest) {
        switch (instruction) {
            case "FROM" -> {
                // A later stage starts anew; what it inherits from its base cannot be seen here.
                labels.clear();
                ports.clear();
                copies.clear();
                runs.clear();
                user = "";
            }
            case "LABEL" -> label(rest);
            case "USER" -> user = rest;
            case "EXPOSE" -> ports.addAll(List.of(rest.split("\\s+")));
            case "RUN" -> runs.add(rest);
            case "COPY", "ADD" -> copy(rest);
            default -> {
                // Nothing of the contract.
            }
        }
    }

    private void label(String rest) {
        Matcher pair = PAIR.matcher(rest);
        while (pair.find()) {
            labels.put(first(pair.group(1), pair.group(2)), first(pair.group(3), pair.group(4), pair.group(5)));
        }
    }

    private static String first(String... groups) {
        for (String group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }

    private void copy(String rest) {
        List<String> words = new ArrayList<>(
                List.of(rest.replaceAll("[\\[\\],\"]", " ").strip().split("\\s+")));
        boolean elsewhere = words.stream().anyMatch(word -> word.startsWith("--from="));
        boolean changesMode = words.stream().anyMatch(word -> word.startsWith("--chmod="));
        words.removeIf(word -> word.startsWith("--"));
        if (!elsewhere && words.size() > 1) {
            copies.add(new Copy(words.subList(0, words.size() - 1), words.getLast(), changesMode));
        }
    }

    Map<String, String> labels() {
        return labels;
    }

    /** Who the image runs as; empty if the base image says it. */
    String user() {
        return user;
    }

    Set<String> ports() {
        return ports;
    }

    /** The file of the context that becomes a path of the image, if one does. */
    Optional<String> sourceOf(String directory, String name) {
        Optional<String> source = Optional.empty();
        for (Copy copy : copies) {
            String destination = copy.destination().replaceAll("/+$", "");
            for (String from : copy.sources()) {
                String clean = from.replaceFirst("^(\\./+)+", "").replaceAll("/+$", "");
                if (destination.equals(directory)) {
                    boolean isFile = clean.equals(name) || clean.endsWith("/" + name);
                    source = Optional.of(
                            isFile ? clean : clean.isEmpty() || clean.equals(".") ? name : clean + "/" + name);
                    if (isFile) {
                        return source;
                    }
                } else if (destination.equals(directory + "/" + name)) {
                    return Optional.of(clean);
                }
            }
        }
        return source;
    }

    /** Whether an instruction makes files executable, so that their modes here do not count. */
    boolean changesModes() {
        return copies.stream().anyMatch(Copy::changesMode) || runs.stream().anyMatch(run -> run.contains("chmod"));
    }
}
