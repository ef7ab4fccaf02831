package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Manifests mean what they mean to kubectl and oc, word for word. */
class GoYamlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0644 | 420",
                "-010 | -8",
                "0o644 | 420",
                "0x1F | 31",
                "-0x1F | -31",
                "0b101 | 5",
                "1_000 | 1000",
                "+5 | 5",
                "12345678901234567890 | 12345678901234567890",
                "089 | 89",
                "0 | 0",
                "1e3 | 1000",
                "+.5 | 0.5",
                "1_0.5 | 10.5",
                "yes | true",
                "On | true",
                "y | true",
                "no | false",
                "OFF | false",
                "n | false",
                "~ | null",
                "Null | null",
                "yEs | \"yEs\"",
                "nULL | \"nULL\"",
                "0x | \"0x\"",
                "0b12 | \"0b12\"",
                "_1 | \"_1\"",
                "1:20 | \"1:20\"",
                "2001-01-01 | \"2001-01-01\"",
                "2001-01-01T00:00:00Z | \"2001-01-01T00:00:00Z\"",
                "1.2.3 | \"1.2.3\"",
                "'0644' | \"0644\"",
                "!!str yes | \"yes\"",
                "!!int \"07\" | 7",
                "!!binary aGVsbG8= | \"hello\"",
            },
            quoteCharacter = '`')
    void a_word(String written, String read) {
        assertEquals("{\"a\":" + read + "}", read("a: " + written));
    }

    @Test
    void keys_too() {
        assertEquals("{\"true\":1,\"16\":2}", read("on: 1\n0x10: 2"));
    }

    @Test
    void merged_maps() {
        assertEquals(
                "{\"base\":{\"a\":1,\"b\":2},\"own\":{\"a\":1,\"b\":3}}",
                read("base: &base {a: 1, b: 2}\nown: {<<: *base, b: 3}").replace("\"b\":3,\"a\":1", "\"a\":1,\"b\":3"));
    }

    @Test
    void of_a_key_given_twice_the_last_one_counts() {
        assertEquals("{\"a\":2}", read("a: 1\na: 2"));
    }

    @Test
    void what_is_no_yaml_is_told_in_a_line() {
        assertEquals(
                "error parsing f.yaml: error converting YAML to JSON: yaml: line 3: mapping values are not allowed here (column 6)",
                refusal("kind: A\nmetadata:\n b: c: d\n"));
        assertEquals("error parsing f.yaml: JSON has no number .Inf", refusal("kind: A\na: .Inf\n"));
        assertEquals("error parsing f.yaml: JSON has no number 1e999", refusal("kind: A\na: 1e999\n"));
        assertEquals(
                "error parsing f.yaml: error converting YAML to JSON: yaml: line 1:"
                        + " expected the node content, but found '<stream end>' (column 10)",
                refusal("{\"kind\": "));
        assertEquals("unable to decode \"f.yaml\": Object 'Kind' is missing", refusal("metadata: {}"));
    }

    private static String read(String text) {
        return Manifest.document("text", text).toString();
    }

    private static String refusal(String text) {
        return assertThrows(SelectionException.class, () -> Manifest.parse("f.yaml", text))
                .getMessage();
    }
}
