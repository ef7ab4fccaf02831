package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.StoredResource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Misspelt fields and values of another type. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldValidationTest {
    private static final String CONFIGS = "/apis/build.openshift.io/v1/namespaces/demo/buildconfigs";
    private static final String MISSPELT = """
            {"metadata":{"name":"%s"},"spec":{"sauce":{},"source":{"binary":{}},"strategy":{"dockerStrategy":{\
            "env":[{"name":"A","valeu":"1"}]}}}}""";
    private static final String UNKNOWN = "unknown field \"spec.sauce\"";
    private static final String DEEPER = "unknown field \"spec.strategy.dockerStrategy.env[0].valeu\"";

    private TestCluster cluster;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        cluster = new TestCluster(
                directory, machinery -> machinery.kinds().add(new StoredResource(machinery, new BuildConfigKind())));
    }

    @AfterAll
    void stop() {
        cluster.close();
        assertEquals(List.of(), cluster.failures);
    }

    @Test
    void strictly_an_unknown_field_is_refused() {
        assertEquals(
                "400 BadRequest: BuildConfig in version \"v1\" cannot be handled as a BuildConfig: strict decoding error: "
                        + UNKNOWN + ", " + DEEPER,
                cluster.post(CONFIGS + "?fieldValidation=Strict", MISSPELT.formatted("a"))
                        .refusal());
    }

    @Test
    void usually_the_writer_is_warned_once() {
        TestCluster.Answer created = cluster.post(CONFIGS, MISSPELT.formatted("b"));
        assertEquals(201, created.code());
        assertEquals(List.of(warning(UNKNOWN), warning(DEEPER)), warnings(created));
        TestCluster.Answer patched = cluster.patch(
                CONFIGS + "/b?fieldValidation=Strict", "merge-patch+json", "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}");
        assertEquals(200, patched.code());
        assertEquals(List.of(), warnings(patched));
    }

    @Test
    void who_wants_to_ignore_it_can() {
        TestCluster.Answer created = cluster.post(CONFIGS + "?fieldValidation=Ignore", MISSPELT.formatted("c"));
        assertEquals("201 []", created.code() + " " + warnings(created));
    }

    @Test
    void another_type_is_never_accepted() {
        assertEquals(
                "400 BadRequest: BuildConfig in version \"v1\" cannot be handled as a BuildConfig: json: cannot unmarshal"
                        + " number into Go struct field BuildConfigSpec.spec.runPolicy of type string",
                cluster.post(CONFIGS, "{\"metadata\":{\"name\":\"d\"},\"spec\":{\"runPolicy\":5}}")
                        .refusal());
    }

    @Test
    void configurations_are_looked_at_too() {
        assertEquals(
                "400 BadRequest: ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error: unknown"
                        + " field \"date\"",
                cluster.patch(
                                "/api/v1/namespaces/demo/configmaps/e?fieldManager=me&fieldValidation=Strict",
                                "apply-patch+yaml",
                                "{kind: ConfigMap, apiVersion: v1, date: {}}")
                        .refusal());
    }

    @Test
    void another_mode_is_refused() {
        assertEquals(
                "400 BadRequest: fieldValidation: Unsupported value: \"Loose\": supported values: \"Ignore\", \"Strict\","
                        + " \"Warn\"",
                cluster.post(CONFIGS + "?fieldValidation=Loose", "{}").refusal());
    }

    private static List<String> warnings(TestCluster.Answer answer) {
        return answer.response().headers().allValues("Warning");
    }

    private static String warning(String text) {
        return "299 - \"" + text.replace("\"", "\\\"") + "\"";
    }
}
