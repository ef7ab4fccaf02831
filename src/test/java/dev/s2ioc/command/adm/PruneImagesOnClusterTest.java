package dev.s2ioc.command.adm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code adm prune images} on the real local cluster: what it removes is gone from API and registry, the rest works. */
class PruneImagesOnClusterTest {
    @TempDir
    Path home;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private LocalCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = LocalCluster.start(new LocalCluster.Options(
                Files.createDirectories(home.resolve("cluster")),
                Optional.of(0),
                Optional.of(0),
                Optional.empty(),
                Map.of(),
                Clock.systemUTC(),
                new PrintStream(log, true)));
        Files.writeString(home.resolve("ca.crt"), cluster.certificateAuthority());
        String auth =
                Base64.getEncoder().encodeToString(("me:" + cluster.kubeadminToken()).getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                home.resolve("auth"), "{\"auths\":{\"" + cluster.registry() + "\":{\"auth\":\"" + auth + "\"}}}");
        done(
                "login",
                cluster.server().toString(),
                "--certificate-authority=ca.crt",
                "--token=" + cluster.kubeadminToken());
        done("new-project", "demo");
    }

    @AfterEach
    void stop() throws Exception {
        cluster.close();
        assertEquals("", log.toString());
    }

    private Ran run(String... words) {
        return Run.in(home).s2ioc(words);
    }

    private String done(String... words) {
        Ran ran = run(words);
        assertEquals(0, ran.code(), () -> String.join(" ", words) + "\n" + ran.out() + ran.err());
        return ran.out();
    }

    private String push(String tag, String author) {
        return done(
                        "image",
                        "append",
                        "--to=" + cluster.registry() + "/demo/app:" + tag,
                        "-a",
                        "auth",
                        "--meta={\"author\":\"" + author + "\"}",
                        "--image={\"Labels\":{\"by\":\"" + author + "\"}}")
                .replaceFirst("(?s).*(sha256:[0-9a-f]{64}).*", "$1");
    }

    private int look(String reference) {
        return run("image", "info", "-a", "auth", cluster.registry() + "/demo/app" + reference)
                .code();
    }

    @Test
    void old_images_go_from_the_registry_too() {
        String first = push("latest", "one");
        String second = push("latest", "two");
        String third = push("latest", "three");
        String other = push("other", "four");
        String[] prune = {"adm", "prune", "images", "--keep-tag-revisions=1", "--keep-younger-than=0s"};
        String told = done(prune);
        assertTrue(told.startsWith("Deleting 2 items from image stream demo/app\n"), told);
        assertEquals(0, look("@" + first));
        String[] confirmed = Arrays.copyOf(prune, prune.length + 1);
        confirmed[prune.length] = "--confirm";
        Ran ran = run(confirmed);
        assertEquals("", ran.err());
        assertEquals(told, ran.out());
        assertEquals(
                List.of(1, 1, 0, 0), List.of(look("@" + first), look("@" + second), look("@" + third), look(":other")));
        String left = done("get", "images", "-o", "name");
        assertTrue(
                !left.contains(first) && !left.contains(second) && left.contains(third) && left.contains(other), left);
        assertEquals(
                third, done("get", "is", "app", "-o", "jsonpath={.status.tags[?(@.tag==\"latest\")].items[*].image}"));
        assertEquals("Summary: deleted 0 objects\n", done(confirmed));
    }

    @Test
    void who_may_not_see_all_may_not_prune() {
        Ran ran = run("--token=" + developer(), "adm", "prune", "images");
        assertEquals(1, ran.code());
        assertTrue(ran.err().startsWith("Error from server (Forbidden): "), ran.err());
    }

    private String developer() {
        try {
            return cluster.developerToken();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
