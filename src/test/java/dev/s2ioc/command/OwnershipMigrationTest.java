package dev.s2ioc.command;

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

/** {@code apply --server-side} of what was applied on the client's side before. */
class OwnershipMigrationTest {
    private static final String OBJECT = "/api/v1/namespaces/demo/configmaps/cfg";
    private static final String CONTENT =
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"cfg\","
                    + "\"namespace\":\"demo\"},\"data\":{\"a\":\"b\"}}";
    private static final String FIELDS = "\"fieldsV1\":{\"f:metadata\":{\"f:annotations\":"
            + "{\"f:kubectl.kubernetes.io/last-applied-configuration\":{}}}}";
    private static final String BEFORE =
            "{\"manager\":\"kubectl-client-side-apply\",\"operation\":\"Update\",\"apiVersion\":\"v1\"," + FIELDS + "}";
    private static final String AFTER =
            "{\"manager\":\"me\",\"operation\":\"Apply\",\"apiVersion\":\"v1\"," + FIELDS + "}";
    private static final String APPLY = "PATCH " + OBJECT + "?fieldManager=me&fieldValidation=Ignore&force=false";
    private static final String HAND_OVER = "PATCH " + OBJECT;

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void hands_the_fields_over_and_applies_again_so_that_old_ones_go() throws IOException {
        api.on(APPLY, object("7", BEFORE)).on(APPLY, object("9", AFTER));
        api.on(HAND_OVER, object("8", AFTER));
        assertEquals(new Ran(0, "configmap/cfg serverside-applied\n", ""), apply());
        assertEquals(
                List.of(APPLY + " " + CONTENT, HAND_OVER + " " + patch("7"), APPLY + " " + CONTENT), api.requests());
        assertEquals("application/json-patch+json", api.received().get(1).getHeader("Content-Type"));
    }

    @Test
    void looks_again_when_somebody_else_has_written_meanwhile() throws IOException {
        api.on(APPLY, object("7", BEFORE)).on(APPLY, object("10", AFTER));
        api.refuse(HAND_OVER, 409, "Conflict", "modified").on(HAND_OVER, object("9", AFTER));
        api.on("GET " + OBJECT, object("8", BEFORE));
        assertEquals(new Ran(0, "configmap/cfg serverside-applied\n", ""), apply());
        assertEquals(
                List.of(
                        APPLY + " " + CONTENT,
                        HAND_OVER + " " + patch("7"),
                        "GET " + OBJECT,
                        HAND_OVER + " " + patch("8"),
                        APPLY + " " + CONTENT),
                api.requests());
    }

    @Test
    void a_refusal_keeps_nothing_from_being_applied() throws IOException {
        api.on(APPLY, object("7", BEFORE));
        api.refuse(HAND_OVER, 403, "Forbidden", "not you");
        assertEquals(
                new Ran(
                        0,
                        "configmap/cfg serverside-applied\n",
                        "Warning: server rejected managed fields migration to Server-Side Apply. This is non-fatal and"
                                + " will be retried next time you apply. Error: not you\n"),
                apply());
    }

    @Test
    void a_dry_run_hands_nothing_over() throws IOException {
        api.on(APPLY.replace("?", "?dryRun=All&"), object("7", BEFORE));
        assertEquals(new Ran(0, "configmap/cfg serverside-applied (server dry run)\n", ""), apply("--dry-run=server"));
    }

    private static String object(String version, String fields) {
        return "{\"metadata\":{\"name\":\"cfg\",\"resourceVersion\":\"" + version + "\",\"managedFields\":[" + fields
                + "]}}";
    }

    private static String patch(String version) {
        return "[{\"op\":\"replace\",\"path\":\"/metadata/managedFields\",\"value\":[" + AFTER
                + "]},{\"op\":\"replace\",\"path\":\"/metadata/resourceVersion\",\"value\":\"" + version + "\"}]";
    }

    private Ran apply(String... more) throws IOException {
        Files.writeString(home.resolve("cm.json"), CONTENT);
        Stream<String> words = Stream.of("apply", "-f", "cm.json", "--server-side", "--field-manager=me");
        return api.s2ioc(home, Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }
}
