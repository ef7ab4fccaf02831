package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Describes a ConfigMap with all its text, and the sizes of what is not text. */
final class ConfigMapDescriber implements Describer {
    private final Viewpoint viewpoint;

    ConfigMapDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode configMap) {
        Outline outline = Outline.kubernetes();
        Header.name(configMap, outline);
        Header.kubernetes(configMap, outline);
        outline.line("").line("Data").line("====");
        Outline.sorted(configMap.path("data"))
                .forEach((key, value) ->
                        outline.line(key + ":").line("----").line(value).line(""));
        outline.line("").line("BinaryData").line("====");
        Outline.sorted(configMap.path("binaryData"))
                .forEach((key, value) -> outline.line(key + ": " + SecretDescriber.decoded(value).length + " bytes"));
        outline.line("");
        new Events(viewpoint).add(List.of(configMap), outline);
        return outline.toString();
    }
}
