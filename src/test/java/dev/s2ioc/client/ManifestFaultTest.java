package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is told on one line, with its place. */
class ManifestFaultTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: b: c | error converting YAML to JSON: yaml: line 1: mapping values are not allowed here (column 5)",
                "x: 1~a: 'b~c: d | error converting YAML to JSON: yaml: line 3: found unexpected end of stream (column 5)",
                "{ | error converting YAML to JSON: yaml: line 1: expected the node content, but found '<stream end>' (column 2)",
                "a: *y | error converting YAML to JSON: yaml: line 1: found undefined alias y (column 4)",
                "- a | not an object"
            })
    void faults(String text, String words) {
        SelectionException told =
                assertThrows(SelectionException.class, () -> Manifest.parse("x.yaml", text.replace('~', '\n')));
        assertEquals("error parsing x.yaml: " + words, told.getMessage());
    }
}
