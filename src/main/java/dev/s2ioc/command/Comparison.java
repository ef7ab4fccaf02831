package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.print.YamlText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Two directories of objects, as they are and as they would be, and the program that compares them. */
final class Comparison implements AutoCloseable {
    private final CommandContext context;
    private final boolean managedFields;
    private final Path live;
    private final Path merged;

    Comparison(CommandContext context, boolean managedFields) throws IOException {
        this.context = context;
        this.managedFields = managedFields;
        this.live = Files.createTempDirectory("LIVE-");
        this.merged = Files.createTempDirectory("MERGED-");
    }

    void add(AppliedObjects.Applied applied) throws IOException {
        ManifestObject manifest = applied.manifest();
        ResourceType type = manifest.selection().type();
        String name = Stream.of(
                        type.apiVersion().replace('/', '.'),
                        type.kind(),
                        manifest.selection().namespace().orElse(""),
                        manifest.name())
                .reduce((a, b) -> a + "." + b)
                .orElseThrow()
                .replaceAll("[/:]", "_");
        JsonNode before = cleaned(applied.live());
        JsonNode after = cleaned(applied.merged());
        if (type.qualified().equals("secrets")) {
            MaskedSecret.mask(before, after);
        }
        if (before.isObject()) {
            Files.writeString(live.resolve(name), YamlText.of(before));
        }
        Files.writeString(merged.resolve(name), YamlText.of(after));
    }

    private JsonNode cleaned(JsonNode object) {
        JsonNode copy = object.deepCopy();
        if (!managedFields && copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return copy;
    }

    /** Prints the differences; whether there are any. */
    boolean print() throws IOException, InterruptedException {
        Optional<String> named = context.surroundings().variable("KUBECTL_EXTERNAL_DIFF");
        List<String> words =
                new ArrayList<>(List.of(named.orElse("diff -u -N").strip().split(" +")));
        words.add(live.toString());
        words.add(merged.toString());
        Process process;
        try {
            process = start(words);
        } catch (IOException e) {
            if (named.isPresent()) {
                throw new CommandFailure("failed to run \"" + named.get() + "\": " + e.getMessage(), 2);
            }
            return printOwn();
        }
        process.getInputStream().transferTo(context.streams().out());
        int code = process.waitFor();
        if (code > 1) {
            throw new CommandFailure(
                    "\"" + String.join(" ", words.subList(0, words.size() - 2)) + "\" ended with " + code, code);
        }
        return code == 1;
    }

    private Process start(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(context.surroundings().workingDirectory().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(context.surroundings().environment());
        return builder.start();
    }

    /** Where there is no diff program, as on Windows. */
    private boolean printOwn() throws IOException {
        boolean different = false;
        try (Stream<Path> files = Files.list(merged)) {
            for (Path after : files.sorted().toList()) {
                Path before = live.resolve(after.getFileName());
                byte[] old = Files.exists(before) ? Files.readAllBytes(before) : new byte[0];
                different |= printOwn(before, new RawText(old), after, new RawText(Files.readAllBytes(after)));
            }
        }
        return different;
    }

    private boolean printOwn(Path beforeFile, RawText before, Path afterFile, RawText after) throws IOException {
        EditList edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, before, after);
        if (edits.isEmpty()) {
            return false;
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(text)) {
            formatter.format(edits, before, after);
        }
        context.streams().out().println("diff -u -N " + beforeFile + " " + afterFile);
        context.streams().out().println("--- " + beforeFile);
        context.streams().out().println("+++ " + afterFile);
        text.writeTo(context.streams().out());
        return true;
    }

    @Override
    public void close() throws IOException {
        for (Path directory : List.of(live, merged)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
