package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How objects are called.
 *
 * @param namespace the one that goes without saying; empty for none
 */
record Names(String namespace) {

    /** {@code bc/app}, or {@code bc/app[other]} of another namespace. */
    String of(String kind, JsonNode object) {
        return of(kind, Fields.namespace(object), Fields.name(object));
    }

    String of(String kind, String where, String name) {
        String own = kind + "/" + name;
        return where.isEmpty() || where.equals(namespace) ? own : own + "[" + where + "]";
    }

    /** {@code istag/app:latest}, or {@code other/app:latest} of another namespace; other images by their own name. */
    String of(Image image) {
        if (!image.isTag()) {
            return image.name();
        }
        return image.namespace().equals(namespace) ? "istag/" + image.name() : image.namespace() + "/" + image.name();
    }
}
