package dev.s2ioc.command.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.command.image.ImageYard.Layer;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.RegistryStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code image extract}: which files of which layers come out of an image, and that none goes where it should not. */
class ImageExtractCommandTest {
    @TempDir
    Path directory;

    private ImageYard yard;
    private Path out;

    @BeforeEach
    void start() throws IOException {
        yard = new ImageYard(directory);
        out = Files.createDirectories(yard.home.resolve("out"));
    }

    @AfterEach
    void stop() {
        yard.close();
    }

    /** An image of these layers, the lowest first. */
    private String image(Layer... layers) throws IOException {
        String name = yard.host() + "/demo/app:v1";
        String[] words = new String[4 + layers.length];
        List.of("image", "append", "--to", name).toArray(words);
        for (int i = 0; i < layers.length; i++) {
            words[4 + i] = layers[i].to(yard.home, "layer" + i);
        }
        yard.done(words);
        return name;
    }

    private Ran extract(String... words) {
        return yard.s2ioc(
                Stream.concat(Stream.of("image", "extract"), Stream.of(words)).toArray(String[]::new));
    }

    private List<String> found() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.skip(1)
                    .map(file -> out.relativize(file)
                            + (Files.isSymbolicLink(file) ? "@" : Files.isDirectory(file) ? "/" : ""))
                    .sorted()
                    .toList();
        }
    }

    private Layer base() throws IOException {
        return new Layer()
                .directory("etc")
                .file("etc/a.conf", "lower\n")
                .file("etc/b.conf", "b\n")
                .directory("etc/old")
                .file("etc/old/x", "x\n")
                .file("./bin/tool", "tool\n")
                .hardLink("bin/same", "bin/tool")
                .symbolicLink("bin/sh", "tool");
    }

    private Layer upper() throws IOException {
        return new Layer()
                .file("etc/a.conf", "upper\n")
                .file("etc/.wh.b.conf", "")
                .file("etc/old/.wh..wh..opq", "")
                .file("etc/old/new", "new\n");
    }

    @Test
    void an_image_is_what_its_layers_make_together() throws IOException {
        String name = image(base(), upper());
        assertEquals(new Ran(0, "", ""), extract(name, "--path", "/:out"));
        assertEquals(
                List.of("bin/", "bin/same", "bin/sh@", "bin/tool", "etc/", "etc/a.conf", "etc/old/", "etc/old/new"),
                found());
        assertEquals("upper\n", Files.readString(out.resolve("etc/a.conf")));
        assertEquals("tool\n", Files.readString(out.resolve("bin/sh")));
        assertEquals("rw-r-----", mode("bin/tool"));
        assertEquals("rwxr-xr-x", mode("etc"));
        assertEquals(
                1_700_000_000_000L,
                Files.getLastModifiedTime(out.resolve("etc")).toMillis());
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: directory " + out + " must be empty, pass --confirm to overwrite contents of"
                                + " directory\n"),
                extract(name, "--path", "/:out"));
        assertEquals(new Ran(0, "", ""), extract(name, "--path", "/:out", "--confirm", "-p"));
        assertEquals("rwxr-xr-x", mode("bin/tool"));
        assertEquals("rwxrwxrwx", mode("etc"));
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve(file)));
    }

    @Test
    void parts_are_chosen() throws IOException {
        String name = image(base(), upper());
        assertEquals(0, extract(name, "--path", "/etc/*.conf:out").code());
        assertEquals(List.of("a.conf"), found());
        assertEquals(0, extract(name, "--path", "/etc/old:out", "--confirm").code());
        assertEquals(List.of("a.conf", "old/", "old/new"), found());
        assertEquals(
                0,
                extract(name, "--path", "bin/:out", "--confirm", "--only-files").code());
        assertEquals(List.of("a.conf", "old/", "old/new", "tool"), found());
        assertEquals(new Ran(0, "", ""), extract(name, "--file", "/bin/tool"));
        assertEquals("tool\n", Files.readString(yard.home.resolve("tool")));
        assertEquals(
                new Ran(1, "", "error: nothing in " + name + " is at /usr/bin/none\n"),
                extract(name, "--path", "/usr/bin/none:out", "--confirm"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: unable to extract layer LAYER from " + name
                                + ": same is a link to bin/tool, which is not extracted; extract both\n"),
                replaced(extract(name, "--path", "/bin/same:out", "--confirm")));
    }

    private static Ran replaced(Ran ran) {
        return new Ran(ran.code(), ran.out(), ran.err().replaceFirst("sha256:[0-9a-f]{64}", "LAYER"));
    }

    @Test
    void layers_are_selected() throws IOException {
        String name = image(base(), upper());
        assertEquals(0, extract(name + "[0]", "--path", "/etc/:out").code());
        assertEquals(List.of("a.conf", "b.conf", "old/", "old/x"), found());
        assertEquals(0, extract(name + "[-1:]", "--path", "/:out", "--confirm").code());
        assertEquals("upper\n", Files.readString(out.resolve("etc/a.conf")));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: unable to filter layers for " + name
                                + ": tried to select layer 2, but image only has 2 layers\n"),
                extract(name + "[2]", "--dry-run"));
        assertEquals(
                new Ran(1, "", "error: unable to filter layers for " + name + ": no layers start with 'sha256:zz'\n"),
                extract(name + "[~sha256:zz]", "--dry-run"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: the layer selector [x] is not valid, must be [from:to], [index], or [~digest]\n"),
                extract(name + "[x]", "--dry-run"));
    }

    @Test
    void a_dry_run_tells_what_would_be_written() throws IOException {
        String name = image(base(), upper());
        String place = out.toString();
        assertEquals(new Ran(0, """
                         1 -rw-r-----            6 OUT/etc/a.conf
                         1 -rw-r-----            4 OUT/etc/old/new
                         0 drwxr-xr-x            0 OUT/etc
                         0 drwxr-xr-x            0 OUT/etc/old
                         0 -rw-r-----            5 OUT/bin/tool
                         0 -rwxr-xr-x            0 OUT/bin/same -> bin/tool
                         0 Lrwxr-xr-x            0 OUT/bin/sh -> tool
                        """.replace("OUT", place), ""), extract(name, "--path", "/:out", "--dry-run"));
        assertEquals(
                new Ran(0, """
                         0 -rwxr-xr-x            6 OUT/a.conf
                         0 -rwxr-xr-x            2 OUT/b.conf
                         0 dtrwxrwxrwx            0 OUT/old
                         0 -rwxr-xr-x            2 OUT/old/x
                         1 -rwxr-xr-x            6 OUT/a.conf
                         1 -rwxr-xr-x            0 OUT/.wh.b.conf
                         1 -rwxr-xr-x            0 OUT/old/.wh..wh..opq
                         1 -rwxr-xr-x            4 OUT/old/new
                        """.replace("OUT", place), ""),
                extract(name, "--path", "/etc/:out", "--dry-run", "--all-layers", "-p"));
        assertEquals(List.of(), found());
    }

    @Test
    void nothing_is_written_outside() throws IOException {
        String name = image(
                new Layer()
                        .symbolicLink("up", "../../..")
                        .symbolicLink("root", directory.toString())
                        .symbolicLink("leaf", directory.resolve("stolen").toString()),
                new Layer()
                        .file("up/above", "above\n")
                        .file("root/absolute", "absolute\n")
                        .file("leaf", "leaf\n")
                        .device("null"));
        assertEquals(
                new Ran(0, "", "warning: null is a device or a pipe and is left out\n"),
                extract(name, "--path", "/:out"));
        assertFalse(Files.exists(directory.resolve("absolute")));
        assertFalse(Files.exists(directory.resolve("stolen")));
        assertEquals("above\n", Files.readString(out.resolve("above")));
        assertEquals("leaf\n", Files.readString(out.resolve("leaf"), java.nio.charset.StandardCharsets.UTF_8));
        assertTrue(Files.isRegularFile(out.resolve("leaf"), LinkOption.NOFOLLOW_LINKS));
        // JUnit warns of links that lead out of the directory it deletes.
        Files.delete(out.resolve("up"));
        Files.delete(out.resolve("root"));
        String climbing = image(new Layer().file("../../escaped", "x\n"));
        assertEquals(0, extract(climbing, "--path", "/:out", "--confirm").code());
        assertFalse(Files.exists(directory.resolve("escaped")));
        assertEquals("x\n", Files.readString(out.resolve("escaped")));
    }

    @Test
    void what_was_there_before_is_not_hidden() throws IOException {
        Files.createDirectories(out.resolve("etc/old"));
        Files.writeString(out.resolve("etc/old/mine"), "mine\n");
        Files.writeString(out.resolve("etc/b.conf"), "mine\n");
        String name = image(new Layer().file("etc/c", "c\n"), upper());
        assertEquals(0, extract(name, "--path", "/:out", "--confirm").code());
        assertEquals("mine\n", Files.readString(out.resolve("etc/b.conf")));
        assertEquals("mine\n", Files.readString(out.resolve("etc/old/mine")));
        String file = image(new Layer().file("etc", "a file\n"));
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: unable to extract layer LAYER from " + file + ": " + out
                                + "/etc is a directory with files that are not of this image; move it away\n"),
                replaced(extract(file, "--path", "/:out", "--confirm")));
    }

    @Test
    void content_is_verified() throws IOException {
        try (RegistryStub registry = RegistryStub.start(RegistryStub.Door.OPEN, "")) {
            String layer = "sha256:" + "a".repeat(64);
            registry.blob("demo/app", layer, "");
            String config = registry.blob("demo/app", "{}");
            registry.manifest(
                    "demo/app",
                    "v1",
                    "application/vnd.oci.image.manifest.v1+json",
                    "{\"config\":{\"digest\":\"" + config + "\"},\"layers\":[{\"digest\":\"" + layer + "\"}]}");
            String name = registry.host() + "/demo/app:v1";
            assertEquals(
                    new Ran(
                            1,
                            "",
                            "error: unable to extract layer " + layer + " from " + name + ": the content of " + layer
                                    + " has the digest sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855:"
                                    + " it was changed on its way; --skip-verification takes it nevertheless\n"),
                    extract(name, "--path", "/:out"));
            assertEquals(
                    0, extract(name, "--path", "/:out", "--skip-verification").code());
        }
    }

    @Test
    void what_cannot_be_extracted() throws IOException {
        assertEquals(
                new Ran(1, "", "error: you must specify at least one image to extract as an argument\n"), extract());
        assertEquals(new Ran(1, "", "error: --path must be of the form SRC:DST\n"), extract("x:y", "--path", "/etc"));
        assertEquals(
                new Ran(1, "", "error: destination path does not exist: " + yard.home.resolve("none") + "\n"),
                extract("x:y", "--path", "/:none"));
        assertEquals(
                new Ran(1, "", "error: invalid file: /etc/ must not end with a slash\n"),
                extract("x:y", "--file", "/etc/"));
        assertEquals(
                new Ran(1, "", "error: source image must point to an image ID or image tag\n"),
                extract("x/y", "--path", "/:out"));
        assertEquals(
                new Ran(1, "", "error: layer selectors must be of the form IMAGE[\\d:\\d]\n"),
                extract("x:y[1]z", "--path", "/:out"));
        String name = yard.host() + "/demo/none:v1";
        Ran missing = extract(name, "--path", "/:out");
        assertEquals(1, missing.code());
        assertTrue(missing.err().startsWith("error: image \"" + name + "\" not found: "), missing.err());
    }
}
