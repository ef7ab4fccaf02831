package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;

/** Writes an object, or a list object, in one output format. */
public interface Printer {

    /** @throws PrintException if the object does not fit what the user asked to see of it */
    void print(JsonNode object, PrintStream out) throws IOException;
}
