package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was applied on the client's side goes over to who applies on the server's side, and nothing else does. */
class ManagedFieldsTest {
    private static final String NOTE =
            "\"f:metadata\":{\"f:annotations\":{\"f:kubectl.kubernetes.io/last-applied-configuration\":{}}}";
    private static final String BEFORE = entry("oc", "Update", NOTE + ",\"f:data\":{\"f:old\":{}}");
    private static final String OTHER = entry("controller", "Update", "\"f:status\":{}");

    @Test
    void joins_what_the_new_manager_has_already() throws IOException {
        JsonNode object = object(BEFORE, entry("kubectl", "Apply", "\"f:data\":{\"f:new\":{}}"), OTHER);
        assertEquals(
                Optional.of(patch(entry("kubectl", "Apply", "\"f:data\":{\"f:new\":{},\"f:old\":{}}," + NOTE), OTHER)),
                ManagedFields.migration(object, "kubectl"));
    }

    @Test
    void becomes_the_new_manager_who_has_nothing_yet() throws IOException {
        assertEquals(
                Optional.of(patch(BEFORE.replace("\"oc\"", "\"me\"").replace("Update", "Apply"), OTHER)),
                ManagedFields.migration(object(BEFORE, OTHER), "me"));
    }

    @Test
    void fields_of_another_version_are_let_go() throws IOException {
        JsonNode object = object(BEFORE.replace("\"v1\"", "\"v0\""), entry("kubectl", "Apply", "\"f:data\":{}"));
        assertEquals(
                Optional.of(patch(entry("kubectl", "Apply", "\"f:data\":{}"))),
                ManagedFields.migration(object, "kubectl"));
    }

    @Test
    void nothing_to_do_where_nothing_was_applied_on_the_clients_side() throws IOException {
        assertEquals(Optional.empty(), ManagedFields.migration(object(OTHER), "kubectl"));
        assertEquals(Optional.empty(), ManagedFields.migration(Json.parse("{\"metadata\":{}}"), "kubectl"));
        assertEquals(Optional.empty(), ManagedFields.migration(object(entry("oc", "Apply", NOTE)), "kubectl"));
    }

    @Test
    void who_keeps_the_note() throws IOException {
        assertTrue(ManagedFields.isNoteApplied(object(OTHER, entry("kubectl-last-applied", "Apply", NOTE))));
        assertFalse(ManagedFields.isNoteApplied(object(BEFORE)));
    }

    private static String entry(String manager, String operation, String fields) {
        return "{\"manager\":\"" + manager + "\",\"operation\":\"" + operation
                + "\",\"apiVersion\":\"v1\",\"fieldsType\":\"FieldsV1\",\"fieldsV1\":{" + fields + "}}";
    }

    private static JsonNode object(String... entries) throws IOException {
        return Json.parse(
                "{\"metadata\":{\"resourceVersion\":\"7\",\"managedFields\":[" + String.join(",", entries) + "]}}");
    }

    private static ArrayNode patch(String... entries) throws IOException {
        return (ArrayNode) Json.parse("[{\"op\":\"replace\",\"path\":\"/metadata/managedFields\",\"value\":["
                + String.join(",", entries)
                + "]},{\"op\":\"replace\",\"path\":\"/metadata/resourceVersion\",\"value\":\"7\"}]");
    }
}
