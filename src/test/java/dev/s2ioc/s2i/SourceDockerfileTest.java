package dev.s2ioc.s2i;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void scripts_from_the_network_are_refused() {
        S2iException refusal =
                assertThrows(S2iException.class, () -> Scripts.find(CAT, "https://example.com/scripts", source));
        assertEquals(
                "scripts can only be taken from the builder image (image:///path) or from the source's .s2i/bin, not from"
                        + " https://example.com/scripts",
                refusal.getMessage());
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
                previous));
    }
}
