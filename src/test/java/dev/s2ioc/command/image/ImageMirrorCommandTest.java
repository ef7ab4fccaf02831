package dev.s2ioc.command.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.command.image.ImageYard.Layer;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code image mirror} and {@code image append}: images made, copied between repositories, to disk and back. */
class ImageMirrorCommandTest {
    @TempDir
    Path directory;

    private ImageYard yard;
    private ImageYard other;

    @BeforeEach
    void start() throws IOException {
        yard = new ImageYard(directory.resolve("one"));
        other = new ImageYard(directory.resolve("other"));
    }

    @AfterEach
    void stop() {
        yard.close();
        other.close();
    }

    private Ran mirror(String... words) {
        return yard.s2ioc(
                Stream.concat(Stream.of("image", "mirror"), Stream.of(words)).toArray(String[]::new));
    }

    private String append(String to, String... words) {
        return ImageYard.digest(yard.done(Stream.concat(Stream.of("image", "append", "--to", to), Stream.of(words))
                .toArray(String[]::new)));
    }

    private String image(String path, String text) throws IOException {
        String name = yard.host() + "/" + path;
        return append(name, new Layer().file("text", text).to(yard.home, "layer"));
    }

    private String info(String name) {
        return yard.done("image", "info", name);
    }

    @Test
    void an_image_is_copied_to_another_registry() throws IOException {
        String digest = image("demo/app:v1", "one\n");
        String from = yard.host() + "/demo/app";
        String to = other.host() + "/lab/copy";
        Ran copied = mirror(from + ":v1", to + ":latest");
        String layer = layers(info(from + ":v1")).getFirst();
        String config = copied.err().replaceFirst("(?s).*blobs:.*?(sha256:[0-9a-f]{64}) (\\S+)\n.*manifests:.*", "$1");
        assertEquals(0, copied.code(), copied.err());
        assertEquals(digest + " " + to + ":latest\n", copied.out());
        assertTrue(copied.err().startsWith(other.host() + "/\n  lab/copy\n    blobs:\n      " + from + " "));
        assertTrue(
                copied.err()
                        .contains("    manifests:\n      " + digest + " -> latest\n  stats: shared=0 unique=2 size="),
                copied.err());
        assertTrue(
                copied.err()
                        .contains(
                                "phase 0:\n  " + other.host()
                                        + " lab/copy blobs=2 mounts=0 manifests=1 shared=0\n\ninfo: Planning completed in 0s\n"),
                copied.err());
        assertTrue(copied.err().contains("uploaded: " + to + " " + layer + " "), copied.err());
        assertFalse(config.isEmpty());
        assertEquals(
                info(from + ":v1").replace(from + ":v1", ""),
                info(to + ":latest").replace(to + ":latest", ""));
        Ran again = mirror(from + ":v1", to + ":again");
        assertEquals(digest + " " + to + ":again\n", again.out());
        assertFalse(again.err().contains("uploaded"), again.err());
        Ran dry = mirror(from + ":v1", other.host() + "/lab/dry:v1", "--dry-run");
        assertEquals("", dry.out());
        assertTrue(dry.err().endsWith("info: Planning completed in 0s\ninfo: Dry run complete\n"), dry.err());
        assertEquals(
                1, yard.s2ioc("image", "info", other.host() + "/lab/dry:v1").code());
    }

    private static List<String> layers(String info) {
        return info.lines()
                .filter(line -> line.startsWith("Layers:") || line.startsWith("         "))
                .map(ImageYard::digest)
                .filter(found -> found.startsWith("sha256:"))
                .toList();
    }

    @Test
    void within_a_registry_layers_are_mounted() throws IOException {
        String digest = image("demo/app:v1", "one\n");
        String place = yard.host() + "/demo";
        Ran copied = mirror(place + "/app:v1=" + place + "/more:v1", place + "/app:v1=" + place + "/third:v1");
        assertEquals(0, copied.code(), copied.err());
        assertEquals(digest + " " + place + "/more:v1\n" + digest + " " + place + "/third:v1\n", copied.out());
        assertTrue(copied.err()
                .contains("phase 1:\n  " + yard.host() + " demo/third blobs=2 mounts=2 manifests=1 shared=2\n"));
        assertTrue(copied.err().contains("mounted: " + place + "/more sha256:"), copied.err());
        assertFalse(copied.err().contains("uploaded"), copied.err());
        Ran sent = mirror(place + "/app:v1", place + "/fourth:v1", "--skip-mount");
        assertTrue(sent.err().contains("uploaded: " + place + "/fourth sha256:"), sent.err());
        assertFalse(sent.err().contains("mounted"), sent.err());
    }

    @Test
    void tags_that_match_go_to_a_repository() throws IOException {
        String one = image("demo/app:v1.0", "one\n");
        String two = image("demo/app:v1.1", "two\n");
        image("demo/app:v2.0", "three\n");
        String to = other.host() + "/lab/copy";
        Ran copied = mirror(yard.host() + "/demo/app:v1.*", to);
        assertEquals(one + " " + to + ":v1.0\n" + two + " " + to + ":v1.1\n", copied.out(), copied.err());
        Files.writeString(
                yard.home.resolve("list"),
                "# what we need\n\n" + yard.host() + "/demo/app:v1.0 " + to + ":a " + to + ":b # twice\n");
        assertEquals(
                one + " " + to + ":a\n" + one + " " + to + ":b\n",
                mirror("-f", "list").out());
        assertEquals(
                new Ran(1, "", "error: when source contains wildcards, the destination must be a repository\n"),
                mirror(yard.host() + "/demo/app", to + ":v1"));
    }

    @Test
    void an_image_goes_to_disk_and_back() throws IOException {
        String digest = image("demo/app:v1", "one\n");
        Ran out = mirror(yard.host() + "/demo/app:v1", "file://my/app:local", "--dir=images");
        assertEquals(digest + " file://my/app:local\n", out.out(), out.err());
        Path manifests = yard.home.resolve("images/v2/my/app/manifests");
        assertEquals(Path.of(digest), Files.readSymbolicLink(manifests.resolve("local")));
        assertTrue(yard.done("image", "info", "--dir=images", "file://my/app:local")
                .startsWith("Name:       file://my/app:local\nDigest:     " + digest + "\n"));
        yard.done("image", "extract", "--dir=images", "file://my/app:local", "--path", "/:images/v2/my", "--confirm");
        assertEquals("one\n", Files.readString(yard.home.resolve("images/v2/my/text")));
        String back = other.host() + "/lab/back:v1";
        assertEquals(
                digest + " " + back + "\n",
                mirror("file://my/app:local", back, "--from-dir=images").out());
        Ran missing = yard.s2ioc("image", "info", "--dir=images", "file://my/app:none");
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: image \"file://my/app:none\" not found: there is no tag \"none\" in " + manifests
                                + "\n"),
                missing);
        Files.writeString(manifests.resolve(digest), "{}");
        Ran damaged = yard.s2ioc("image", "info", "--dir=images", "file://my/app:local");
        assertEquals(1, damaged.code());
        assertTrue(damaged.err().contains("it was changed on its way"), damaged.err());
    }

    @Test
    void what_was_changed_on_its_way_is_not_kept() throws IOException {
        image("demo/app:v1", "one\n");
        mirror(yard.host() + "/demo/app:v1", "file://app:v1");
        String layer = layers(info(yard.host() + "/demo/app:v1")).getFirst();
        Files.writeString(yard.home.resolve("v2/app/blobs").resolve(layer), "something else");
        for (String target : List.of(other.host() + "/lab/x:v1", "file://copy:v1")) {
            Ran ran = mirror("file://app:v1", target);
            assertEquals(1, ran.code());
            assertEquals("", ran.out());
            assertTrue(
                    ran.err()
                            .contains("error: unable to copy layer " + layer + " from file://app to "
                                    + target.replace(":v1", "") + ": the content of " + layer
                                    + " has the digest sha256:"),
                    ran.err());
            assertTrue(ran.err().endsWith("error: one or more errors occurred while uploading images\n"), ran.err());
            assertEquals(1, yard.s2ioc("image", "info", target).code());
        }
    }

    @Test
    void of_an_image_for_several_platforms_that_of_this_machine_is_copied() throws IOException {
        String list = multi();
        String from = yard.host() + "/demo/multi:v1";
        String to = other.host() + "/lab/multi";
        String own = ImageYard.digest(info(from).replaceFirst("(?s).*Digest:", ""));
        assertEquals(own + " " + to + ":own\n", mirror(from, to + ":own").out());
        Ran kept = mirror(from, to + ":kept", "--keep-manifest-list");
        assertEquals(3, kept.out().lines().count(), kept.out());
        assertTrue(kept.out().endsWith(list + " " + to + ":kept\n"), kept.out());
        Ran some = mirror(from, to + ":some", "--filter-by-os=s390x");
        assertEquals(
                ImageYard.digest(yard.done("image", "info", from, "--filter-by-os=s390x")
                                .replaceFirst("(?s).*?Digest:", ""))
                        + " " + to + ":some\n",
                some.out());
        Ran none = mirror(from, to + ":none", "--filter-by-os=windows");
        assertEquals(0, none.code());
        assertTrue(none.err().startsWith("info: Filtered all images from " + from + ", skipping\n"), none.err());
    }

    /** A list of an image for this machine and one for another. */
    private String multi() throws IOException {
        String layer = new Layer().file("text", "one\n").to(yard.home, "layer");
        String place = yard.home.resolve("images").toString();
        String own = append("file://demo/multi:own", layer, "--dir", place);
        String foreign =
                append("file://demo/multi:s390x", layer, "--dir", place, "--meta", "{\"architecture\":\"s390x\"}");
        Path manifests = yard.home.resolve("images/v2/demo/multi/manifests");
        String json =
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.docker.distribution.manifest.list.v2+json\","
                        + "\"manifests\":[" + member(own, Platforms.own().substring(6), manifests) + ","
                        + member(foreign, "s390x", manifests) + "]}";
        String list = dev.s2ioc.imageregistry.Sha256.digest(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Files.writeString(manifests.resolve(list), json);
        Files.createSymbolicLink(manifests.resolve("v1"), Path.of(list));
        yard.done(
                "image",
                "mirror",
                "file://demo/multi:v1",
                yard.host() + "/demo/multi:v1",
                "--keep-manifest-list",
                "--dir",
                place);
        return list;
    }

    private static String member(String digest, String architecture, Path manifests) throws IOException {
        return "{\"mediaType\":\"application/vnd.docker.distribution.manifest.v2+json\",\"digest\":\"" + digest
                + "\",\"size\":" + Files.size(manifests.resolve(digest)) + ",\"platform\":{\"os\":\"linux\","
                + "\"architecture\":\"" + architecture + "\"}}";
    }

    @Test
    void layers_are_added_and_configs_changed() throws IOException {
        image("demo/base:v1", "one\n");
        String base = yard.host() + "/demo/base:v1";
        String made = yard.host() + "/demo/made:v1";
        new Layer().file("more", "more\n").to(yard.home, "second");
        Ran appended = yard.s2ioc(
                "image",
                "append",
                "--from",
                base,
                "--to",
                made,
                "second",
                "--created-at=2020-01-02T03:04:05Z",
                "--image",
                "{\"cmd\":[\"run\"],\"Labels\":{\"a\":\"1\"}}",
                "--meta",
                "{\"author\":\"me\"}");
        assertEquals(
                "Pushed " + ImageYard.digest(appended.out()) + " to " + made + "\n", appended.out(), appended.err());
        assertTrue(appended.err().matches("Uploaded sha256:[0-9a-f]{64} \\d+B\n"), appended.err());
        String told = info(made);
        assertEquals(2, layers(told).size(), told);
        assertEquals(layers(info(base)).getFirst(), layers(told).getFirst());
        assertTrue(told.contains("\nAuthor:     me\nCommand:    run\nLabels:     a=1\n"), told);
        assertTrue(told.contains("\nCreated:    6y"), told);
        Ran dry = yard.s2ioc(
                "image",
                "append",
                "--from",
                made,
                "--to",
                made,
                "--drop-history",
                "--dry-run",
                "--image",
                "{\"Labels\":{\"a\":null,\"b\":\"2\"},\"Cmd\":null}",
                "--created-at=0");
        assertEquals(0, dry.code(), dry.err());
        assertTrue(
                dry.out().contains("\"config\": {\n        \"Labels\": {\n            \"b\": \"2\"\n        }\n    }"),
                dry.out());
        assertTrue(dry.out().contains("\"created\": \"1970-01-01T00:00:00Z\""), dry.out());
        yard.done("image", "extract", made, "--path", "/:.", "--confirm");
        assertEquals("more\n", Files.readString(yard.home.resolve("more")));
    }

    @Test
    void layers_are_added_for_every_platform() throws IOException {
        multi();
        new Layer().file("more", "more\n").to(yard.home, "second");
        String from = yard.host() + "/demo/multi:v1";
        String to = yard.host() + "/demo/all";
        String told =
                yard.done("image", "append", "--from", from, "--to", to + ":v1", "--keep-manifest-list", "second");
        assertEquals(3, told.lines().count(), told);
        assertTrue(told.lines().toList().getLast().endsWith(" to " + to + ":v1"), told);
        String all = yard.done("image", "info", to + ":v1", "--show-multiarch");
        assertEquals(4, layers(all).size(), all);
        assertTrue(all.contains("Arch:          s390x"), all);
        String some = yard.done(
                "image",
                "append",
                "--from",
                from,
                "--to",
                to + ":v2",
                "--keep-manifest-list",
                "--filter-by-os=s390x",
                "second");
        assertEquals(2, some.lines().count(), some);
        assertEquals(
                3,
                layers(yard.done("image", "info", to + ":v2", "--show-multiarch"))
                        .size());
    }

    @Test
    void what_cannot_be_mirrored() {
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: you must specify at least one source image to pull and the destination to push to as"
                                + " SRC=DST or SRC DST [DST2 DST3 ...]\n"),
                mirror());
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: all arguments must be valid SRC=DST mappings, or you must specify one SRC argument and"
                                + " one or more DST arguments\n"),
                mirror("a:b"));
        assertEquals(new Ran(1, "", "error: SRC and DST may not be the same\n"), mirror("a:b", "a:b"));
        assertEquals(
                new Ran(1, "", "error: each destination tag may only be specified once: c:d\n"),
                mirror("a:b=c:d", "a:e=c:d"));
        assertEquals(
                new Ran(1, "", "error: s3:// is not supported; copy to file:// and from there to S3\n"),
                mirror("a:b", "s3://c/d:e"));
        String name = yard.host() + "/demo/none:v1";
        Ran missing = mirror(name, other.host() + "/lab/x:v1");
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("error: unable to retrieve source image " + name + ": "), missing.err());
        assertTrue(missing.err().endsWith("error: an error occurred during planning\n"), missing.err());
        Ran skipped = mirror(name, other.host() + "/lab/x:v1", "--skip-missing");
        assertEquals(0, skipped.code());
        assertTrue(
                skipped.err().startsWith("warning: Image " + name + " does not exist and will not be mirrored\n"),
                skipped.err());
    }

    @Test
    void what_can_be_copied_is_if_that_is_wanted() throws IOException {
        String digest = image("demo/app:v1", "one\n");
        String to = other.host() + "/lab/x";
        Ran ran = mirror(
                "--continue-on-error",
                yard.host() + "/demo/none:v1=" + to + ":none",
                yard.host() + "/demo/app:v1=" + to + ":app");
        assertEquals(1, ran.code());
        assertEquals(digest + " " + to + ":app\n", ran.out());
        assertTrue(ran.err().endsWith("error: one or more errors occurred\n"), ran.err());
    }

    @Test
    void what_cannot_be_appended() throws IOException {
        Files.writeString(yard.home.resolve("text"), "no archive");
        String to = yard.host() + "/demo/x:v1";
        assertEquals(
                new Ran(
                        1,
                        "",
                        "error: text is not a tar archive compressed with gzip: Not in GZIP format\n"
                                + "A plain archive is compressed with: gzip FILE\n"),
                yard.s2ioc("image", "append", "--to", to, "text"));
        assertEquals(
                new Ran(1, "", "error: invalid argument: stat none: no such file or directory\n"),
                yard.s2ioc("image", "append", "--to", to, "none"));
        assertEquals(new Ran(1, "", "error: --to must name the image to make\n"), yard.s2ioc("image", "append"));
        assertEquals(
                new Ran(1, "", "error: unable to patch image from --image: it is not JSON\n"),
                yard.s2ioc("image", "append", "--to", to, "--image", "{"));
        Ran unknown = yard.s2ioc("image", "append", "--to", to, "--image", "{\"entry\":[]}");
        assertTrue(
                unknown.err()
                        .startsWith("error: unable to patch image from --image: unknown field \"entry\"; the fields"),
                unknown.err());
        Ran scratch = yard.s2ioc("image", "append", "--to", to);
        assertEquals(0, scratch.code(), scratch.err());
        assertEquals(1, layers(info(to)).size());
    }

    @Test
    void mirrors_are_looked_at_first() throws IOException {
        String digest = image("demo/app:v1", "one\n");
        Files.writeString(yard.home.resolve("mirrors.yaml"), """
                apiVersion: config.openshift.io/v1
                kind: ImageDigestMirrorSet
                metadata: {name: lab}
                spec:
                  imageDigestMirrors:
                  - source: registry.invalid/lab
                    mirrors: ["127.0.0.1:1/demo", "%s/demo"]
                """.formatted(yard.host()));
        String told = yard.done("image", "info", "registry.invalid/lab/app@" + digest, "--idms-file=mirrors.yaml");
        assertTrue(told.startsWith("Name:       registry.invalid/lab/app@" + digest + "\n"), told);
        assertEquals(
                new Ran(1, "", "error: icsp-file and idms-file are mutually exclusive\n"),
                yard.s2ioc("image", "info", "x:y", "--idms-file=a", "--icsp-file=b"));
    }
}
