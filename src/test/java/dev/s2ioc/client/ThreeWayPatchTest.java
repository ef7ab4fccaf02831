package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent so that an object becomes what its manifest says. */
class ThreeWayPatchTest {

    @Test
    void what_others_have_set_stays() throws IOException {
        assertEquals(
                "{}",
                patch("ConfigMap", "{\"data\":{\"a\":1}}", "{\"data\":{\"a\":1}}", "{\"data\":{\"a\":1,\"b\":2}}"));
    }

    @Test
    void what_the_manifest_no_longer_says_goes() throws IOException {
        assertEquals(
                "{\"data\":{\"b\":null}}",
                patch(
                        "ConfigMap",
                        "{\"data\":{\"a\":1,\"b\":2,\"c\":3}}",
                        "{\"data\":{\"a\":1}}",
                        "{\"data\":{\"a\":1,\"b\":2}}"));
    }

    @Test
    void what_others_have_changed_is_set_again() throws IOException {
        assertEquals(
                "{\"data\":{\"a\":1}}",
                patch("ConfigMap", "{\"data\":{\"a\":1}}", "{\"data\":{\"a\":1}}", "{\"data\":{\"a\":5}}"));
    }

    @Test
    void null_in_a_manifest_removes() throws IOException {
        assertEquals("{\"a\":null}", patch("ConfigMap", "{}", "{\"a\":null,\"b\":null}", "{\"a\":1}"));
    }

    @Test
    void elements_with_a_key_are_merged() throws IOException {
        assertEquals(
                "{\"$setElementOrder/secrets\":[{\"name\":\"a\"},{\"name\":\"c\"}],\"secrets\":[{\"name\":\"c\"},"
                        + "{\"$patch\":\"delete\",\"name\":\"b\"}]}",
                patch(
                        "ServiceAccount",
                        "{\"secrets\":[{\"name\":\"a\"},{\"name\":\"b\"}]}",
                        "{\"secrets\":[{\"name\":\"a\"},{\"name\":\"c\"}]}",
                        "{\"secrets\":[{\"name\":\"a\"},{\"name\":\"b\"},{\"name\":\"others\"}]}"));
    }

    @Test
    void elements_within_elements_are_merged() throws IOException {
        String manifest = "{\"spec\":{\"containers\":[{\"name\":\"x\",\"env\":[{\"name\":\"A\",\"value\":\"2\"}]}]}}";
        assertEquals(
                "{\"spec\":{\"$setElementOrder/containers\":[{\"name\":\"x\"}],\"containers\":[{"
                        + "\"$setElementOrder/env\":[{\"name\":\"A\"}],\"env\":[{\"value\":\"2\",\"name\":\"A\"}],\"name\":\"x\"}]}}",
                patch("Pod", manifest.replace("2", "1"), manifest, manifest.replace("2", "1")));
    }

    @Test
    void lists_without_a_key_are_replaced() throws IOException {
        assertEquals(
                "{\"spec\":{\"triggers\":[{\"type\":\"ConfigChange\"}]}}",
                patch(
                        "BuildConfig",
                        "{}",
                        "{\"spec\":{\"triggers\":[{\"type\":\"ConfigChange\"}]}}",
                        "{\"spec\":{\"triggers\":[{\"type\":\"GitHub\"},{\"type\":\"ConfigChange\"}]}}"));
    }

    @Test
    void unknown_types_and_image_streams_are_sent_a_plain_merge_patch() {
        assertEquals(
                "application/merge-patch+json",
                ThreeWayPatch.of(type("example.com", "Thing")).contentType());
        assertEquals(
                "application/merge-patch+json",
                ThreeWayPatch.of(KnownTypes.IMAGE_STREAM).contentType());
        assertEquals(
                "application/strategic-merge-patch+json",
                ThreeWayPatch.of(type("build.openshift.io", "BuildConfig")).contentType());
    }

    private static String patch(String kind, String before, String manifest, String stored) throws IOException {
        return ThreeWayPatch.of(type("", kind))
                .between(Json.parse(before), Json.parse(manifest), Json.parse(stored))
                .toString();
    }

    private static ResourceType type(String group, String kind) {
        return new ResourceType(group, "v1", kind + "s", kind, kind, true, List.of(), List.of(), List.of());
    }
}
