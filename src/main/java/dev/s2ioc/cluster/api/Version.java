package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Optional;

/** Which Kubernetes API this is, and whose program serves it. */
final class Version {
    private Version() {}

    static ObjectNode json() {
        String own = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("dev");
        ObjectNode version = Json.object();
        version.put("major", "1").put("minor", "34");
        version.put("gitVersion", "v1.34.1+s2ioc." + own.replaceAll("[^0-9A-Za-z.-]", "-"));
        version.put("gitCommit", "").put("gitTreeState", "clean").put("buildDate", "1970-01-01T00:00:00Z");
        version.put("goVersion", "").put("compiler", "javac");
        version.put(
                "platform", System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT) + "/" + architecture());
        return version;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm64";
            case "x86_64" -> "amd64";
            default -> System.getProperty("os.arch");
        };
    }
}
