package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain}: the layout is kubectl's, the words are the server's. */
class ExplainCommandTest {
    private static final String DOCUMENT = """
            {"components":{"schemas":{
              "x.BuildConfig":{"description":"How to build.","type":"object",
                "x-kubernetes-group-version-kind":[{"group":"build.openshift.io","version":"v1","kind":"BuildConfig"}],
                "properties":{
                  "spec":{"description":"What is wanted, in so many words that they do not all fit into a line of text.",
                    "allOf":[{"$ref":"#/components/schemas/x.Spec"}]},
                  "kind":{"type":"string"}}},
              "x.Spec":{"description":"The specification.","type":"object","required":["policy"],
                "properties":{
                  "policy":{"description":"In which order.","type":"string","enum":["Serial","Parallel","A","B","C"]},
                  "env":{"description":"Variables.","type":"array","items":{"$ref":"#/components/schemas/x.Env"}},
                  "labels":{"description":"Labels.","type":"object","additionalProperties":{"type":"string"}},
                  "again":{"$ref":"#/components/schemas/x.Spec"}}},
              "x.Env":{"description":"A variable.","type":"object","properties":{"name":{"type":"string"}}}
            }}}""";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void serve() {
        api.on(
                "GET /openapi/v3",
                "{\"paths\":{\"apis/build.openshift.io/v1\":{\"serverRelativeURL\":\"/openapi/v3/b?hash=1\"}}}");
        api.on("GET /openapi/v3/b?hash=1", DOCUMENT);
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void a_type() {
        assertEquals(new Ran(0, """
                GROUP:      build.openshift.io
                KIND:       BuildConfig
                VERSION:    v1

                DESCRIPTION:
                    How to build.
                   \s
                FIELDS:
                  kind	<string>
                    <no description>

                  spec	<Spec>
                    What is wanted, in so many words that they do not all fit into a line of
                    text.


                """, ""), run("explain", "bc"));
        assertEquals(List.of("GET /openapi/v3", "GET /openapi/v3/b?hash=1"), api.requests());
    }

    @Test
    void a_field() {
        assertEquals(new Ran(0, """
                GROUP:      build.openshift.io
                KIND:       BuildConfig
                VERSION:    v1

                FIELD: policy <string>
                ENUM:
                    Serial
                    Parallel
                    A
                    B
                    C

                DESCRIPTION:
                    In which order.
                   \s

                """, ""), run("explain", "buildconfigs.build.openshift.io.spec.policy"));
    }

    @Test
    void all_fields() {
        assertEquals(new Ran(0, """
                GROUP:      build.openshift.io
                KIND:       BuildConfig
                VERSION:    v1

                FIELD: spec <Spec>


                DESCRIPTION:
                    What is wanted, in so many words that they do not all fit into a line of
                    text.
                    The specification.
                   \s
                FIELDS:
                  again	<Spec>
                  env	<[]Env>
                    name	<string>
                  labels	<map[string]string>
                  policy	<string> -required-
                  enum: Serial, Parallel, A, B, ....

                """, ""), run("explain", "bc.spec", "--recursive"));
    }

    @Test
    void what_there_is_not() {
        assertEquals(new Ran(1, "", "error: field \"nope\" does not exist\n"), run("explain", "bc.spec.nope"));
        assertEquals(
                new Ran(1, "", "error: couldn't find resource for \"image.openshift.io/v1, Resource=imagestreams\"\n"),
                run("explain", "is"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: You must specify the type of resource to explain. Use \"s2ioc api-resources\" for a"
                                + " complete list of supported resources.\n"),
                run("explain"));
        assertEquals(
                new Ran(1, "", "error: We accept only this format: explain RESOURCE\n"), run("explain", "bc", "sb"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: -o plaintext-openapiv2 is not supported: fields are explained from OpenAPI v3; leave -o"
                                + " out\n"),
                run("explain", "bc", "-o", "plaintext-openapiv2"));
    }

    @Test
    void a_server_that_publishes_nothing() {
        try (MockApi silent = MockApi.start()) {
            assertEquals(
                    new Ran(1, "", "Error from server (NotFound): the server could not find the requested resource\n"),
                    silent.s2ioc(home, "explain", "bc"));
        }
    }

    private Ran run(String... words) {
        return api.s2ioc(home, words);
    }
}
