package dev.s2ioc.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** JSON, YAML and names come out as oc prints them; recorded outputs are read and must print to themselves. */
class PrintersTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"new-build.yaml", "dockerfile.yaml", "new-app.yaml"})
    void yaml_as_recorded(String file) {
        String recorded = golden(file);
        assertEquals(recorded, print("yaml", MAPPER.valueToTree(load(recorded))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"configmap.kyaml", "pod.kyaml"})
    void kyaml_as_recorded(String file) {
        String recorded = golden(file);
        assertEquals(recorded, print("kyaml", MAPPER.valueToTree(load(recorded))));
    }

    @Test
    void json_as_recorded() throws IOException {
        String recorded = golden("new-build.json");
        assertEquals(recorded, print("json", MAPPER.readTree(recorded)));
    }

    @Test
    void names() throws IOException {
        assertEquals(
                "imagestream.image.openshift.io/fromd2\nbuildconfig.build.openshift.io/fromd2\n",
                print("name", MAPPER.readTree(golden("new-build.json"))));
        assertEquals("pod/x\n", print("name", json("{'kind':'Pod','apiVersion':'v1','metadata':{'name':'x'}}")));
    }

    @Test
    void a_server_says_the_kind_of_a_list_once() {
        JsonNode list =
                json("{'kind':'BuildList','apiVersion':'build.openshift.io/v1','items':[{'metadata':{'name':'a'}}]}");
        assertEquals("build.build.openshift.io/a\n", print("name", list));
        assertEquals("""
                apiVersion: v1
                items:
                - apiVersion: build.openshift.io/v1
                  kind: Build
                  metadata:
                    name: a
                kind: List
                metadata:
                  resourceVersion: ""
                """, print("yaml", ObjectLists.of(ObjectLists.items(list))));
    }

    @Test
    void managed_fields_are_left_out_unless_asked_for() {
        JsonNode list = json("{'items':[{'metadata':{'name':'a','managedFields':[1]}}]}");
        assertEquals("items:\n- metadata:\n    name: a\n", print("yaml", list));
        assertEquals(
                "items:\n- metadata:\n    managedFields:\n    - 1\n    name: a\n",
                print(new PrintOptions("yaml", "", true, true, false, null), list));
    }

    @Test
    void json_is_escaped_as_go_does() {
        assertEquals(
                "\"\\u003ca\\u0026b\\u003e \\\" \\\\ \\n \\u0001 ä\"\n",
                print("json", json("'<a&b> \\\" \\\\ \\n \\u0001 ä'")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "true          | \"true\"",
                "no            | \"no\"",
                "12            | \"12\"",
                "0x1f          | \"0x1f\"",
                "1e3           | \"1e3\"",
                "12:30         | \"12:30\"",
                "2026-11-23T05:15:59Z | \"2026-11-23T05:15:59Z\"",
                "2026-11-23    | \"2026-11-23\"",
                "1.2.3         | 1.2.3",
                "a: b          | 'a: b'",
                "a:b           | a:b",
                "a #b          | 'a #b'",
                "it's          | it's",
                "[x]           | '[x]'",
                "'q'           | '''q'''",
                "-             | '-'",
                "-x            | -x",
                "*             | '*'",
                "sha256:abc    | sha256:abc",
                "x, y          | x, y",
                "Überfluß      | Überfluß",
            })
    void strings_are_quoted_where_they_would_read_as_something_else(String value, String yaml) {
        assertEquals(yaml + "\n", YamlText.of(MAPPER.getNodeFactory().textNode(value)));
    }

    @Test
    void text_of_several_lines_is_a_block() {
        assertEquals("a: |\n  x\n   y\n\n  z\n", print("yaml", json("{'a':'x\\n y\\n\\nz\\n'}")));
        assertEquals("a: |2-\n   x\n  y\n", print("yaml", json("{'a':' x\\ny'}")));
        assertEquals("a: |+\n  x\n\n", print("yaml", json("{'a':'x\\n\\n'}")));
        assertEquals("a: \"x \\ny\"\n", print("yaml", json("{'a':'x \\ny'}")));
        assertEquals("a: \"x\\ty\"\n", print("yaml", json("{'a':'x\\ty'}")));
    }

    @Test
    void long_text_is_folded_at_a_blank_behind_column_80() {
        String word = "123456789 ";
        assertEquals(
                "a: x" + word.repeat(7) + "123456789\n  " + word.repeat(1) + "end\n",
                print("yaml", json("{'a':'x" + word.repeat(9) + "end'}")));
    }

    @Test
    void keys_are_in_natural_order() {
        assertEquals("_: 1\na2: 1\na10: 1\nb: 1\n", print("yaml", json("{'a10':1,'b':1,'_':1,'a2':1}")));
        assertEquals("a-b: 1\na.b: 1\nab: 1\n", print("yaml", json("{'ab':1,'a.b':1,'a-b':1}")));
    }

    /** Whatever the string: a YAML reader gets it back. */
    @RepeatedTest(200)
    void strings_survive(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String letters = "ab:#-?'\" \n\t[]{}&*!|>%@`,.~\\é\u2028😀0";
        int[] drawn = random.ints(random.nextInt(120), 0, letters.codePointCount(0, letters.length()))
                .map(i -> letters.codePointAt(letters.offsetByCodePoints(0, i)))
                .toArray();
        String value = new String(drawn, 0, drawn.length);
        String yaml = print("yaml", MAPPER.createObjectNode().put("k", value));
        assertEquals(Map.of("k", value), load(yaml), yaml);
    }

    @Test
    void an_unknown_format_is_answered_with_the_known_ones() {
        PrintException refused = assertThrows(PrintException.class, () -> Printers.forFormat(PrintOptions.of("foo")));
        assertEquals(
                "unable to match a printer suitable for the output format \"foo\", allowed formats are: "
                        + "go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,yaml",
                refused.getMessage());
    }

    private static Object load(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static JsonNode json(String singleQuoted) {
        try {
            return MAPPER.readTree(singleQuoted.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String print(String format, JsonNode object) {
        return print(PrintOptions.of(format), object);
    }

    private static String print(PrintOptions options, JsonNode object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Printers.forFormat(options).print(object, new PrintStream(out, true, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String golden(String name) {
        try (InputStream in = PrintersTest.class.getResourceAsStream("/golden/print/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
