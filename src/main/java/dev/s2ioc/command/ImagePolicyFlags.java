package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The flags that say how the image of a tag is imported, and how others refer to it. */
public final class ImagePolicyFlags {

    @Option(names = "--scheduled", description = "Look from time to time whether the external image has changed.")
    boolean scheduled;

    @Option(names = "--insecure", description = "Accept plain HTTP, or a certificate nobody vouches for.")
    boolean insecure;

    @Option(
            names = "--reference-policy",
            paramLabel = "source|local",
            description = "Where users of the tag pull from: the image's own registry, or the cluster's.")
    String referencePolicy = "source";

    @Option(
            names = "--import-mode",
            paramLabel = "Legacy|PreserveOriginal",
            description = "Of an image for several architectures, import one, or all with their list.")
    String importMode = "Legacy";

    /** @throws CommandFailure if a value is none that is known */
    void check() {
        if (!referencePolicy.toLowerCase(Locale.ROOT).matches("source|local")) {
            throw new CommandFailure("valid reference policy values are source or local");
        }
        if (!importMode.toLowerCase(Locale.ROOT).matches("legacy|preserveoriginal")) {
            throw new CommandFailure("valid ImportMode values are Legacy or PreserveOriginal");
        }
    }

    /** Adds {@code importPolicy} and {@code referencePolicy}. */
    void addTo(ObjectNode tag) {
        ObjectNode policy = tag.putObject("importPolicy");
        if (insecure) {
            policy.put("insecure", true);
        }
        if (scheduled) {
            policy.put("scheduled", true);
        }
        policy.put("importMode", importMode.equalsIgnoreCase("Legacy") ? "Legacy" : "PreserveOriginal");
        tag.putObject("referencePolicy").put("type", referencePolicy.equalsIgnoreCase("local") ? "Local" : "Source");
    }
}
