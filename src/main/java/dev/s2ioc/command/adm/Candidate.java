package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something that has ended and may be removed.
 *
 * @param owner what it was made from: a namespace, a slash and a name; ends in the slash if that is not known
 * @param complete whether it ended well
 */
record Candidate(String namespace, String name, String created, String owner, boolean complete) {

    static Candidate of(JsonNode object, String owner, boolean complete) {
        JsonNode metadata = object.path("metadata");
        String namespace = metadata.path("namespace").asText("");
        return new Candidate(
                namespace,
                metadata.path("name").asText(),
                metadata.path("creationTimestamp").asText(""),
                namespace + "/" + owner,
                complete);
    }

    /** What an owner is found by. */
    static String key(JsonNode owner) {
        JsonNode metadata = owner.path("metadata");
        return metadata.path("namespace").asText("") + "/"
                + metadata.path("name").asText();
    }
}
