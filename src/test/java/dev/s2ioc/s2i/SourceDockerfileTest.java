package dev.s2ioc.s2i;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceDockerfileTest {
    private static final BuilderImage CAT = new BuilderImage(
            "1001", Map.of("io.openshift.s2i.scripts-url", "image:///usr/libexec/s2i"), List.of("PATH=/bin"));

    @TempDir
    Path source;

    @Test
    void a_plain_build_gives_the_steps_that_openshift_logs() throws Exception {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("io.openshift.build.source-location", "/tmp/build/inputs");
        labels.put("io.openshift.build.image", "registry:5000/demo/builder@sha256:1");
        assertEquals(
                """
                FROM registry:5000/demo/builder@sha256:1
                LABEL "io.openshift.build.source-location"="/tmp/build/inputs" \\
                      "io.openshift.build.image"="registry:5000/demo/builder@sha256:1"
                ENV OPENSHIFT_BUILD_NAME="simple1-1" \\
                    OPENSHIFT_BUILD_NAMESPACE="demo"
                USER root
                COPY upload/src /tmp/src
                RUN chown -R 1001:0 /tmp/src
                USER 1001
                RUN /usr/libexec/s2i/assemble
                CMD /usr/libexec/s2i/run
                """,
                text(
                        CAT,
                        labels,
                        List.of(
                                new Variable("OPENSHIFT_BUILD_NAME", "simple1-1"),
                                new Variable("OPENSHIFT_BUILD_NAMESPACE", "demo")),
                        Optional.empty()));
    }

    @Test
    void an_incremental_build_takes_artifacts_from_the_previous_image_and_scripts_from_the_source() throws Exception {
        Files.createDirectories(source.resolve(".s2i/bin"));
        Files.writeString(source.resolve(".s2i/bin/assemble"), "#!/bin/sh\n");
        BuilderImage image = new BuilderImage(
                "",
                Map.of(
                        "io.openshift.s2i.scripts-url", "image:///opt/s2i/",
                        "io.openshift.s2i.destination", "/build/",
                        "io.openshift.s2i.assemble-user", "app:root"),
                List.of());
        assertEquals("""
                FROM registry:5000/demo/app:latest as cached
                USER app
                RUN if [ -s /opt/s2i/save-artifacts ]; then /opt/s2i/save-artifacts > /tmp/artifacts.tar; else touch /tmp/artifacts.tar; fi
                FROM registry:5000/demo/builder@sha256:1
                USER root
                COPY --from=cached /tmp/artifacts.tar /tmp/artifacts.tar
                COPY upload/scripts /build/scripts
                COPY upload/src /build/src
                RUN chown -R app:0 /tmp/artifacts.tar /build/scripts /build/src
                USER app
                RUN if [ -s /tmp/artifacts.tar ]; then mkdir -p /build/artifacts; tar -xf /tmp/artifacts.tar -C /build/artifacts; fi && rm /tmp/artifacts.tar
                RUN /build/scripts/assemble
                CMD /opt/s2i/run
                """, text(image, Map.of(), List.of(), Optional.of("registry:5000/demo/app:latest")));
    }

    @Test
    void values_come_through_unchanged_whatever_they_contain() throws Exception {
        String text =
                text(CAT, Map.of("a", "say \"hi\""), List.of(new Variable("PRICE", "5$ \\ each")), Optional.empty());
        assertEquals(
                List.of("LABEL \"a\"=\"say \\\"hi\\\"\"", "ENV PRICE=\"5\\$ \\\\ each\""),
                text.lines().skip(1).limit(2).toList());
    }

    @Test
    void a_value_with_a_line_break_is_refused() {
        S2iException refusal = assertThrows(
                S2iException.class,
                () -> text(CAT, Map.of(), List.of(new Variable("X", "one\ntwo")), Optional.empty()));
        assertEquals("a value with a line break cannot be written into a Dockerfile: \"one...\"", refusal.getMessage());
    }

    @Test
    void scripts_that_were_fetched_come_before_the_images_and_a_directory_of_the_image_before_all() throws Exception {
        Files.createDirectories(source.resolve(".s2i/bin"));
        Files.writeString(source.resolve(".s2i/bin/run"), "");
        Scripts fetched = Scripts.find(CAT, "https://example.com/scripts", source, Set.of("assemble"));
        assertEquals(Set.of("assemble", "run"), fetched.overridden());
        assertEquals("/usr/libexec/s2i/save-artifacts", fetched.path("save-artifacts"));
        Scripts inImage = Scripts.find(CAT, "image:///opt/other/", source);
        assertEquals(Set.of(), inImage.overridden());
        assertEquals("/opt/other/run", inImage.path("run"));
        S2iException refusal =
                assertThrows(S2iException.class, () -> Scripts.find(CAT, "https://example.com/scripts", source));
        assertEquals(
                "scripts can only be taken from the builder image (image:///path) or from the source's .s2i/bin, not from"
                        + " https://example.com/scripts",
                refusal.getMessage());
    }

    @Test
    void what_is_injected_is_the_assemble_users_and_secrets_do_not_stay() throws Exception {
        String text = SourceDockerfile.text(new SourceBuild(
                "builder",
                CAT,
                Scripts.find(CAT, "", source),
                Map.of(),
                List.of(),
                List.of(
                        new Injection("upload/injections/0", "/opt/keys", List.of("/opt/keys/a", "/opt/keys/b")),
                        new Injection("upload/injections/1", "/etc/settings", List.of())),
                Optional.empty()));
        assertEquals("""
                FROM builder
                USER root
                COPY upload/src /tmp/src
                COPY upload/injections/0 /opt/keys
                COPY upload/injections/1 /etc/settings
                RUN chown -R 1001:0 /tmp/src /opt/keys /etc/settings
                USER 1001
                RUN /usr/libexec/s2i/assemble
                RUN rm /opt/keys/a && \\
                    rm /opt/keys/b
                CMD /usr/libexec/s2i/run
                """, text);
    }

    @Test
    void a_save_artifacts_that_the_source_brings_is_put_into_the_previous_image() throws Exception {
        Files.createDirectories(source.resolve(".s2i/bin"));
        Files.writeString(source.resolve(".s2i/bin/save-artifacts"), "");
        assertEquals(
                List.of(
                        "FROM previous as cached",
                        "USER root",
                        "COPY upload/scripts/save-artifacts /tmp/scripts/save-artifacts",
                        "RUN chown 1001:0 /tmp/scripts/save-artifacts",
                        "USER 1001"),
                text(CAT, Map.of(), List.of(), Optional.of("previous"))
                        .lines()
                        .limit(5)
                        .toList());
    }

    private String text(
            BuilderImage image, Map<String, String> labels, List<Variable> environment, Optional<String> previous)
            throws S2iException {
        return SourceDockerfile.text(new SourceBuild(
                "registry:5000/demo/builder@sha256:1",
                image,
                Scripts.find(image, "", source),
                labels,
                environment,
                List.of(),
                previous));
    }
}
