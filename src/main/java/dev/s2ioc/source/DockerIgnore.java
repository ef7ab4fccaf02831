package dev.s2ioc.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A file in the format of {@code .dockerignore}: globs from the root of the context, {@code !} takes back, the last one
 * that matches the path or a directory above it decides. {@code .s2iignore} is the same without {@code **}.
 */
final class DockerIgnore implements Rules {

    private record Line(String words, Pattern pattern, boolean takesBack) {}

    private final String context;
    private final List<Line> lines;

    private DockerIgnore(String context, List<Line> lines) {
        this.context = context;
        this.lines = lines;
    }

    /**
     * @param name the file, relative to the root
     * @param context the directory that its globs start from, relative to the root; empty for the root itself
     */
    static DockerIgnore read(Path root, String name, String context) throws IOException {
        boolean anyDepth = !name.endsWith(".s2iignore");
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String raw : new String(Files.readAllBytes(root.resolve(name)), StandardCharsets.UTF_8).split("\r?\n")) {
            number++;
            String text = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
            if (!text.startsWith("#") && !text.isBlank()) {
                line(name + ":" + number, text.strip(), anyDepth).ifPresent(lines::add);
            }
        }
        return new DockerIgnore(context, List.copyOf(lines));
    }

    private static Optional<Line> line(String place, String text, boolean anyDepth) throws SourceException {
        boolean takesBack = text.startsWith("!");
        String glob = clean(takesBack ? text.substring(1).strip() : text);
        if (glob.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Line(place + ": " + text, Pattern.compile(Glob.toRegex(glob, anyDepth)), takesBack));
        } catch (PatternSyntaxException e) {
            throw new SourceException(place + ": \"" + text + "\" is not a valid pattern", e);
        }
    }

    /** Drops empty segments, {@code .} and {@code ..} as a file system would. */
    private static String clean(String glob) {
        List<String> segments = new ArrayList<>();
        for (String segment : glob.split("/")) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.removeLast();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return String.join("/", segments);
    }

    @Override
    public Optional<String> dropping(String path, boolean directory) {
        if (!isInContext(path)) {
            return Optional.empty();
        }
        String inContext = context.isEmpty() ? path : path.substring(context.length() + 1);
        return lines.reversed().stream()
                .filter(line -> matches(line.pattern(), inContext))
                .findFirst()
                .filter(line -> !line.takesBack())
                .map(Line::words);
    }

    private boolean isInContext(String path) {
        return context.isEmpty() || path.startsWith(context + "/");
    }

    private static boolean matches(Pattern pattern, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (pattern.matcher(path.substring(0, end)).matches()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean mayKeepBelow(String directory) {
        return lines.stream().anyMatch(Line::takesBack);
    }
}
