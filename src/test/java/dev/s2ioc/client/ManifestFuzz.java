package dev.s2ioc.client;

import java.nio.charset.StandardCharsets;

/** Any text as a file of objects. */
public final class ManifestFuzz {
    private ManifestFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Manifest.parse("fuzz", new String(input, StandardCharsets.UTF_8))
                    .forEach(manifest -> manifest.object().toString());
        } catch (SelectionException e) {
            if (e.getMessage() == null) {
                throw new AssertionError("a refusal without a word", e);
            }
        }
    }
}
