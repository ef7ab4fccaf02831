package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of the objects of files, with no server and no kubeconfig. */
class LocalChangesTest {
    @TempDir
    Path home;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                home.resolve("o.json"),
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"x\",\"labels\":{\"a\":\"b\"}}}"
                        + "{\"apiVersion\":\"e.com/v1\",\"kind\":\"Thing\",\"metadata\":{\"name\":\"y\"}}");
    }

    @Test
    void patches() {
        assertEquals(
                new Ran(0, "configmap/x patched\nthing.e.com/y patched\n", ""),
                run("patch", "-f", "o.json", "--local", "-p", "data: {k: v}"));
        assertEquals(
                new Ran(1, "configmap/x patched\n", "error: the patch does not fit: there is no /metadata/labels/a\n"),
                run(
                        "patch",
                        "-f",
                        "o.json",
                        "--local",
                        "--type=json",
                        "-p",
                        "[{\"op\":\"remove\",\"path\":\"/metadata/labels/a\"}]"));
        assertEquals(
                new Ran(1, "", "error: --local works on the objects of files alone: name them with -f\n"),
                run("patch", "cm/x", "--local", "-p", "{}"));
    }

    @Test
    void labels_and_annotates() {
        assertEquals(
                new Ran(0, "configmap/x labeled\nthing.e.com/y labeled\n", ""),
                run("label", "-f", "o.json", "--local", "k=v"));
        assertEquals(
                new Ran(0, "b\nv", ""),
                run(
                        "label",
                        "-f",
                        "o.json",
                        "-l",
                        "a=b",
                        "--local",
                        "k=v",
                        "-o",
                        "jsonpath={.metadata.labels.a}{\"\\n\"}{.metadata.labels.k}"));
        assertEquals(
                new Ran(0, "configmap/x annotated\n", ""),
                run("annotate", "-f", "o.json", "-l", "a", "--local", "k=v"));
        assertEquals(
                new Ran(0, "Listing labels for ConfigMap./x:\n a=b\n", ""),
                run("label", "-f", "o.json", "-l", "a", "--local", "--list"));
    }

    @Test
    void a_client_dry_run_of_a_patch_only_reads() {
        try (MockApi api = MockApi.start()) {
            api.on(
                    "GET /api/v1/namespaces/demo/configmaps/x",
                    "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"x\"},\"data\":{\"k\":\"v\"}}");
            assertEquals(
                    new Ran(0, "configmap/x patched (dry run)\n", ""),
                    api.s2ioc(home, "patch", "cm/x", "-p", "data: {k: w}", "--dry-run=client"));
            assertEquals(
                    new Ran(0, "configmap/x patched (no change) (dry run)\n", ""),
                    api.s2ioc(home, "patch", "cm/x", "-p", "data: {k: v}", "--dry-run=client"));
            assertEquals(
                    List.of("GET /api/v1/namespaces/demo/configmaps/x", "GET /api/v1/namespaces/demo/configmaps/x"),
                    api.requests());
        }
    }

    private Ran run(String... words) {
        return Run.in(home).s2ioc(words);
    }
}
