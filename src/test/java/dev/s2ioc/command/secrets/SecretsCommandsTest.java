package dev.s2ioc.command.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code secrets link} and {@code unlink}: what is put into a service account, and when nothing is sent. */
class SecretsCommandsTest {
    private static final String CORE = "/api/v1/namespaces/demo/";
    private static final String ACCOUNT = CORE + "serviceaccounts/builder";
    private static final Ran SILENT = new Ran(0, "", "");

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void start() {
        api.on("GET " + ACCOUNT, account("a", "p")).on("PUT " + ACCOUNT, "{}");
        api.on("GET " + CORE + "secrets/a", "{}").on("GET " + CORE + "secrets/b", "{}");
        api.missing("GET " + CORE + "secrets/none", "secrets", "none");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void links_a_secret_for_builds() {
        assertEquals(SILENT, secrets("link", "builder", "b"));
        assertEquals(
                List.of("GET " + ACCOUNT, "GET " + CORE + "secrets/b", "PUT " + ACCOUNT + " " + account("a,b", "p")),
                api.requests());
    }

    @Test
    void links_a_secret_for_pulling_and_mounting() {
        assertEquals(SILENT, secrets("link", "sa/builder", "secret/b", "--for=pull,mount"));
        assertEquals(
                "PUT " + ACCOUNT + " " + account("a,b", "p,b"), api.requests().getLast());
    }

    @Test
    void what_is_linked_already_is_not_sent() {
        assertEquals(SILENT, secrets("link", "builder", "a"));
        assertEquals(List.of("GET " + ACCOUNT, "GET " + CORE + "secrets/a"), api.requests());
    }

    @Test
    void a_secret_that_is_missing_does_not_keep_the_others() {
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): secrets \"none\" not found\n"),
                secrets("link", "builder", "none", "b"));
        assertEquals(
                "PUT " + ACCOUNT + " " + account("a,b", "p"), api.requests().getLast());
    }

    @Test
    void unlinks_secrets_even_those_that_are_gone() {
        assertEquals(SILENT, secrets("unlink", "builder", "a", "p"));
        assertEquals(List.of("GET " + ACCOUNT, "PUT " + ACCOUNT + " " + account("", "")), api.requests());
    }

    @Test
    void what_is_not_linked_is_named() {
        assertEquals(
                new Ran(1, "", "error: not linked to service account \"builder\": b, c\n"),
                secrets("unlink", "builder", "b", "c"));
        assertEquals(List.of("GET " + ACCOUNT), api.requests());
    }

    @Test
    void words_that_make_no_sense() {
        refused("must have a service account name and at least one secret name", "link", "builder");
        refused("\"bc/x\" does not name a secret", "link", "builder", "bc/x");
        refused("\"bc/x\" does not name a service account", "link", "bc/x", "b");
        refused("unknown for: x; --for takes mount, pull or both: --for=pull,mount", "link", "builder", "b", "--for=x");
        assertEquals(List.of("GET " + ACCOUNT), api.requests());
    }

    private void refused(String message, String... words) {
        assertEquals(new Ran(1, "", "error: " + message + "\n"), secrets(words));
    }

    private Ran secrets(String... words) {
        return api.s2ioc(
                home, Stream.concat(Stream.of("secrets"), Stream.of(words)).toArray(String[]::new));
    }

    private static String account(String mounted, String pulled) {
        return "{\"kind\":\"ServiceAccount\",\"metadata\":{\"name\":\"builder\"},\"secrets\":[" + names(mounted)
                + "],\"imagePullSecrets\":[" + names(pulled) + "]}";
    }

    private static String names(String names) {
        return names.isEmpty() ? "" : "{\"name\":\"" + names.replace(",", "\"},{\"name\":\"") + "\"}";
    }
}
