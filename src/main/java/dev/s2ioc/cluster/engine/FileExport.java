package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A build without steps that ends as a tar of its base image's files: how buildah and podman give files out, also without root. */
final class FileExport {
    private FileExport() {}

    /** The arguments after the command; its few files are left next to the tar. */
    static List<String> arguments(String image, Path tar) throws EngineException {
        try {
            Path directory = Files.createTempDirectory(tar.getParent(), "export");
            Path context = Files.createDirectory(directory.resolve("context"));
            Path dockerfile = Files.writeString(directory.resolve("Dockerfile"), "FROM " + image + "\n");
            return List.of(
                    "--isolation=chroot",
                    "--pull=false",
                    "--output=type=tar,dest=" + tar,
                    "-f",
                    dockerfile.toString(),
                    context.toString());
        } catch (IOException e) {
            throw new EngineException("cannot write to " + tar.getParent() + ": " + e.getMessage(), e);
        }
    }
}
