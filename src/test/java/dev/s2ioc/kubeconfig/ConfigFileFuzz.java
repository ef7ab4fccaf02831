package dev.s2ioc.kubeconfig;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Any text as a kubeconfig file. */
public final class ConfigFileFuzz {
    private ConfigFileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            ConfigFile file = ConfigFile.parse(Path.of("config"), new String(input, StandardCharsets.UTF_8));
            file.currentContext();
            for (Section section : Section.values()) {
                file.names(section).forEach(name -> file.entry(section, name));
            }
            file.root().ifPresent(YamlTree::text);
        } catch (KubeconfigException e) {
            if (e.getMessage() == null) {
                throw new AssertionError("a refusal without a word", e);
            }
        }
    }
}
