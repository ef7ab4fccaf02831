package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.testing.MockApi;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code extract}: which files come of secrets and config maps, and which are left alone. */
class ExtractCommandTest {
    private static final String CORE = "/api/v1/namespaces/demo/";

    @TempDir
    Path home;

    private final MockApi api = MockApi.start();

    @BeforeEach
    void fill() {
        api.on(
                        "GET " + CORE + "configmaps/cfg",
                        "{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"cfg\"},\"data\":{\"b.txt\":\"two\\n\",\"a\":\"1\"},"
                                + "\"binaryData\":{\"bin\":\"AAH/\"}}")
                .on(
                        "GET " + CORE + "secrets/sec",
                        "{\"kind\":\"Secret\",\"metadata\":{\"name\":\"sec\"},\"data\":{\"user\":\"am9l\"}}");
    }

    @AfterEach
    void close() {
        api.close();
    }

    private Ran extract(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "extract";
        System.arraycopy(words, 0, all, 1, words.length);
        return api.s2ioc(home, all);
    }

    @Test
    void each_key_becomes_a_file() throws IOException {
        Files.createDirectory(home.resolve("out"));
        assertEquals(new Ran(0, "out/a\nout/b.txt\nout/bin\n", ""), extract("cm/cfg", "--to=out"));
        assertEquals("1", Files.readString(home.resolve("out/a")));
        assertEquals("two\n", Files.readString(home.resolve("out/b.txt")));
        assertArrayEquals(new byte[] {0, 1, -1}, Files.readAllBytes(home.resolve("out/bin")));
        assertEquals(new Ran(0, "a\n", ""), extract("cm/cfg", "--keys=a"));
    }

    @Test
    void a_file_of_a_secret_is_for_its_owner_alone() throws IOException {
        assertEquals(new Ran(0, "user\n", ""), extract("secret/sec"));
        assertEquals("joe", Files.readString(home.resolve("user")));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("user"))));
    }

    @Test
    void standard_output_gets_the_values_and_standard_error_their_names() {
        assertEquals(
                new Ran(0, "1\ntwo\njoe\n", "# a\n# b.txt\n# user\n"),
                extract("cm/cfg", "secret/sec", "--to=-", "--keys=a,user", "--keys=b.txt"));
    }

    @Test
    void nothing_is_overwritten_unless_confirmed() throws IOException {
        Files.writeString(home.resolve("b.txt"), "mine");
        assertEquals(new Ran(1, "", "error: b.txt: file exists, pass --confirm to overwrite\n"), extract("cm/cfg"));
        assertEquals(false, Files.exists(home.resolve("a")));
        assertEquals(new Ran(0, "a\nb.txt\nbin\n", ""), extract("cm/cfg", "--confirm"));
        assertEquals("two\n", Files.readString(home.resolve("b.txt")));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: use --confirm if you want to create target directory: stat new: no such file or directory\n"),
                extract("cm/cfg", "--to=new"));
        assertEquals(new Ran(0, "new/a\n", ""), extract("cm/cfg", "--to=new", "--keys=a", "--confirm"));
    }

    @Test
    void an_object_of_a_file_needs_no_server() throws IOException {
        Files.writeString(
                home.resolve("s.yaml"),
                "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {a: MQ==}\nstringData: {b: two}\n");
        assertEquals(new Ran(0, "1\ntwo\n", "# a\n# b\n"), Run.in(home).s2ioc("extract", "-f", "s.yaml", "--to=-"));
        Files.writeString(
                home.resolve("evil.yaml"), "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {../a: MQ==}\n");
        assertEquals(
                new Ran(1, "", "error: \"../a\" cannot be the name of a file\n"),
                Run.in(home).s2ioc("extract", "-f", "evil.yaml"));
    }

    @Test
    void what_cannot_be_extracted_is_told() {
        assertEquals(new Ran(1, "", "error: the argument \"cm\" must be RESOURCE/NAME\n"), extract("cm", "cfg"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: You must provide one or more resources by argument or filename, as in secret/NAME or -f"
                                + " FILE\n"),
                extract());
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: imagestream.image.openshift.io/x does not support extraction; secrets and config maps do\n"),
                extract("is/x"));
        assertEquals(
                new Ran(1, "", "error: there is no key \"zz\"; there are: a, b.txt, bin\n"),
                extract("cm/cfg", "--keys=zz", "--to=-"));
        api.missing("GET " + CORE + "configmaps/none", "configmaps", "none");
        assertEquals(
                new Ran(1, "", "Error from server (NotFound): configmaps \"none\" not found\n"), extract("cm/none"));
    }
}
