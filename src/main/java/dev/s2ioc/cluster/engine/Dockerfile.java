package dev.s2ioc.cluster.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Dockerfile as text that can be read and changed; lines that are not concerned stay as they were written. */
public final class Dockerfile {
    private static final Pattern ESCAPE = Pattern.compile("(?i)^#\\s*escape\\s*=\\s*(\\S)\\s*$");
    private static final Pattern HEREDOC = Pattern.compile("<<-?[\"']?([A-Za-z_][A-Za-z0-9_]*)[\"']?");

    private final List<String> lines;
    private final List<Instruction> instructions = new ArrayList<>();

    private Dockerfile(List<String> lines) {
        this.lines = lines;
    }

    public static Dockerfile parse(String text) {
        Dockerfile file = new Dockerfile(text.lines().toList());
        String escape = file.lines.isEmpty() ? "\\" : escape(file.lines.getFirst());
        int next = 0;
        while (next < file.lines.size()) {
            next = file.read(next, escape);
        }
        return file;
    }

    private static String escape(String firstLine) {
        Matcher matcher = ESCAPE.matcher(firstLine);
        return matcher.matches() ? matcher.group(1) : "\\";
    }

    /** Reads what starts at a line and returns the line after it. */
    private int read(int first, String escape) {
        if (isComment(lines.get(first)) || lines.get(first).isBlank()) {
            return first + 1;
        }
        StringBuilder joined = new StringBuilder();
        int last = first;
        boolean open = true;
        for (int i = first; open && i < lines.size(); i++) {
            String line = lines.get(i);
            if (i > first && (isComment(line) || line.isBlank())) {
                continue;
            }
            String stripped = line.stripTrailing();
            open = stripped.endsWith(escape);
            joined.append(open ? stripped.substring(0, stripped.length() - 1) : line);
            last = i;
        }
        String[] words = joined.toString().strip().split("\\s+", 2);
        Instruction read =
                new Instruction(words[0].toUpperCase(Locale.ROOT), words.length > 1 ? words[1] : "", first, last);
        instructions.add(read);
        return endOfHeredocs(read) + 1;
    }

    private int endOfHeredocs(Instruction instruction) {
        int end = instruction.last();
        if (List.of("RUN", "COPY", "ADD").contains(instruction.keyword())) {
            Matcher heredoc = HEREDOC.matcher(instruction.arguments());
            while (heredoc.find()) {
                int line = end + 1;
                while (line < lines.size() && !lines.get(line).strip().equals(heredoc.group(1))) {
                    line++;
                }
                // A word that never comes was no heredoc but something like a shift in arithmetic.
                end = line < lines.size() ? line : end;
            }
        }
        return end;
    }

    private static boolean isComment(String line) {
        return line.stripLeading().startsWith("#");
    }

    /** The instructions that bring lines of their own. */
    List<Instruction> heredocs() {
        return instructions.stream()
                .filter(each -> endOfHeredocs(each) > each.last())
                .toList();
    }

    public List<Instruction> instructions() {
        return List.copyOf(instructions);
    }

    /** The images, other than earlier stages, that this one starts from or copies from, each once; build args are put in. */
    public List<String> baseImages(Map<String, String> buildArgs) {
        Set<String> images = new LinkedHashSet<>();
        Set<String> stages = new LinkedHashSet<>();
        int number = 0;
        for (Instruction step : instructions) {
            String image = expandFrom(imageOf(step), buildArgs);
            if (!image.isEmpty() && !image.equals("scratch") && !stages.contains(image.toLowerCase(Locale.ROOT))) {
                images.add(image);
            }
            if (step.keyword().equals("FROM")) {
                stages.add(Integer.toString(number++));
                alias(step).ifPresent(stages::add);
            }
        }
        return List.copyOf(images);
    }

    /** What FROM or COPY --from names; empty for every other instruction. */
    private static String imageOf(Instruction step) {
        return switch (step.keyword()) {
            case "FROM" -> step.operands().split("\\s+")[0];
            case "COPY" ->
                step.flags().stream()
                        .filter(flag -> flag.startsWith("--from="))
                        .map(flag -> flag.substring("--from=".length()))
                        .findFirst()
                        .orElse("");
            default -> "";
        };
    }

    private static Optional<String> alias(Instruction from) {
        String[] words = from.operands().split("\\s+");
        return words.length == 3 && words[1].equalsIgnoreCase("as")
                ? Optional.of(words[2].toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** With other images where FROM and COPY --from name these, letter for letter; what a stage is called stays a stage. */
    public Dockerfile withImages(Map<String, String> replacements) {
        List<String> changed = new ArrayList<>(lines);
        Set<String> stages = new LinkedHashSet<>();
        int number = 0;
        for (Instruction step : instructions) {
            String image = imageOf(step);
            boolean isFrom = step.keyword().equals("FROM");
            if (replacements.containsKey(image) && (isFrom || !stages.contains(image.toLowerCase(Locale.ROOT)))) {
                replace(changed, step, image, replacements.get(image));
            }
            if (isFrom) {
                stages.add(Integer.toString(number++));
                alias(step).ifPresent(stages::add);
            }
        }
        return parse(String.join("\n", changed));
    }

    /** In the line that names it: the others of a continued instruction stay. */
    private static void replace(List<String> lines, Instruction step, String image, String replacement) {
        Pattern name = Pattern.compile("(?<=[\\s=]|^)" + Pattern.quote(image) + "(?=\\s|$)");
        for (int i = step.first(); i <= step.last(); i++) {
            Matcher found = name.matcher(lines.get(i));
            if (found.find()) {
                lines.set(i, found.replaceFirst(Matcher.quoteReplacement(replacement)));
                return;
            }
        }
    }

    /** ARGs before the first FROM are what FROM may name. */
    private String expandFrom(String image, Map<String, String> buildArgs) {
        Variables variables = new Variables();
        for (Instruction instruction : instructions) {
            if (instruction.keyword().equals("FROM")) {
                break;
            }
            if (instruction.keyword().equals("ARG")) {
                variables.declare(instruction.arguments(), buildArgs);
            }
        }
        return variables.expand(image);
    }

    /** The image that the last stage starts from, as it is written. */
    public Optional<String> lastFrom() {
        List<Instruction> froms = froms();
        return froms.isEmpty()
                ? Optional.empty()
                : Optional.of(froms.getLast().operands().split("\\s+")[0]);
    }

    /** With another image for the last stage. */
    public Dockerfile withLastFrom(String image) {
        List<Instruction> froms = froms();
        if (froms.isEmpty()) {
            return this;
        }
        Instruction from = froms.getLast();
        List<String> words = new ArrayList<>(List.of("FROM"));
        words.addAll(from.flags());
        words.add(image);
        String[] old = from.operands().split("\\s+");
        words.addAll(List.of(old).subList(1, old.length));
        List<String> changed = new ArrayList<>(lines.subList(0, from.first()));
        changed.add(String.join(" ", words));
        changed.addAll(lines.subList(from.last() + 1, lines.size()));
        return parse(String.join("\n", changed));
    }

    /** With a line after each FROM. */
    public Dockerfile withAfterEachFrom(String line) {
        List<String> changed = new ArrayList<>(lines);
        for (Instruction from : froms().reversed()) {
            changed.add(from.last() + 1, line);
        }
        return parse(String.join("\n", changed));
    }

    public Dockerfile withAtEnd(String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.add(line);
        return parse(String.join("\n", changed));
    }

    /** The text, ending in a line end. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }

    private List<Instruction> froms() {
        return instructions.stream()
                .filter(each -> each.keyword().equals("FROM"))
                .toList();
    }
}
