package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;

/** Prints objects without {@code metadata.managedFields}, which say who set which field and are long. */
final class WithoutManagedFields implements Printer {
    private final Printer printer;

    WithoutManagedFields(Printer printer) {
        this.printer = printer;
    }

    @Override
    public void print(JsonNode object, PrintStream out) throws IOException {
        JsonNode copy = object.deepCopy();
        strip(copy);
        copy.path("items").forEach(WithoutManagedFields::strip);
        printer.print(copy, out);
    }

    private static void strip(JsonNode object) {
        if (object.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
    }
}
