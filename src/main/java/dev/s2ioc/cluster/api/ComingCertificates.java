package dev.s2ioc.cluster.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The cluster's certificates, on their way in the background while the rest of the cluster starts. */
public final class ComingCertificates {
    private final FutureTask<Certificates.Begun> begun;

    private ComingCertificates(Path directory) {
        begun = new FutureTask<>(() -> Certificates.begin(directory));
    }

    public static ComingCertificates in(Path directory) {
        ComingCertificates coming = new ComingCertificates(directory);
        Thread.ofPlatform().daemon().name("certificates").start(coming.begun);
        return coming;
    }

    /** Waits for them. */
    Certificates with(List<String> names) throws IOException {
        try {
            return begun.get().with(names);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException said ? said : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the certificates were made", e);
        }
    }
}
