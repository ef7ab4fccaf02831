package dev.s2ioc.command.create;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** {@code create}: what is sent and said, as SPEC B.10 and the recorded runs of oc have it. */
class CreateCommandTest {
    private static final String CM = "/api/v1/namespaces/demo/configmaps";
    private static final String WRITE = "?fieldManager=kubectl-create&fieldValidation=Ignore";
    private static final String CFG = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"cfg\","
            + "\"namespace\":\"demo\"},\"data\":{\"a\":\"c\"}}";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void from_a_file() throws IOException {
        api.on("POST " + CM + WRITE, CFG);
        writeManifest();
        assertEquals(new Ran(0, "configmap/cfg created\n", ""), create("-f", "cm.yaml"));
        assertEquals(List.of("POST " + CM + WRITE + " " + CFG), api.requests());
    }

    @Test
    void what_exists_already_is_named_with_its_file() throws IOException {
        String request = "POST " + CM + WRITE.replace("?", "?dryRun=All&");
        api.refuse(request, 409, "AlreadyExists", "configmaps \"cfg\" already exists");
        writeManifest();
        assertEquals(
                new Ran(
                        1,
                        "",
                        "Error from server (AlreadyExists): error when creating \"cm.yaml\": configmaps \"cfg\" already"
                                + " exists\n"),
                create("-f", "cm.yaml", "--dry-run=server"));
    }

    @Test
    void one_refusal_does_not_keep_the_other_objects() throws IOException {
        api.refuse("POST " + CM + WRITE, 403, "Forbidden", "not you");
        api.on("POST " + CM + WRITE, CFG);
        Files.createDirectory(home.resolve("d"));
        Files.writeString(home.resolve("d/1.json"), CFG);
        Files.writeString(home.resolve("d/2.json"), CFG);
        assertEquals(
                new Ran(
                        1,
                        "configmap/cfg created\n",
                        "Error from server (Forbidden): error when creating \"d/1.json\": not you\n"),
                create("-f", "d"));
    }

    @Test
    void a_client_dry_run_sends_nothing() throws IOException {
        writeManifest();
        assertEquals(new Ran(0, "configmap/cfg created (dry run)\n", ""), create("-f", "cm.yaml", "--dry-run=client"));
        assertEquals(new Ran(0, "configmap/cfg\n", ""), create("-f", "cm.yaml", "--dry-run=client", "-o", "name"));
        assertEquals(List.of(), api.requests());
    }

    @Test
    void the_configuration_is_saved_as_apply_reads_it() throws IOException {
        writeManifest();
        String text = "{\"apiVersion\":\"v1\",\"data\":{\"a\":\"c\"},\"kind\":\"ConfigMap\",\"metadata\":"
                + "{\"annotations\":{},\"name\":\"cfg\",\"namespace\":\"demo\"}}\n";
        assertEquals(
                new Ran(0, text, ""),
                create(
                        "-f",
                        "cm.yaml",
                        "--save-config",
                        "--dry-run=client",
                        "-o",
                        "jsonpath={.metadata.annotations.kubectl\\.kubernetes\\.io/last-applied-configuration}"));
    }

    @Test
    void mistakes() throws IOException {
        writeManifest();
        assertEquals(new Ran(1, "", "error: must specify one of -f and -k\n"), create());
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: invalid - validate option \"x\"; must be one of: strict (or true), warn, ignore (or"
                                + " false)\n"),
                create("-f", "cm.yaml", "--validate=x"));
        assertEquals(1, create("-f", "cm.yaml", "--raw=relative").code());
        assertEquals(List.of(), api.requests());
    }

    @Test
    void raw() throws IOException {
        api.on("POST /some/where", "{\"answer\":1}");
        writeManifest();
        assertEquals(new Ran(0, "{\"answer\":1}", ""), create("--raw=/some/where", "-f", "cm.yaml"));
    }

    private void writeManifest() throws IOException {
        Files.writeString(home.resolve("cm.yaml"), """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: cfg
                data:
                  a: c
                """);
    }

    private Ran create(String... words) {
        return api.s2ioc(
                home, Stream.concat(Stream.of("create"), Stream.of(words)).toArray(String[]::new));
    }
}
