package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code apply} and {@code replace}, as SPEC B.10 and the recorded runs of oc have them. */
class ApplyCommandTest {
    private static final String CM = "/api/v1/namespaces/demo/configmaps";
    private static final String WRITE = "?fieldManager=kubectl-client-side-apply&fieldValidation=Ignore";
    private static final String ANNOTATION = "kubectl.kubernetes.io/last-applied-configuration";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void creates_what_is_missing_with_the_note_of_it() throws IOException {
        api.missing("GET " + CM + "/cfg", "configmaps", "cfg");
        api.on("POST " + CM + WRITE, "{\"metadata\":{\"name\":\"cfg\"}}");
        assertEquals(new Ran(0, "configmap/cfg created\n", ""), apply("c"));
        assertEquals(
                List.of("GET " + CM + "/cfg", "GET /api/v1/namespaces/demo", "POST " + CM + WRITE + " " + noted("c")),
                api.requests());
    }

    @Test
    void leaves_alone_what_is_as_it_should_be() throws IOException {
        api.on("GET " + CM + "/cfg", noted("c"));
        assertEquals(new Ran(0, "configmap/cfg unchanged\n", ""), apply("c"));
        assertEquals(List.of("GET " + CM + "/cfg"), api.requests());
    }

    @Test
    void changes_what_differs() throws IOException {
        api.on("GET " + CM + "/cfg", noted("b"));
        api.on("PATCH " + CM + "/cfg" + WRITE, "{\"metadata\":{\"name\":\"cfg\"}}");
        assertEquals(new Ran(0, "configmap/cfg configured\n", ""), apply("c"));
        ObjectNode patch = MAPPER.createObjectNode();
        patch.putObject("metadata").putObject("annotations").put(ANNOTATION, text("c"));
        patch.putObject("data").put("a", "c");
        assertEquals(List.of("GET " + CM + "/cfg", "PATCH " + CM + "/cfg" + WRITE + " " + patch), api.requests());
        assertEquals(
                "application/strategic-merge-patch+json",
                api.received().getLast().getHeader("Content-Type"));
    }

    @Test
    void says_when_the_note_is_missing() throws IOException {
        api.on("GET " + CM + "/cfg", "{\"metadata\":{\"name\":\"cfg\"}}");
        api.on("PATCH " + CM + "/cfg" + WRITE, "{\"metadata\":{\"name\":\"cfg\"}}");
        Ran ran = apply("c");
        assertEquals("configmap/cfg configured\n", ran.out());
        assertEquals(
                "Warning: resource configmaps/cfg is missing the " + ANNOTATION
                        + " annotation which is required by s2ioc apply. s2ioc apply should only be used on resources"
                        + " created declaratively by either s2ioc create --save-config or s2ioc apply. The missing"
                        + " annotation will be patched automatically.\n",
                ran.err());
    }

    @Test
    void dry_runs() throws IOException {
        api.on("GET " + CM + "/cfg", noted("b"));
        api.on("PATCH " + CM + "/cfg" + WRITE.replace("?", "?dryRun=All&"), "{\"metadata\":{\"name\":\"cfg\"}}");
        assertEquals(new Ran(0, "configmap/cfg configured (dry run)\n", ""), apply("c", "--dry-run=client"));
        assertEquals(new Ran(0, "configmap/cfg configured (server dry run)\n", ""), apply("c", "--dry-run=server"));
    }

    @Test
    void a_refusal_names_the_file() throws IOException {
        api.on("GET " + CM + "/cfg", noted("b"));
        api.refuse("PATCH " + CM + "/cfg" + WRITE, 403, "Forbidden", "not you");
        assertEquals(
                new Ran(1, "", "Error from server (Forbidden): error when patching \"cm.yaml\": not you\n"),
                apply("c"));
    }

    @Test
    void on_the_server() throws IOException {
        String first = "PATCH " + CM + "/cfg?fieldManager=kubectl&fieldValidation=Ignore&force=false";
        String second = "PATCH " + CM + "/cfg?fieldManager=kubectl-last-applied&fieldValidation=Ignore";
        api.on(first, noted("b")).on(second, noted("b"));
        assertEquals(new Ran(0, "configmap/cfg serverside-applied\n", ""), apply("c", "--server-side"));
        ObjectNode owned = MAPPER.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        ObjectNode metadata = owned.putObject("metadata");
        metadata.putObject("annotations").put(ANNOTATION, text("b"));
        metadata.put("name", "cfg").put("namespace", "demo");
        assertEquals(List.of(first + " " + manifest("c"), second + " " + owned), api.requests());
        assertEquals("application/apply-patch+yaml", api.received().getFirst().getHeader("Content-Type"));
    }

    @Test
    void conflicts_on_the_server() throws IOException {
        api.on("PATCH " + CM + "/cfg?fieldManager=kubectl&fieldValidation=Ignore&force=false", 409, """
                {"kind":"Status","reason":"Conflict","message":"Apply failed with 1 conflict: conflict with \\"x\\": .data.a",
                "details":{"causes":[{"reason":"FieldManagerConflict","field":".data.a"}]}}""");
        Ran ran = apply("c", "--server-side");
        assertEquals(1, ran.code());
        assertEquals(
                "error: Apply failed with 1 conflict: conflict with \"x\": .data.a",
                ran.err().lines().findFirst().orElse(""));
        assertEquals(true, ran.err().contains("--force-conflicts"));
    }

    @Test
    void a_server_that_cannot_merge_by_itself() throws IOException {
        String request = "PATCH " + CM + "/cfg?fieldManager=kubectl&fieldValidation=Ignore&force=false";
        api.refuse(request, 415, "UnsupportedMediaType", "unknown format");
        assertEquals(
                new Ran(1, "", "error: Server-side apply not available on the server: (unknown format)\n"),
                apply("c", "--server-side"));
    }

    @Test
    void what_cannot_be_done() throws IOException {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: all resources selected for prune without explicitly passing --all. To prune all resources, pass"
                                + " the --all flag. If you did not mean to prune all resources, specify a label"
                                + " selector\n"),
                apply("c", "--prune"));
        assertEquals(
                new Ran(1, "", "error: --force-conflicts only works with --server-side\n"),
                apply("c", "--force-conflicts"));
        assertEquals(List.of(), api.requests());
    }

    @Test
    void replaces_the_object_as_it_is_now() throws IOException {
        String put = "PUT " + CM + "/cfg?fieldManager=kubectl-replace&fieldValidation=Ignore";
        api.on("GET " + CM + "/cfg", "{\"metadata\":{\"name\":\"cfg\",\"resourceVersion\":\"7\"}}");
        api.on(put, "{\"metadata\":{\"name\":\"cfg\"}}");
        assertEquals(new Ran(0, "configmap/cfg replaced\n", ""), run("replace", "c"));
        ObjectNode sent = (ObjectNode) MAPPER.readTree(manifest("c"));
        ((ObjectNode) sent.path("metadata")).put("resourceVersion", "7");
        assertEquals(List.of("GET " + CM + "/cfg", put + " " + sent), api.requests());
    }

    @Test
    void cannot_replace_what_is_missing() throws IOException {
        api.missing("GET " + CM + "/cfg", "configmaps", "cfg");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (NotFound): error when replacing \"cm.yaml\": configmaps \"cfg\" not found\n"),
                run("replace", "c"));
    }

    private static String manifest(String value) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"cfg\",\"namespace\":\"demo\"},"
                + "\"data\":{\"a\":\"" + value + "\"}}";
    }

    /** The note, as oc spells it. */
    private static String text(String value) {
        return "{\"apiVersion\":\"v1\",\"data\":{\"a\":\"" + value + "\"},\"kind\":\"ConfigMap\",\"metadata\":"
                + "{\"annotations\":{},\"name\":\"cfg\",\"namespace\":\"demo\"}}\n";
    }

    private static String noted(String value) throws IOException {
        JsonNode object = MAPPER.readTree(manifest(value));
        ((ObjectNode) object.path("metadata")).putObject("annotations").put(ANNOTATION, text(value));
        return object.toString();
    }

    private Ran apply(String value, String... flags) throws IOException {
        return run("apply", value, flags);
    }

    private Ran run(String command, String value, String... flags) throws IOException {
        Files.writeString(home.resolve("cm.yaml"), manifest(value));
        return api.s2ioc(
                home,
                Stream.concat(Stream.of(command, "-f", "cm.yaml"), Stream.of(flags))
                        .toArray(String[]::new));
    }
}
