package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a machine that runs containers sees this one's files: all that pods are given is in some. */
final class SharedFiles {
    private SharedFiles() {}

    /** Tries with a file that cannot be there by chance. */
    static void require(ClientCommand command, Path directory) throws EngineException, InterruptedException {
        try {
            Path file = Files.createTempFile(directory, "shared", "");
            try {
                String container = command.make(List.of(
                        "create",
                        "--pull=never",
                        "--network=none",
                        "--mount=type=bind,source=" + file + ",target=/shared",
                        PauseImage.NAME));
                ClientContainers.remove(command, List.of(container));
            } catch (EngineException e) {
                throw new EngineException(
                        "the machine that " + command.prefix().getFirst()
                                + " runs containers on does not see the files in "
                                + directory + "; let it share that directory, or keep the cluster's data elsewhere by"
                                + " XDG_DATA_HOME (" + e.getMessage() + ")",
                        e);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new EngineException("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }
}
