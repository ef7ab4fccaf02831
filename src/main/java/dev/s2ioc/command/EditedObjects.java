package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.print.ObjectLists;
import dev.s2ioc.print.PrintOptions;
import dev.s2ioc.print.Printers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The file that a user edits: instructions, what went wrong the last time, the objects. */
final class EditedObjects {
    private static final String INSTRUCTIONS = """
            # Please edit the object below. Lines beginning with a '#' will be ignored,
            # and an empty file will abort the edit. If an error occurs while saving this file will be
            # reopened with the relevant failures.
            #
            """;

    private final Path file;
    private final String lineEnd;

    private EditedObjects(Path file, String lineEnd) {
        this.file = file;
        this.lineEnd = lineEnd;
    }

    static EditedObjects create(String format, boolean windowsLineEndings) throws IOException {
        return new EditedObjects(Files.createTempFile("s2ioc-edit-", "." + format), windowsLineEndings ? "\r\n" : "\n");
    }

    Path file() {
        return file;
    }

    /** The text of the objects: one alone, several as a list. */
    static String text(List<ObjectNode> objects, String format) throws IOException {
        JsonNode whole = objects.size() == 1 ? objects.getFirst() : ObjectLists.of(objects);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
        // What must not be edited has been taken out already.
        Printers.forFormat(new PrintOptions(format, "", true, true, false, Path::of))
                .print(ObjectLists.sorted(whole), out);
        return text.toString(StandardCharsets.UTF_8);
    }

    void write(List<String> complaints, String text) throws IOException {
        String notes = complaints.stream()
                .flatMap(String::lines)
                .map(line -> "# " + line + "\n")
                .collect(Collectors.joining());
        String whole = INSTRUCTIONS + notes + (notes.isEmpty() ? "" : "#\n") + text;
        Files.writeString(file, whole.replace("\n", lineEnd));
    }

    /** What the user has left, without the lines that do not count. */
    String read() throws IOException {
        return Files.readString(file)
                .replace("\r\n", "\n")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
