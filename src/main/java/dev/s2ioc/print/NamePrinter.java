package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;

/** {@code -o name}: one line {@code kind.group/name} for each object. */
public final class NamePrinter implements Printer {

    @Override
    public void print(JsonNode object, PrintStream out) {
        if (object.path("items").isArray()) {
            for (ObjectNode item : ObjectLists.items(object)) {
                print(item, out);
            }
            return;
        }
        out.print(nameOf(object) + "\n");
    }

    /** {@code build.build.openshift.io/app-1}; without the dot and group for the core group. */
    public static String nameOf(JsonNode object) {
        String apiVersion = object.path("apiVersion").asText("");
        int slash = apiVersion.indexOf('/');
        String kind = object.path("kind").asText("").toLowerCase(Locale.ROOT);
        String name = object.path("metadata").path("name").asText("<unknown>");
        return kind + (slash < 0 ? "" : "." + apiVersion.substring(0, slash)) + "/" + name;
    }
}
