package dev.s2ioc.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.kubeconfig.YamlLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * An object as a user wrote it down.
 *
 * @param source the file or address that it was in
 */
public record Manifest(String source, ObjectNode object) {

    /**
     * Reads the objects of a text: JSON or YAML, several behind another, lists taken apart.
     *
     * @throws SelectionException if it is neither, or holds something that is not an object of a kind
     */
    public static List<Manifest> parse(String source, String text) {
        List<Manifest> manifests = new ArrayList<>();
        try {
            for (JsonNode document : documents(text)) {
                if (!document.isNull() && !document.isMissingNode()) {
                    add(source, document, manifests);
                }
            }
        } catch (IOException | YamlEngineException | IllegalArgumentException e) {
            throw new SelectionException("error parsing " + source + ": " + YamlFault.of(e));
        }
        return manifests;
    }

    /**
     * A single document of JSON or YAML, whatever it holds.
     *
     * @throws SelectionException if it is neither, or more than one
     */
    public static JsonNode document(String source, String text) {
        try {
            List<JsonNode> documents = documents(text);
            if (documents.size() != 1) {
                throw new SelectionException(source + " must be one document of JSON or YAML");
            }
            return documents.getFirst();
        } catch (IOException | YamlEngineException | IllegalArgumentException e) {
            throw new SelectionException("unable to parse " + source + ": " + YamlFault.of(e));
        }
    }

    private static List<JsonNode> documents(String text) throws IOException {
        if (text.stripLeading().startsWith("{")) {
            try {
                return json(text);
            } catch (JsonProcessingException e) {
                // A brace may begin YAML too; what is neither is told by the YAML reader.
                return yaml(text);
            }
        }
        return yaml(text);
    }

    private static List<JsonNode> json(String text) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> values =
                Json.MAPPER.readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                documents.add(values.nextValue());
            }
        }
        return documents;
    }

    private static List<JsonNode> yaml(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new GoYaml())
                .setAllowDuplicateKeys(true)
                .build();
        YamlLimits.check(new Parse(settings).parseString(text));
        List<JsonNode> documents = new ArrayList<>();
        for (Object document : new Load(settings).loadAllFromString(text)) {
            documents.add(Json.MAPPER.valueToTree(document));
        }
        return documents;
    }

    private static void add(String source, JsonNode document, List<Manifest> manifests) {
        if (!(document instanceof ObjectNode object)) {
            throw new SelectionException("error parsing " + source + ": not an object");
        }
        if (object.path("kind").asText("").endsWith("List")
                && object.path("items").isArray()) {
            object.path("items").forEach(item -> add(source, item, manifests));
            return;
        }
        Manifest manifest = new Manifest(source, object);
        if (manifest.kind().isEmpty()) {
            throw new SelectionException("unable to decode \"" + source + "\": Object 'Kind' is missing");
        }
        manifests.add(manifest);
    }

    public String apiVersion() {
        return object.path("apiVersion").asText("");
    }

    public String kind() {
        return object.path("kind").asText("");
    }

    /** Empty if the object is to be named by the server. */
    public String name() {
        return object.path("metadata").path("name").asText("");
    }

    public Optional<String> namespace() {
        return Optional.of(object.path("metadata").path("namespace").asText("")).filter(name -> !name.isEmpty());
    }
}
