package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
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
    String referencePolicy;

    @Option(
            names = "--import-mode",
            paramLabel = "Legacy|PreserveOriginal",
            description = "Of an image for several architectures, import one, or all with their list.")
    String importMode;

    /**
     * Refuses values that nobody knows.
     *
     * @param policies what a command says of a reference policy that is none
     */
    void check(String policies) {
        if (referencePolicy != null && !referencePolicy.toLowerCase(Locale.ROOT).matches("source|local")) {
            throw new CommandFailure(policies);
        }
        if (importMode != null && !importMode.toLowerCase(Locale.ROOT).matches("legacy|preserveoriginal")) {
            throw new CommandFailure("valid ImportMode values are Legacy or PreserveOriginal");
        }
    }

    /**
     * Adds {@code importPolicy} and {@code referencePolicy}.
     *
     * @param known a tag that says already what no flag says
     */
    void addTo(ObjectNode tag, JsonNode known) {
        JsonNode before = known.path("importPolicy");
        ObjectNode policy = tag.putObject("importPolicy");
        if (insecure || before.path("insecure").asBoolean()) {
            policy.put("insecure", true);
        }
        if (scheduled || before.path("scheduled").asBoolean()) {
            policy.put("scheduled", true);
        }
        policy.put("importMode", chosen(importMode, before.path("importMode"), "Legacy", "PreserveOriginal"));
        tag.putObject("referencePolicy")
                .put(
                        "type",
                        chosen(referencePolicy, known.path("referencePolicy").path("type"), "Source", "Local"));
    }

    private static String chosen(String flag, JsonNode before, String usual, String other) {
        return other.equalsIgnoreCase(flag == null ? before.asText("") : flag) ? other : usual;
    }
}
