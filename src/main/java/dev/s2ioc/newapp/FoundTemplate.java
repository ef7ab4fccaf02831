package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A template that was found.
 *
 * @param asked the user's word for it
 * @param project where it is, or for a file where its objects will be
 */
record FoundTemplate(String asked, String project, ObjectNode body) {

    String name() {
        return body.path("metadata").path("name").asText("");
    }

    String qualifiedName() {
        return project + "/" + name();
    }
}
