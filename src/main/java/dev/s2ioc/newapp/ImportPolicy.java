package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * How images of registries are imported.
 *
 * @param mode whether an image for several architectures is imported with its list; empty leaves it to the server
 * @param insecure whether the registry may speak plain HTTP, or show a certificate that nobody vouches for
 */
public record ImportPolicy(Optional<String> mode, boolean insecure) {
    static final ImportPolicy USUAL = new ImportPolicy(Optional.empty(), false);

    /** @param mode as the user wrote it; empty if not at all */
    public static ImportPolicy of(String mode, boolean insecure) {
        Optional<String> known = switch (mode.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "legacy" -> Optional.of("Legacy");
            case "preserveoriginal" -> Optional.of("PreserveOriginal");
            default -> throw new NewAppException("valid ImportMode values are Legacy or PreserveOriginal");
        };
        return new ImportPolicy(known, insecure);
    }

    ObjectNode toJson() {
        ObjectNode policy = Json.object();
        if (insecure) {
            policy.put("insecure", true);
        }
        mode.ifPresent(value -> policy.put("importMode", value));
        return policy;
    }
}
