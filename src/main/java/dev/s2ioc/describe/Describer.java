package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells a person what an object is and how it fares. */
public interface Describer {

    /** The description, ending in a newline. */
    String describe(JsonNode object);
}
