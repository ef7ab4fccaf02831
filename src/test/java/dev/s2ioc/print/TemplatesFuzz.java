package dev.s2ioc.print;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.s2ioc.print.gotemplate.GoTemplate;
import dev.s2ioc.print.gotemplate.TemplateException;
import dev.s2ioc.print.jsonpath.JsonPath;
import dev.s2ioc.print.jsonpath.JsonPathException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Any text as a template, in each of the languages. The first byte chooses. */
public final class TemplatesFuzz {
    private static final String OBJECT = """
            {"kind":"List","n":3,"f":1.5,"b":true,"z":null,"items":[
              {"metadata":{"name":"a","labels":{"x.y/z":"1"}},"status":{"phase":"New","list":[1,2,3]}},
              {"metadata":{"name":"b"},"status":{}}]}
            """;

    private TemplatesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String text = new String(Arrays.copyOfRange(input, 1, input.length), StandardCharsets.UTF_8);
        try {
            JsonNode object = new ObjectMapper().readTree(OBJECT);
            if (input[0] == 'g') {
                GoTemplate.parse(text).apply(object, true);
            } else {
                JsonPath.template(text).results(object, true);
            }
        } catch (TemplateException | JsonPathException e) {
            if (e.getMessage() == null) {
                throw new AssertionError("a refusal without a word", e);
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
