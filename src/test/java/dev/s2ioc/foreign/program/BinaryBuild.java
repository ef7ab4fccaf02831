package dev.s2ioc.foreign.program;

import io.fabric8.openshift.api.model.Build;
import io.fabric8.openshift.api.model.BuildConfigBuilder;
import io.fabric8.openshift.api.model.ImageStreamBuilder;
import io.fabric8.openshift.client.OpenShiftClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Sends sources, waits for the end, and sees the image. */
final class BinaryBuild implements OpenShiftProgram.Part {
    @Override
    public void run(OpenShiftClient client) throws IOException {
        client.imageStreams()
                .resource(new ImageStreamBuilder()
                        .withNewMetadata()
                        .withName("bin")
                        .endMetadata()
                        .build())
                .create();
        client.buildConfigs()
                .resource(new BuildConfigBuilder()
                        .withNewMetadata()
                        .withName("bin")
                        .endMetadata()
                        .withNewSpec()
                        .withNewOutput()
                        .withNewTo()
                        .withKind("ImageStreamTag")
                        .withName("bin:latest")
                        .endTo()
                        .endOutput()
                        .withNewSource()
                        .withNewBinary()
                        .endBinary()
                        .endSource()
                        .withNewStrategy()
                        .withNewDockerStrategy()
                        .endDockerStrategy()
                        .endStrategy()
                        .endSpec()
                        .build())
                .create();
        Build build = client.buildConfigs()
                .withName("bin")
                .instantiateBinary()
                .fromInputStream(new ByteArrayInputStream(archive()));
        System.out.println("started " + build.getMetadata().getName());
        var named = client.builds().withName(build.getMetadata().getName());
        Build ended = named.waitUntilCondition(
                each -> each != null && each.getStatus().getCompletionTimestamp() != null, 60, TimeUnit.SECONDS);
        System.out.println(ended.getStatus().getPhase());
        System.out.println("tag "
                + client.imageStreamTags()
                        .withName("bin:latest")
                        .get()
                        .getMetadata()
                        .getName());
        String log = client.raw("/apis/build.openshift.io/v1/namespaces/myproject/builds/bin-1/log");
        System.out.println(log.lines().reduce((first, next) -> next).orElse(""));
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] recipe = "FROM scratch\nCOPY Dockerfile /\n".getBytes(StandardCharsets.UTF_8);
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry("Dockerfile");
            entry.setSize(recipe.length);
            tar.putArchiveEntry(entry);
            tar.write(recipe);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
