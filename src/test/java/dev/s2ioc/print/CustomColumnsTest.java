package dev.s2ioc.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that the user names. */
class CustomColumnsTest {
    private static final String SPEC = "NAME:.metadata.name,PHASE:status.phase,SECS:{.status.duration}";
    private static final String BUILDS = """
            {"kind":"BuildList","apiVersion":"build.openshift.io/v1","items":[
             {"metadata":{"name":"sb-2"},"status":{"phase":"Complete","duration":9000000000}},
             {"metadata":{"name":"simple-builder-3"},"status":{"phase":"New","tags":["a","b"]}}]}
            """;

    @TempDir
    Path directory;

    @Test
    void a_list_is_a_table() throws IOException {
        assertEquals("""
                NAME               PHASE      SECS
                sb-2               Complete   9000000000
                simple-builder-3   New        <none>
                """, print(PrintOptions.of("custom-columns=" + SPEC)));
    }

    @Test
    void several_values_are_joined_and_headers_can_be_left_out() throws IOException {
        assertEquals(
                "<none>   Build\na,b      Build\n",
                print(new PrintOptions(
                        "custom-columns=TAGS:.status.tags[*],K:.kind", "", true, false, true, directory::resolve)));
    }

    @Test
    void columns_can_be_in_a_file() throws IOException {
        Files.writeString(directory.resolve("c.txt"), "NAME            X\nmetadata.name   .status\n");
        assertEquals(
                """
                NAME               X
                sb-2               map[duration:9000000000 phase:Complete]
                simple-builder-3   map[phase:New tags:[a b]]
                """, print(new PrintOptions("custom-columns-file=c.txt", "", true, false, false, directory::resolve)));
    }

    @Test
    void wrong_columns_are_refused() {
        assertEquals("custom-columns format specified but no custom columns given", refusal("custom-columns"));
        assertEquals(
                "unexpected custom-columns spec: NAME, expected <header>:<json-path-expr>",
                refusal("custom-columns=NAME"));
        assertEquals(
                "error reading custom-columns-file none.txt, no such file or directory",
                refusal("custom-columns-file=none.txt"));
        assertEquals(
                "unable to match a printer suitable for the output format \"foo\", allowed formats are:"
                        + " custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,"
                        + "jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml",
                refusal("foo"));
    }

    private String refusal(String output) {
        return assertThrows(
                        PrintException.class,
                        () -> print(new PrintOptions(output, "", true, false, false, directory::resolve)))
                .getMessage();
    }

    private static String print(PrintOptions options) throws IOException {
        JsonNode builds = new ObjectMapper().readTree(BUILDS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printers.forListing(options).print(builds, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
