package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.Map;

/**
 * What objects that are made together have in common.
 *
 * @param generatedBy the mark of the command that made them
 */
record NewObject(String name, Map<String, String> labels, String generatedBy) {

    NewObject named(String other) {
        return new NewObject(other, labels, generatedBy);
    }

    /** The beginning of the object: kind, version and metadata. */
    ObjectNode body(String kind, String apiVersion) {
        ObjectNode body = Json.object().put("kind", kind).put("apiVersion", apiVersion);
        ObjectNode metadata = body.putObject("metadata").put("name", name);
        if (!labels.isEmpty()) {
            ObjectNode labelNode = metadata.putObject("labels");
            labels.forEach(labelNode::put);
        }
        metadata.putObject("annotations").put("openshift.io/generated-by", generatedBy);
        return body;
    }
}
