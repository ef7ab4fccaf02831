package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.s2ioc.cluster.kind.StatusException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PushedImageTest {
    private static final String MANIFEST = """
            {"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",
             "config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":9,"digest":"sha256:c0"},
             "layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":100,"digest":"sha256:a0"},
                       {"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":7,"digest":"sha256:b0"},
                       {"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":7,"digest":"sha256:b0"}]}
            """;
    private static final String CONFIG = """
            {"created":"2026-11-23T05:16:05Z","architecture":"amd64","os":"linux","author":"",
             "config":{"Labels":{"io.openshift.tags":"builder"},"Env":["PATH=/bin"],"Cmd":["/bin/sh"],"User":"1001",
                       "ExposedPorts":{"8080/tcp":{}},"Volumes":{},"WorkingDir":"","Tty":false,"OnBuild":null},
             "rootfs":{"type":"layers"},"history":[]}""";

    @Test
    void an_image_is_described_as_openshift_does() throws Exception {
        PushedImage pushed = new PushedImage(
                "sha256:d0", "application/vnd.docker.distribution.manifest.v2+json", bytes(MANIFEST), bytes(CONFIG));
        String expected = """
                {
                  "kind" : "Image",
                  "apiVersion" : "image.openshift.io/v1",
                  "metadata" : {
                    "name" : "sha256:d0",
                    "annotations" : {
                      "image.openshift.io/dockerLayersOrder" : "ascending",
                      "image.openshift.io/manifestBlobStored" : "true",
                      "openshift.io/image.managed" : "true"
                    }
                  },
                  "dockerImageReference" : "registry/demo/app@sha256:d0",
                  "dockerImageMetadata" : {
                    "kind" : "DockerImage",
                    "apiVersion" : "image.openshift.io/1.0",
                    "Id" : "sha256:c0",
                    "Created" : "2026-11-23T05:16:05Z",
                    "ContainerConfig" : { },
                    "Config" : {
                      "User" : "1001",
                      "ExposedPorts" : {
                        "8080/tcp" : { }
                      },
                      "Env" : [ "PATH=/bin" ],
                      "Cmd" : [ "/bin/sh" ],
                      "Labels" : {
                        "io.openshift.tags" : "builder"
                      }
                    },
                    "Architecture" : "amd64",
                    "Size" : %d
                  },
                  "dockerImageMetadataVersion" : "1.0",
                  "dockerImageLayers" : [ {
                    "name" : "sha256:a0",
                    "size" : 100,
                    "mediaType" : "application/vnd.docker.image.rootfs.diff.tar.gzip"
                  }, {
                    "name" : "sha256:b0",
                    "size" : 7,
                    "mediaType" : "application/vnd.docker.image.rootfs.diff.tar.gzip"
                  }, {
                    "name" : "sha256:b0",
                    "size" : 7,
                    "mediaType" : "application/vnd.docker.image.rootfs.diff.tar.gzip"
                  } ],
                  "dockerImageManifestMediaType" : "application/vnd.docker.distribution.manifest.v2+json"
                }""";
        assertEquals(
                expected.formatted(107 + bytes(CONFIG).length),
                new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(pushed.object("registry/demo/app@sha256:d0")));
    }

    @Test
    void a_list_names_its_images() {
        PushedImage pushed = new PushedImage(
                "sha256:e0",
                "application/vnd.oci.image.index.v1+json",
                bytes(
                        "{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                                + "\"digest\":\"sha256:d0\",\"size\":5,\"platform\":{\"architecture\":\"arm64\",\"os\":\"linux\","
                                + "\"variant\":\"v8\"}}]}"),
                new byte[0]);
        assertEquals(
                "[{\"digest\":\"sha256:d0\",\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"manifestSize\":5,"
                        + "\"architecture\":\"arm64\",\"os\":\"linux\",\"variant\":\"v8\"}]",
                pushed.object("x").get("dockerImageManifests").toString());
    }

    @Test
    void a_configuration_that_is_no_json_is_refused() {
        PushedImage pushed = new PushedImage("sha256:d0", "x", bytes(MANIFEST), bytes("no"));
        StatusException refusal = assertThrows(StatusException.class, () -> pushed.object("x"));
        assertEquals(400, refusal.code());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
