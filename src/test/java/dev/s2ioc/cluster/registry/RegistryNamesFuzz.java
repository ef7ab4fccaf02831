package dev.s2ioc.cluster.registry;

import java.nio.charset.StandardCharsets;

/** Any text as the name of a repository and as a digest. */
public final class RegistryNamesFuzz {
    private RegistryNamesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            String name = RepositoryName.check(text);
            if (name.contains("..") || name.startsWith("/") || name.contains("~")) {
                throw new AssertionError("a name that could be a path: " + name);
            }
        } catch (RegistryException e) {
            require400(e);
        }
        try {
            Digest.parse(text);
        } catch (RegistryException e) {
            require400(e);
        }
    }

    private static void require400(RegistryException e) {
        if (e.status() != 400) {
            throw new AssertionError("not the client's fault?", e);
        }
    }
}
