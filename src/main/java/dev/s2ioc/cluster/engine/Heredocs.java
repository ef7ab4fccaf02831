package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Heredocs of a Dockerfile, which older engines take for instructions and refuse in words that help nobody. */
final class Heredocs {
    private Heredocs() {}

    /** Fails when there is one and the engine is older than the first version that knows them. */
    static void refuseBefore(String first, String version, Path dockerfile, String program) throws EngineException {
        if (isAtLeast(version, first)) {
            return;
        }
        try {
            for (Instruction each :
                    Dockerfile.parse(Files.readString(dockerfile)).heredocs()) {
                throw new EngineException("building at STEP \"" + each.keyword() + " " + each.arguments() + "\": "
                        + program + " " + version + " knows no heredocs (<<), " + program + " " + first
                        + " does; write the lines with && and \\, or copy them as a file");
            }
        } catch (IOException e) {
            throw new EngineException("the Dockerfile cannot be read: " + e.getMessage(), e);
        }
    }

    /** By the numbers before and after the first point; a version that cannot be read is taken to be new. */
    private static boolean isAtLeast(String version, String first) {
        String[] have = version.split("[^0-9]+");
        String[] need = first.split("\\.");
        for (int i = 0; i < need.length; i++) {
            if (i >= have.length || have[i].isEmpty()) {
                return true;
            }
            int difference = Integer.compare(Integer.parseInt(have[i]), Integer.parseInt(need[i]));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return true;
    }
}
