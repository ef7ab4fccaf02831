package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Describes an Image, by itself or as what an ImageStreamTag or ImageStreamImage holds. */
final class ImageDescriber implements Describer {
    private final Viewpoint viewpoint;

    ImageDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode object) {
        JsonNode held = object.path("image");
        return held.isObject()
                ? describe(Optional.of(held.path("metadata").path("name").asText("")), held)
                : describe(Optional.empty(), object);
    }

    /** Describes an image under a name that it has besides its own. */
    String describe(Optional<String> name, JsonNode image) {
        Outline outline = Outline.openShift();
        name.ifPresent(given -> outline.field("Image Name", given));
        signatures(image.path("signatures"), outline);
        outline.field("Docker Image", image.path("dockerImageReference").asText(""));
        header(image.path("metadata"), outline);
        JsonNode metadata = image.path("dockerImageMetadata");
        // A server that has not read the image's configuration sends a husk without an Id.
        if (!metadata.path("Id").asText("").isEmpty() || metadata.hasNonNull("Config")) {
            size(image, metadata, outline);
            outline.field("Image Created", viewpoint.ago(metadata.path("Created")));
            outline.field("Author", metadata.path("Author").asText(""));
            outline.field("Arch", metadata.path("Architecture").asText(""));
            config(metadata.path("Config"), outline);
        }
        manifests(image.path("dockerImageManifests"), outline);
        return outline.toString();
    }

    private void header(JsonNode metadata, Outline outline) {
        outline.field("Name", metadata.path("name").asText(""));
        if (metadata.hasNonNull("creationTimestamp")) {
            outline.field("Created", viewpoint.ago(metadata.path("creationTimestamp")));
        }
        if (!metadata.path("labels").isEmpty()) {
            outline.map("Labels", metadata.path("labels"));
        }
        Header.annotations(metadata.path("annotations"), outline);
    }

    private static void signatures(JsonNode signatures, Outline outline) {
        if (signatures.isEmpty()) {
            return;
        }
        outline.line("Image Signatures:");
        for (JsonNode signature : signatures) {
            outline.line("", "Name:", signature.path("metadata").path("name").asText(""));
            outline.line("", "Type:", signature.path("type").asText(""));
            JsonNode issuer = signature.path("issuedBy");
            outline.line("", "Status:", issuer.isObject() ? "Verified" : "Unverified");
            if (issuer.isObject()) {
                outline.line("", "Issued By:", issuer.path("commonName").asText(""));
            }
        }
    }

    private static void size(JsonNode image, JsonNode metadata, Outline outline) {
        JsonNode layers = image.path("dockerImageLayers");
        String size = Sizes.decimal(metadata.path("Size").asLong());
        if (layers.isEmpty()) {
            outline.field("Layer Size", size);
            return;
        }
        outline.field("Image Size", size + " in " + layers.size() + " layers");
        String front = "Layers:";
        for (JsonNode layer : layers) {
            outline.line(
                    front,
                    Sizes.decimal(layer.path("size").asLong()),
                    layer.path("name").asText(""));
            front = "";
        }
    }

    private static void config(JsonNode config, Outline outline) {
        outline.optional("Entrypoint", words(config.path("Entrypoint")));
        outline.optional("Command", words(config.path("Cmd")));
        outline.field("Working Dir", config.path("WorkingDir").asText(""));
        outline.field("User", config.path("User").asText(""));
        outline.field("Exposes Ports", String.join(", ", names(config.path("ExposedPorts"))));
        outline.map("Docker Labels", config.path("Labels"));
        List<String> environment = new ArrayList<>();
        config.path("Env").forEach(variable -> environment.add(variable.asText()));
        if (!environment.isEmpty()) {
            outline.values("Environment", environment);
        }
        if (!config.path("Volumes").isEmpty()) {
            outline.values("Volumes", List.copyOf(names(config.path("Volumes"))));
        }
    }

    private static String words(JsonNode command) {
        List<String> words = new ArrayList<>();
        command.forEach(word -> words.add(word.asText()));
        return String.join(" ", words);
    }

    private static TreeSet<String> names(JsonNode set) {
        TreeSet<String> names = new TreeSet<>();
        set.properties().forEach(field -> names.add(field.getKey()));
        return names;
    }

    private static void manifests(JsonNode manifests, Outline outline) {
        String front = "Manifests:";
        for (JsonNode manifest : manifests) {
            String variant = manifest.path("variant").asText("");
            outline.line(
                    front,
                    manifest.path("os").asText("") + "/"
                            + manifest.path("architecture").asText("") + (variant.isEmpty() ? "" : "/" + variant),
                    manifest.path("digest").asText(""));
            front = "";
        }
    }
}
