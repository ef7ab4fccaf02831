package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.print.YamlText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        String name = fileName(type, manifest.selection().namespace().orElse(""), manifest.name());
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

    /** An object that would not be there any more. */
    void addGone(ResourceType type, JsonNode object) {
        JsonNode metadata = object.path("metadata");
        ObjectNode before = Json.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        before.setAll((ObjectNode) cleaned(object));
        if (type.qualified().equals("secrets")) {
            MaskedSecret.mask(before, MissingNode.getInstance());
        }
        String name = fileName(
                type,
                metadata.path("namespace").asText(""),
                metadata.path("name").asText());
        try {
            Files.writeString(live.resolve(name), YamlText.of(before));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fileName(ResourceType type, String namespace, String name) {
        return String.join(".", type.apiVersion().replace('/', '.'), type.kind(), namespace, name)
                .replaceAll("[/:]", "_");
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
                throw new CommandFailure(
                        "failed to run \"" + named.get() + "\": executable file not found in $PATH", 2);
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
        Set<Path> names = new TreeSet<>();
        for (Path directory : List.of(live, merged)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.map(Path::getFileName).forEach(names::add);
            }
        }
        for (Path name : names) {
            Path before = live.resolve(name);
            Path after = merged.resolve(name);
            different |= printOwn(before, text(before), after, text(after));
        }
        return different;
    }

    private static RawText text(Path file) throws IOException {
        return new RawText(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
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
