package dev.s2ioc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * oc's commands and flags against ours. {@code comparison/oc.txt} has what oc has; {@code comparison/notes.txt} says why
 * something is missing here ({@code missing COMMAND[ --FLAG], ...: WHY}), or is known but refused ({@code refused COMMAND --FLAG:
 * WHY}), and what is better ({@code better COMMAND: HOW}).
 */
final class Comparison {
    private record Note(List<String> subjects, String text) {}

    private final Map<String, Set<String>> theirs = new TreeMap<>();
    private final Map<String, Set<String>> ours = new TreeMap<>();
    private final List<Note> better = new ArrayList<>();
    private final List<Note> missing = new ArrayList<>();
    private final List<Note> refused = new ArrayList<>();

    Comparison(CommandLine tree) throws IOException {
        for (String line : lines("oc.txt")) {
            String[] parts = line.split(":", 2);
            theirs.put(parts[0], words(parts[1], " "));
        }
        for (String line : lines("notes.txt")) {
            String[] parts = line.split(": ", 2);
            String[] head = parts[0].split(" ", 2);
            Note note = new Note(List.of(head[1].split(", ")), parts[1]);
            switch (head[0]) {
                case "better" -> better.add(note);
                case "missing" -> missing.add(note);
                case "refused" -> refused.add(note);
                default -> throw new IOException("notes.txt: " + line);
            }
        }
        collect(tree, "");
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = Comparison.class.getResourceAsStream("/comparison/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static Set<String> words(String text, String separator) {
        Set<String> words = new TreeSet<>();
        for (String word : text.strip().split(separator)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private void collect(CommandLine parent, String prefix) {
        parent.getSubcommands().forEach((name, command) -> {
            Set<String> flags = command.getCommandSpec().options().stream()
                    .flatMap(option -> List.of(option.names()).stream())
                    .filter(flag -> flag.startsWith("--"))
                    .map(flag -> flag.substring(2))
                    .collect(Collectors.toCollection(TreeSet::new));
            ours.put(prefix + name, flags);
            collect(command, prefix + name + " ");
        });
    }

    /** What oc has and we do not: a command, or a flag as {@code COMMAND --FLAG}. */
    Set<String> gaps() {
        Set<String> gaps = new TreeSet<>();
        theirs.forEach((command, flags) -> {
            if (ours.containsKey(command)) {
                flags.stream()
                        .filter(flag -> !ours.get(command).contains(flag))
                        .forEach(flag -> gaps.add(command + " --" + flag));
            } else {
                gaps.add(command);
            }
        });
        return gaps;
    }

    /** The gaps that the notes give a reason for. */
    Set<String> explained() {
        return subjects(missing);
    }

    private static Set<String> subjects(List<Note> notes) {
        return notes.stream().flatMap(note -> note.subjects().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Subjects of "better" and "refused" that are no command, or no flag, of ours. */
    Set<String> unknown() {
        Set<String> unknown = subjects(better);
        unknown.addAll(subjects(refused));
        unknown.removeIf(subject -> {
            String[] parts = subject.split(" --");
            return ours.containsKey(parts[0])
                    && (parts.length == 1 || ours.get(parts[0]).contains(parts[1]));
        });
        return unknown;
    }

    /** The README's section. */
    String markdown() {
        Set<String> noted = new TreeSet<>(explained());
        noted.addAll(subjects(better));
        noted.addAll(subjects(refused));
        String same = theirs.keySet().stream()
                .filter(command -> ours.containsKey(command))
                .filter(command -> noted.stream()
                        .noneMatch(subject -> subject.equals(command) || subject.startsWith(command + " --")))
                .map(command -> "`" + command + "`")
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder("**The same flags, the same words:** " + same + ".\n\n");
        table(text, "better than `oc`", "how", better);
        table(text, "missing", "why", missing);
        table(text, "refused, with an error that says so", "why", refused);
        return text.toString().stripTrailing() + "\n";
    }

    private static void table(StringBuilder text, String subject, String remark, List<Note> notes) {
        text.append("| ").append(subject).append(" | ").append(remark).append(" |\n|---|---|\n");
        for (Note note : notes) {
            String subjects =
                    note.subjects().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
            text.append("| ").append(subjects).append(" | ").append(note.text()).append(" |\n");
        }
        text.append("\n");
    }
}
