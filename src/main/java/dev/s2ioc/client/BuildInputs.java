package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The config maps and secrets that the builds of a BuildConfig take in; a build without one of them cannot start. */
public final class BuildInputs {
    private final Session session;
    private final Collection<String> configMaps = new TreeSet<>();
    private final Collection<String> secrets = new TreeSet<>();

    public BuildInputs(Session session, JsonNode config) {
        this.session = session;
        JsonNode source = config.at("/spec/source");
        source.path("configMaps").forEach(entry -> add(configMaps, entry.at("/configMap/name")));
        source.path("secrets").forEach(entry -> add(secrets, entry.at("/secret/name")));
        for (String strategy : List.of("dockerStrategy", "sourceStrategy", "customStrategy")) {
            JsonNode volumes = config.at("/spec/strategy").path(strategy).path("volumes");
            volumes.forEach(volume -> addVolume(volume.path("source")));
        }
    }

    private void addVolume(JsonNode volume) {
        if (!volume.at("/configMap/optional").asBoolean()) {
            add(configMaps, volume.at("/configMap/name"));
        }
        if (!volume.at("/secret/optional").asBoolean()) {
            add(secrets, volume.at("/secret/secretName"));
        }
    }

    private static void add(Collection<String> names, JsonNode name) {
        if (!name.asText("").isEmpty()) {
            names.add(name.asText());
        }
    }

    /** The names of those that are missing, each line with its kind in front; empty if none is. */
    public List<String> missing() {
        List<String> lines = new ArrayList<>();
        addMissing("Config Maps: ", KnownTypes.CONFIG_MAP, configMaps, lines);
        addMissing("Secrets: ", KnownTypes.SECRET, secrets, lines);
        return lines;
    }

    private void addMissing(String kind, ResourceType type, Collection<String> names, List<String> lines) {
        List<String> missing =
                names.stream().filter(name -> isMissing(type, name)).toList();
        if (!missing.isEmpty()) {
            lines.add(kind + String.join(", ", missing));
        }
    }

    private boolean isMissing(ResourceType type, String name) {
        try {
            session.resources().get(type, name);
            return false;
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return true;
            }
            if (e.isForbidden()) {
                // Who may not read it cannot tell; the build, which may, will.
                return false;
            }
            throw e;
        }
    }
}
