package dev.s2ioc.command.create;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The flags that say what a config map or a secret holds. */
public final class DataFlags {

    @Option(
            names = "--from-file",
            paramLabel = "[KEY=]FILE",
            description = "A file's content under its name, or another key; of a directory, all its files.")
    List<String> files = List.of();

    @Option(names = "--from-literal", paramLabel = "KEY=VALUE", description = "A value; may be repeated.")
    List<String> literals = List.of();

    @Option(
            names = "--from-env-file",
            paramLabel = "FILE",
            description = "A file of KEY=VALUE lines; cannot be combined with the other sources.")
    List<String> envFiles = List.of();

    /** What the flags name, by key. */
    public Map<String, byte[]> read(CommandContext context, String kind, String name) throws IOException {
        if (!envFiles.isEmpty() && !(files.isEmpty() && literals.isEmpty())) {
            throw new CommandFailure("from-env-file cannot be combined with from-file or from-literal");
        }
        Entries entries = new Entries(kind, name);
        for (String file : files) {
            addFile(context, file, entries);
        }
        for (String literal : literals) {
            int equals = literal.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure("invalid literal source " + literal + ", expected key=value");
            }
            entries.add(
                    literal.substring(0, equals), literal.substring(equals + 1).getBytes(StandardCharsets.UTF_8));
        }
        for (String file : envFiles) {
            addLines(context, file, entries);
        }
        return entries.data;
    }

    private static void addFile(CommandContext context, String source, Entries entries) throws IOException {
        int equals = source.indexOf('=');
        String named = source.substring(equals + 1);
        if (equals == 0 || named.isEmpty()) {
            throw new CommandFailure((equals == 0 ? "key" : "file path") + " name for file path "
                    + source.replace("=", "") + " missing");
        }
        if (equals > 0 && named.contains("=")) {
            throw new CommandFailure("key names or file paths cannot contain '='");
        }
        Path path = context.surroundings().resolve(named);
        if (equals > 0 || !Files.isDirectory(path)) {
            String key = equals > 0
                    ? source.substring(0, equals)
                    : path.getFileName().toString();
            if (Files.isDirectory(path)) {
                throw new CommandFailure("cannot give a key name for a directory path");
            }
            entries.add(key, file(context, named));
            return;
        }
        try (Stream<Path> found = Files.list(path)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                entries.add(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private static void addLines(CommandContext context, String file, Entries entries) throws IOException {
        String text = new String(file(context, file), StandardCharsets.UTF_8);
        for (String line : text.lines().map(String::stripLeading).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String key = equals < 0 ? line : line.substring(0, equals);
            // A key alone takes its value from the environment.
            String value = equals < 0
                    ? context.surroundings().environment().getOrDefault(key, "")
                    : line.substring(equals + 1);
            entries.add(key, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The bytes of a file that a flag names. */
    static byte[] file(CommandContext context, String named) throws IOException {
        Path path = context.surroundings().resolve(named);
        if (!Files.exists(path)) {
            throw new CommandFailure("error reading " + named + ": no such file or directory");
        }
        return Files.readAllBytes(path);
    }

    /** The keys so far, each checked. */
    private record Entries(String kind, String name, Map<String, byte[]> data) {
        Entries(String kind, String name) {
            this(kind, name, new TreeMap<>());
        }

        void add(String key, byte[] value) {
            if (!key.matches("[-._a-zA-Z0-9]{1,253}") || key.equals(".") || key.startsWith("..")) {
                throw new CommandFailure("\"" + key + "\" is not a valid key name for a " + kind
                        + ": a key consists of letters, digits, '-', '_' and '.'");
            }
            if (data.putIfAbsent(key, value) != null) {
                throw new CommandFailure(
                        kind.equals("Secret")
                                ? "cannot add key " + key + ", another key by that name already exists"
                                : "cannot add key \"" + key + "\", another key by that name already exists in Data for "
                                        + kind + " \"" + name + "\"");
            }
        }
    }
}
