package dev.s2ioc.cluster.api.schema;

import java.util.Map;

/** A type of the API: what its fields are called, hold and mean. */
record Shape(String name, String description, Map<String, Field> fields) {
    /**
     * One of them.
     *
     * @param type string, integer, boolean, time, quantity, intstr, any, the name of a shape; {@code []} before it for a list
     *     and {@code map[]} around it for a map
     */
    record Field(String type, String description) {
        boolean isList() {
            return type.startsWith("[]");
        }

        boolean isMap() {
            return type.startsWith("map[");
        }

        /** What is in the list or map. */
        Field inner() {
            return new Field(isList() ? type.substring(2) : type.substring(4, type.length() - 1), "");
        }
    }
}
