package dev.s2ioc.foreign.program;

import io.fabric8.kubernetes.client.dsl.LogWatch;
import io.fabric8.kubernetes.client.dsl.Loggable;
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
    public void run(OpenShiftClient client) throws IOException, InterruptedException {
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
        System.out.println("watched " + watched(named));
        Build ended = named.waitUntilCondition(
                each -> each != null && each.getStatus().getCompletionTimestamp() != null, 150, TimeUnit.SECONDS);
        System.out.println(ended.getStatus().getPhase());
        System.out.println("tag "
                + client.imageStreamTags()
                        .withName("bin:latest")
                        .get()
                        .getMetadata()
                        .getName());
        System.out.println("log " + last(named.getLog()));
        System.out.println("pods "
                + client.pods().list().getItems().stream()
                        .map(pod -> pod.getMetadata().getName() + " "
                                + pod.getStatus().getPhase())
                        .toList());
        System.out.println(
                "pod log " + last(client.pods().withName("bin-1-build").getLog()));
    }

    /** The log as it comes while the build runs: the client finds the build's pod first, and waits until that is ready. */
    private static String watched(Loggable build) throws InterruptedException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (LogWatch _ = build.watchLog(log)) {
            for (int i = 0; i < 1500 && !log.toString(StandardCharsets.UTF_8).contains("\nPush successful\n"); i++) {
                Thread.sleep(100);
            }
        }
        return last(log.toString(StandardCharsets.UTF_8));
    }

    private static String last(String log) {
        return log.lines().reduce((first, next) -> next).orElse("");
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
