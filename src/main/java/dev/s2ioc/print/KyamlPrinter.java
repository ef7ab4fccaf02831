package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** {@code -o kyaml}: keys sorted; a line of dashes before every object. */
final class KyamlPrinter implements Printer {

    @Override
    public void print(JsonNode object, PrintStream out) {
        out.print(KyamlText.of(object));
    }
}
