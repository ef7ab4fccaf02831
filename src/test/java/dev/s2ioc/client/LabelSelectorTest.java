package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSelectorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | true",
                "a=b | true",
                "a==b,c=d | true",
                "a = b | true",
                "a=x | false",
                "a!=x | true",
                "a!=b | false",
                "z!=b | true",
                "a in (b,x),c | true",
                "a in (x, y) | false",
                "a notin (x) | true",
                "z notin (x) | true",
                "z in (x) | false",
                "z | false",
                "!z,!y | true",
                "!a | false",
                "app.kubernetes.io/name=n | true"
            })
    void selects_as_a_server_does(String selector, boolean selected) throws IOException {
        assertEquals(
                selected,
                LabelSelector.parse(selector == null ? "" : selector)
                        .matches(
                                Json.parse(
                                        "{\"metadata\":{\"labels\":{\"a\":\"b\",\"c\":\"d\",\"app.kubernetes.io/name\":\"n\"}}}")));
    }

    @Test
    void what_is_none_is_refused() {
        SelectionException refusal = assertThrows(SelectionException.class, () -> LabelSelector.parse("a=b,,c"));
        assertEquals(
                "unable to parse requirement: \"\" is no label requirement; write it as a=b, a!=b, a in (b,c), a or !a",
                refusal.getMessage());
    }

    @Test
    void is_written_as_objects_carry_it() {
        assertEquals(
                "{\"matchLabels\":{\"a\":\"b\"},\"matchExpressions\":[{\"key\":\"c\",\"operator\":\"NotIn\","
                        + "\"values\":[\"d\"]},{\"key\":\"e\",\"operator\":\"Exists\"}]}",
                LabelSelector.parse("a=b,c!=d,e").toJson().toString());
    }
}
