package dev.s2ioc.cluster.api.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The three forms of patches, as their specifications and kubectl mean them. */
class PatchTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":"b"}             | {"a":"c"}                 | {"a":"c"}
                    {"a":"b"}             | {"b":"c"}                 | {"a":"b","b":"c"}
                    {"a":"b","b":"c"}     | {"a":null}                | {"b":"c"}
                    {"a":["b"]}           | {"a":"c"}                 | {"a":"c"}
                    {"a":{"b":"c"}}       | {"a":{"b":"d","c":null}}  | {"a":{"b":"d"}}
                    {"a":[{"b":"c"}]}     | {"a":[1]}                 | {"a":[1]}
                    {"e":null}            | {"a":1}                   | {"e":null,"a":1}
                    {}                    | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
                    """)
    void merge(String object, String patch, String expected) throws IOException {
        assertEquals(expected, apply("merge-patch", object, patch));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a":1}          | [{"op":"add","path":"/b","value":2}]            | {"a":1,"b":2}
                    {"a":[1,3]}      | [{"op":"add","path":"/a/1","value":2}]          | {"a":[1,2,3]}
                    {"a":[1]}        | [{"op":"add","path":"/a/-","value":2}]          | {"a":[1,2]}
                    {"a":1,"b":2}    | [{"op":"remove","path":"/a"}]                   | {"b":2}
                    {"a":[1,2]}      | [{"op":"replace","path":"/a/0","value":9}]      | {"a":[9,2]}
                    {"a":1}          | [{"op":"move","from":"/a","path":"/b"}]         | {"b":1}
                    {"a":{"x":1}}    | [{"op":"copy","from":"/a","path":"/b"}]         | {"a":{"x":1},"b":{"x":1}}
                    {"a/b":1}        | [{"op":"replace","path":"/a~1b","value":2}]     | {"a/b":2}
                    {"a":1}          | [{"op":"test","path":"/a","value":1}]           | {"a":1}
                    {"a":1}          | [{"op":"add","path":"","value":{"z":1}}]        | {"z":1}
                    """)
    void json_operations(String object, String patch, String expected) throws IOException {
        assertEquals(expected, apply("json-patch", object, patch));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"op\":\"remove\",\"path\":\"/none\"}]",
                "[{\"op\":\"replace\",\"path\":\"/none\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/none/deeper\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/list/7\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/a\"}]",
                "[{\"op\":\"test\",\"path\":\"/a\",\"value\":2}]",
                "[{\"op\":\"jump\",\"path\":\"/a\"}]",
                "[{\"op\":\"add\",\"path\":\"a\",\"value\":1}]",
                "[{\"op\":\"replace\",\"path\":\"\",\"value\":1}]",
                "[7]"
            })
    void operations_that_cannot_be_done_are_refused(String patch) {
        StatusException refusal =
                assertThrows(StatusException.class, () -> apply("json-patch", "{\"a\":1,\"list\":[1]}", patch));
        assertEquals(422, refusal.code());
    }

    @Test
    void what_is_no_patch_is_a_bad_request() {
        for (String body : new String[] {"{}", "nonsense", "7"}) {
            assertEquals(
                    400,
                    assertThrows(StatusException.class, () -> apply("json-patch", "{}", body))
                            .code());
        }
        assertEquals(
                400,
                assertThrows(StatusException.class, () -> apply("merge-patch", "{}", "[]"))
                        .code());
    }

    @Test
    void named_things_are_merged_by_their_name() throws IOException {
        assertEquals(
                "{\"kind\":\"ServiceAccount\",\"secrets\":[{\"name\":\"a\",\"x\":1},{\"name\":\"b\"}]}",
                strategic(
                        "{\"kind\":\"ServiceAccount\",\"secrets\":[{\"name\":\"a\"}]}",
                        "{\"secrets\":[{\"name\":\"a\",\"x\":1},{\"name\":\"b\"}]}"));
        assertEquals(
                "{\"kind\":\"ServiceAccount\",\"secrets\":[{\"name\":\"b\"}]}",
                strategic(
                        "{\"kind\":\"ServiceAccount\",\"secrets\":[{\"name\":\"a\"},{\"name\":\"b\"}]}",
                        "{\"secrets\":[{\"$patch\":\"delete\",\"name\":\"a\"}]}"));
        assertEquals(
                "{\"kind\":\"ImageStream\",\"spec\":{\"tags\":[{\"name\":\"v1\",\"reference\":true},{\"name\":\"v2\"}]}}",
                strategic(
                        "{\"kind\":\"ImageStream\",\"spec\":{\"tags\":[{\"name\":\"v1\"},{\"name\":\"v2\"}]}}",
                        "{\"spec\":{\"tags\":[{\"name\":\"v1\",\"reference\":true}]}}"));
    }

    @Test
    void other_lists_are_replaced() throws IOException {
        assertEquals(
                "{\"kind\":\"BuildConfig\",\"spec\":{\"triggers\":[{\"type\":\"ConfigChange\"}]}}",
                strategic(
                        "{\"kind\":\"BuildConfig\",\"spec\":{\"triggers\":[{\"type\":\"Generic\"},{\"type\":\"GitHub\"}]}}",
                        "{\"spec\":{\"triggers\":[{\"type\":\"ConfigChange\"}]}}"));
    }

    @Test
    void sets_of_texts_grow_and_shrink() throws IOException {
        assertEquals(
                "{\"metadata\":{\"finalizers\":[\"a\",\"b\"]}}",
                strategic("{\"metadata\":{\"finalizers\":[\"a\"]}}", "{\"metadata\":{\"finalizers\":[\"b\",\"a\"]}}"));
        assertEquals(
                "{\"metadata\":{\"finalizers\":[\"a\"]}}",
                strategic(
                        "{\"metadata\":{\"finalizers\":[\"a\",\"b\"]}}",
                        "{\"metadata\":{\"$deleteFromPrimitiveList/finalizers\":[\"b\"]}}"));
    }

    @Test
    void directives_replace_delete_retain_and_order() throws IOException {
        assertEquals(
                "{\"data\":{\"b\":\"2\"}}",
                strategic("{\"data\":{\"a\":\"1\"}}", "{\"data\":{\"$patch\":\"replace\",\"b\":\"2\"}}"));
        assertEquals("{\"data\":{}}", strategic("{\"data\":{\"a\":\"1\"}}", "{\"data\":{\"$patch\":\"delete\"}}"));
        assertEquals(
                "{\"spec\":{\"b\":2,\"c\":3}}",
                strategic("{\"spec\":{\"a\":1,\"b\":2}}", "{\"spec\":{\"$retainKeys\":[\"b\",\"c\"],\"c\":3}}"));
        assertEquals(
                "{\"kind\":\"ServiceAccount\",\"secrets\":[{\"name\":\"b\"},{\"name\":\"a\"},{\"name\":\"other\"}]}",
                strategic(
                        "{\"kind\":\"ServiceAccount\",\"secrets\":[{\"name\":\"a\"},{\"name\":\"other\"},{\"name\":\"b\"}]}",
                        "{\"$setElementOrder/secrets\":[{\"name\":\"b\"},{\"name\":\"a\"}]}"));
        assertEquals(
                400,
                assertThrows(StatusException.class, () -> strategic("{}", "{\"$patch\":\"explode\"}"))
                        .code());
    }

    private static String strategic(String object, String patch) throws IOException {
        return apply("strategic-merge-patch", object, patch);
    }

    private static String apply(String type, String object, String patch) throws IOException {
        return Patch.of("application/" + type + "+json", patch.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .applyTo((ObjectNode) Json.parse(object))
                .toString();
    }
}
