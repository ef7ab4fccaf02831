package dev.s2ioc.kubeconfig;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps other programs from writing a kubeconfig at the same time, by the file that kubectl and oc use for it too. */
record LockFile(Path path) implements AutoCloseable {
    private static final int ATTEMPTS = 40;
    private static final long PAUSE_MILLIS = 50;

    /** Waits a moment for others to finish. */
    static LockFile of(Path locked) throws IOException {
        Path path = locked.resolveSibling(locked.getFileName() + ".lock");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return new LockFile(Files.createFile(path));
            } catch (FileAlreadyExistsException e) {
                pause();
            }
        }
        throw new KubeconfigException("another program is writing " + locked + "; if none is, remove " + path);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KubeconfigException("interrupted while another program was writing the kubeconfig", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
