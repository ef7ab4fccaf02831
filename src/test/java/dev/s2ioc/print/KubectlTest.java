package dev.s2ioc.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What kubectl 1.32 printed, or refused, for the same object: templates of both kinds, and strings in YAML. */
class KubectlTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> templates() throws IOException {
        JsonNode object = golden("kubectl-object.json");
        return golden("kubectl-templates.json").valueStream().map(row -> {
            String output =
                    row.path("format").asText() + "=" + row.path("template").asText();
            return DynamicTest.dynamicTest(output, () -> {
                if (row.path("fails").asBoolean()) {
                    assertThrows(PrintException.class, () -> print(output, object));
                } else {
                    assertEquals(row.path("output").asText(), print(output, object));
                }
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> strings_in_yaml() throws IOException {
        return golden("kubectl-yaml.json")
                .valueStream()
                .map(row -> DynamicTest.dynamicTest(
                        row.path("value").toString(),
                        () -> assertEquals(
                                row.path("yaml").asText(),
                                "  "
                                        + print(
                                                        "yaml",
                                                        MAPPER.createObjectNode()
                                                                .set(
                                                                        "data",
                                                                        MAPPER.createObjectNode()
                                                                                .set("k", row.path("value"))))
                                                .substring("data:\n  ".length()))));
    }

    @Test
    void refusals_are_one_line() throws IOException {
        JsonNode object = golden("kubectl-object.json");
        assertEquals(
                "error parsing jsonpath {.spec, unclosed action", refusal(PrintOptions.of("jsonpath={.spec"), object));
        assertEquals(
                "error executing jsonpath \"{.spec.containers[5].name}\": array index out of bounds: index 5, length 3",
                refusal(PrintOptions.of("jsonpath={.spec.containers[5].name}"), object));
        assertEquals(
                "error executing jsonpath \"{.nope}\": nope is not found",
                refusal(new PrintOptions("jsonpath={.nope}", "", false, false, false, null), object));
        assertEquals(
                "error executing template \"{{.nope}}\": map has no entry for key \"nope\"",
                refusal(new PrintOptions("go-template={{.nope}}", "", false, false, false, null), object));
        assertEquals(
                "error executing template \"{{frob 1}}\": function \"frob\" not defined",
                refusal(PrintOptions.of("go-template={{frob 1}}"), object));
        assertEquals("template format specified but no template given", refusal(PrintOptions.of("jsonpath"), object));
    }

    @Test
    void a_path_without_braces_is_a_path() throws IOException {
        assertEquals("p", print("jsonpath=.metadata.name", golden("kubectl-object.json")));
        assertEquals("p", print("jsonpath={.metadata[\"name\"]}", golden("kubectl-object.json")));
    }

    @Test
    void numbers_of_any_kind() throws IOException {
        JsonNode object = MAPPER.readTree("{\"a\":9000000000,\"b\":1.50,\"c\":1e3,\"d\":1e30}");
        assertEquals("9000000000 1.5 1000 1e+30", print("go-template={{.a}} {{.b}} {{.c}} {{.d}}", object));
        assertEquals("a: 9000000000\nb: 1.5\nc: 1000\nd: 1e+30\n", print("yaml", object));
    }

    private static String refusal(PrintOptions options, JsonNode object) {
        return assertThrows(
                        PrintException.class,
                        () -> Printers.forFormat(options).print(object, new PrintStream(new ByteArrayOutputStream())))
                .getMessage();
    }

    private static String print(String output, JsonNode object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printers.forFormat(PrintOptions.of(output)).print(object, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream in = KubectlTest.class.getResourceAsStream("/golden/print/" + name)) {
            return MAPPER.readTree(in);
        }
    }
}
