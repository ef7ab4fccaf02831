package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** {@code -o yaml}: keys sorted; a line of dashes before every further object. */
final class YamlPrinter implements Printer {
    private boolean printed;

    @Override
    public void print(JsonNode object, PrintStream out) {
        if (printed) {
            out.print("---\n");
        }
        printed = true;
        out.print(YamlText.of(object));
    }
}
